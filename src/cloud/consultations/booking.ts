import { consultationLimits, consultationProblems, type Consultation } from '../../contract/consultations';
import type {
  cancelConsultationSchemas,
  createConsultationSchemas,
  listMyConsultationsSchemas,
} from '../../contract/consultations.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { agendaKeptMs } from '../agendas/service';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs, instantOf, localDay } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { Moves } from './moves';
import * as queries from './queries';
import type { ConsultationRow } from './queries';
import type { ConsultationParts } from './service';
import type { Telling } from './telling';
import { whenText } from './texts';
import type { Views } from './views';

interface BookingParts extends ConsultationParts {
  moves: Moves;
  telling: Telling;
  views: Views;
}

type Input = InputOf<typeof createConsultationSchemas>;

/** When people look at what the next day brings. */
const eveningMs = 18 * 3_600_000;

function createBook({ clock, activities, communities, requests, telling }: BookingParts) {
  /** Why nothing was taken. */
  async function refusalOf(tx: Queries, { communityId, slotId }: Input, personId: string) {
    const now = clock.now();
    const slot = await tx.row(queries.findSlot, [communityId, slotId]);
    if (slot?.isTaken) return refuse(consultationProblems.slot_taken);
    if (!slot || slot.isClosed || slot.startsAt <= now) return refuse(consultationProblems.slot_gone);
    const running = await tx.rows(queries.listRunning, [personId, now]);
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const other = running.find(({ startsAt, endsAt }) => startsAt < slot.endsAt && endsAt > slot.startsAt);
    if (other) {
      const detail = `您约了 ${whenText(timeZone, other.startsAt)} 的咨询，时间重叠了`;
      return refuse(consultationProblems.consultation_overlap, { detail });
    }
    const isFull = running.length >= consultationLimits.running;
    return refuse(isFull ? consultationProblems.too_many_consultations : consultationProblems.slot_gone);
  }

  /** In this community held against whatever else takes it meanwhile; elsewhere as it is known now. */
  async function claimTime(
    tx: Queries,
    { communityId, startsAt, endsAt }: ConsultationRow,
    personId: string,
  ) {
    const since = new Date(clock.now().getTime() - agendaKeptMs);
    const isFree = await tx.run(queries.claim, [communityId, personId, startsAt, endsAt, since]);
    const busy = await activities.busyWith(tx, personId, startsAt, endsAt);
    if (isFree && !busy) return;
    const detail = busy && `您这个时间报名了“${busy}”`;
    throw refuse(consultationProblems.consultation_overlap, { ...(detail && { detail }) });
  }

  return async function book(tx: Queries, input: Input, personId: string): Promise<ConsultationRow> {
    const { communityId, slotId, note, requestId } = input;
    if (requestId !== null && !(await requests.isOwnRequest(tx, communityId, requestId, personId)))
      throw refuse(problems.invalid_input, { fields: { requestId: '请选您自己的诉求' } });
    await tx.run(queries.lockPerson, [personId]);
    const slot = await tx.row(queries.findSlot, [communityId, slotId]);
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const evening = slot && eveningBefore(timeZone, slot.startsAt);
    const who = [communityId, slotId, newId(), personId, clock.now()];
    const rest = [requestId, note?.trim() ?? null, consultationLimits.running, evening ?? null];
    const row = await tx.row(queries.book, [...who, ...rest]);
    if (!row) throw await refusalOf(tx, input, personId);
    await claimTime(tx, row, personId);
    await telling.tellOfficer(tx, row, 'taken');
    return row;
  };
}

const eveningBefore = (timeZone: string, at: Date): Date =>
  new Date(instantOf(timeZone, (localDay(timeZone, at.getTime()) - 1) * dayMs + eveningMs));

/** What a rider does about appointments. */
export function createBooking(parts: BookingParts) {
  const { database, clock, moves, telling, views } = parts;
  const book = createBook(parts);

  async function findOwn(tx: Queries, consultationId: string, personId: string): Promise<ConsultationRow> {
    const row = await tx.row(queries.findById, [consultationId]);
    if (row?.personId !== personId) throw refuse(problems.not_found);
    return row;
  }

  async function shown(tx: Queries, row: ConsultationRow): Promise<Consultation> {
    const [one] = await views.shown(tx, [row]);
    if (!one) throw refuse(problems.not_found);
    return one;
  }

  return {
    /** A member. */
    createConsultation: async (input: Input, { personId }: Asker, tx: Queries): Promise<Consultation> =>
      shown(tx, await book(tx, input, personId)),

    /** A signed-in person, their own, the latest first. */
    async listMyConsultations(
      { isOpen, cursor, limit = pageLimits.default }: InputOf<typeof listMyConsultationsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyConsultationsSchemas>> {
      const values = [personId, ...latestFrom(cursor), isOpen ?? null, limit + 1, clock.now()];
      const found = await database.rows(queries.listMine, values);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await views.shown(database, page),
        nextCursor:
          found.length > page.length && last ? encodeCursor([last.startsAt.getTime(), last.id]) : null,
      };
    },

    /** Who has it. */
    getConsultation: async ({ consultationId }: { consultationId: string }, { personId }: Asker) =>
      shown(database, await findOwn(database, consultationId, personId)),

    /** Who has it, until it begins. */
    async cancelConsultation(
      { consultationId, version }: InputOf<typeof cancelConsultationSchemas>,
      { personId }: Asker,
      tx: Queries,
    ): Promise<Consultation> {
      const row = await findOwn(tx, consultationId, personId);
      const step = { action: 'cancel', by: ['rider'], version, when: 'before' } as const;
      const moved = await moves.move(tx, row, step);
      await tx.run(queries.release, [row.communityId, row.id, false]);
      await moves.freeTime(tx, row.communityId, [moved]);
      await telling.tellOfficer(tx, moved, 'given_back');
      return shown(tx, moved);
    },
  };
}
