import { consultationDeskProblems } from '../../contract/consultation-desk';
import { consultationProblems, type ConsultationState } from '../../contract/consultations';
import { problems } from '../../contract/http';
import { renewAgendas } from '../agendas/service';
import type { Queries } from '../platform/database';
import { statesFor } from '../platform/machine';
import { refuse } from '../platform/refusal';
import { deleteSlot } from './hours-queries';
import { consultationMachine } from './machine';
import * as queries from './queries';
import type { ConsultationRow } from './queries';
import type { ConsultationParts } from './service';
import type { Telling } from './telling';

type Action = (typeof consultationMachine.transitions)[number]['action'];
type Actor = (typeof consultationMachine.transitions)[number]['by'][number];

interface Move {
  action: Action;
  by: readonly Actor[];
  version: number;
  reason?: string | null;
  /** Whenever it is, where it is not said. */
  when?: 'before' | 'after';
}

export type Moves = ReturnType<typeof createMoves>;

export function createMoves({ clock, telling }: Pick<ConsultationParts, 'clock'> & { telling: Telling }) {
  /** Why it could not be moved, as it stands now. */
  async function refusalOf(tx: Queries, { id }: ConsultationRow, { version, when }: Move) {
    const row = await tx.row(queries.findById, [id]);
    if (!row) return refuse(problems.not_found);
    const current = { state: row.state, version: row.version };
    if (row.state !== 'booked') return refuse(consultationProblems.consultation_over, { current });
    if (row.version !== version) return refuse(problems.conflict, { current });
    if (when === 'before') return refuse(consultationProblems.consultation_begun);
    return refuse(consultationDeskProblems.consultation_not_begun);
  }

  /** One step of the machine, by one conditional statement. */
  async function move(tx: Queries, row: ConsultationRow, step: Move): Promise<ConsultationRow> {
    const { action, by, version, reason = null, when = null } = step;
    const found = consultationMachine.transitions.find((one) => one.action === action);
    const to: ConsultationState = found?.to ?? 'cancelled';
    const cancelledBy = to === 'cancelled' ? (by.includes('rider') ? 'rider' : 'officer') : null;
    const ids = [row.communityId, row.id, version, statesFor(consultationMachine, action, by)];
    const values = [...ids, to, cancelledBy, reason, clock.now(), when];
    const moved = await tx.row(queries.move, values);
    if (!moved) throw await refusalOf(tx, row, step);
    return moved;
  }

  return {
    move,

    /** Who had these has that time again: after they were called off or given back. */
    async freeTime(tx: Queries, communityId: string, rows: readonly ConsultationRow[]): Promise<void> {
      const personIds = rows.flatMap(({ personId }) => personId ?? []);
      await renewAgendas(tx, queries.renewAgendas, communityId, personIds);
    },

    /** By the officer or in their stead: who has it is told why. Their time is theirs again by `freeTime`. */
    async callOff(
      tx: Queries,
      row: ConsultationRow,
      { version, reason, isSlotKept }: { version: number; reason: string; isSlotKept: boolean },
    ): Promise<ConsultationRow> {
      const step = { action: 'call_off', by: ['officer', 'staff'], version, reason, when: 'before' } as const;
      const moved = await move(tx, row, step);
      const ids = [row.communityId, row.id];
      if (isSlotKept) await tx.run(queries.release, [...ids, true]);
      else await tx.run(deleteSlot, ids);
      await telling.tellRider(tx, moved, 'called_off');
      return moved;
    },
  };
}
