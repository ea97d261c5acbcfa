import type { InputOf } from '../../contract/http';
import { caseProblems, type Case } from '../../contract/report-cases';
import type * as schemas from '../../contract/report-moves.schema';
import type { ReportAction } from '../../contract/reports';
import { gridMembersOf, nameDepartments } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { accessTo, actorFor } from './case-access';
import type { createCaseReading } from './case-reading';
import type { CasesParts } from './cases';
import type { ReportIds } from './history';
import type { Assignee, Move } from './moves';
import type { ReportRecord } from './queries';

type Input<Schemas extends keyof typeof schemas> = InputOf<(typeof schemas)[Schemas]>;

export interface MovingParts extends CasesParts {
  shown: ReturnType<typeof createCaseReading>['shown'];
}

/** What is decided about a case that lies on the desk. */
export function createTriage({ reports, communities }: Omit<MovingParts, 'shown'>) {
  /** A department of the community, or a grid member who is active. */
  async function demandAssignee(tx: Queries, communityId: string, { kind, id }: Assignee): Promise<void> {
    const isThere =
      kind === 'department'
        ? (await nameDepartments(tx, communityId, [id])).length > 0
        : (await gridMembersOf(tx, await communities.describe(tx, communityId), [id]))[0]?.isActive;
    if (!isThere) throw refuse(caseProblems.assignee_unknown);
  }

  async function step(
    tx: Queries,
    { communityId, reportId }: ReportIds,
    asker: Asker,
    move: Omit<Move, 'by'>,
    actions: readonly ReportAction[] = [move.action],
  ): Promise<ReportRecord> {
    const { actors } = await accessTo(tx, { communityId, reportId }, asker);
    const by = { as: actorFor(actions, actors), personId: asker.personId };
    return reports.move(tx, { communityId, reportId }, { ...move, by });
  }

  return {
    step,
    demandAssignee,

    async assign(
      tx: Queries,
      ids: ReportIds,
      asker: Asker,
      given: Pick<Input<'assignReportSchemas'>, 'assignee' | 'words' | 'version'>,
    ) {
      const { assignee, words, version } = given;
      await demandAssignee(tx, ids.communityId, assignee);
      return step(tx, ids, asker, { action: 'assign', assignee, words: words?.trim() ?? null, version });
    },

    reject: (
      tx: Queries,
      ids: ReportIds,
      asker: Asker,
      given: Pick<Input<'rejectReportSchemas'>, 'reason' | 'version'>,
    ) => step(tx, ids, asker, { action: 'reject', words: given.reason.trim(), version: given.version }),

    refer: (
      tx: Queries,
      ids: ReportIds,
      asker: Asker,
      given: Pick<Input<'referReportSchemas'>, 'receiver' | 'reason' | 'version'>,
    ) =>
      step(tx, ids, asker, {
        action: 'refer',
        receiver: given.receiver.trim(),
        words: given.reason.trim(),
        version: given.version,
      }),
  };
}

export type Triage = ReturnType<typeof createTriage>;

/** Staff: what becomes of a case that lies on the desk. */
export function createDeciding(parts: MovingParts & { triage: Triage }) {
  const { database, reports, triage, shown } = parts;
  return {
    /** Staff, organiser or admin. */
    async assignReport(input: Input<'assignReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      await triage.assign(tx, input, asker, input);
      return shown(tx, input, asker);
    },

    /** Staff, organiser or admin. */
    async rejectReport(input: Input<'rejectReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      await triage.reject(tx, input, asker, input);
      return shown(tx, input, asker);
    },

    /** Staff, organiser or admin. */
    async referReport(input: Input<'referReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      await triage.refer(tx, input, asker, input);
      return shown(tx, input, asker);
    },

    /** Staff, organiser or admin. */
    async recategoriseReport(input: Input<'recategoriseReportSchemas'>, asker: Asker): Promise<Case> {
      return database.transaction(async (tx) => {
        const { category, reason, version } = input;
        await accessTo(tx, input, asker);
        const by = { as: 'staff', personId: asker.personId } as const;
        await reports.recategorise(tx, input, { category, words: reason.trim(), version, by });
        return shown(tx, input, asker);
      });
    },

    /** Staff, organiser or admin. */
    async mergeReport(input: Input<'mergeReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      const { canonicalId, words, version } = input;
      const { actors } = await accessTo(tx, input, asker);
      const by = { as: actorFor(['merge'], actors), personId: asker.personId };
      await reports.mergeInto(tx, input, { canonicalId, words: words?.trim() ?? null, version, by });
      return shown(tx, input, asker);
    },

    /** Organiser or admin. To whom it was given before, unless somebody else is named. */
    async decideReopening(input: Input<'decideReopeningSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      const { communityId, isAccepted, reply, version } = input;
      const said = { words: reply.trim(), version };
      const decision = ['reopen', 'decline_reopening'] as const;
      if (!isAccepted) {
        await triage.step(tx, input, asker, { action: 'decline_reopening', ...said }, decision);
        return shown(tx, input, asker);
      }
      const { report } = await accessTo(tx, input, asker);
      const assignee = input.assignee ?? assigneeOf(report);
      if (!assignee) throw refuse(caseProblems.assignee_unknown);
      await triage.demandAssignee(tx, communityId, assignee);
      await triage.step(tx, input, asker, { action: 'reopen', assignee, ...said }, decision);
      return shown(tx, input, asker);
    },
  };
}

function assigneeOf({ departmentId, gridMembershipId }: ReportRecord): Assignee | null {
  if (departmentId !== null) return { kind: 'department', id: departmentId };
  return gridMembershipId === null ? null : { kind: 'grid_member', id: gridMembershipId };
}
