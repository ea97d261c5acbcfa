import type { ConsultationDay, DeskConsultation, Officer } from '../../contract/consultation-desk';
import type {
  callOffConsultationSchemas,
  getConsultationDaySchemas,
  settleConsultationSchemas,
} from '../../contract/consultation-desk.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { dayMs, instantOf, localDate, localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import { refuse } from '../platform/refusal';
import * as queries from './day-queries';
import { listDaysOff } from './hours-queries';
import { consultationMachine } from './machine';
import type { Moves } from './moves';
import { demandOfficer, officersFor } from './officers';
import type { ConsultationRow } from './queries';
import type { ConsultationParts } from './service';
import type { Views } from './views';

interface DayParts extends ConsultationParts {
  moves: Moves;
  views: Views;
}

type DaySlot = ConsultationDay['slots'][number];

/** As the asker sees it: who comes and why is for whom they come to. */
function createShowing({ clock, people }: DayParts) {
  return async function shown(
    from: Queries,
    rows: readonly ConsultationRow[],
    asker: Asker,
  ): Promise<Map<string, DeskConsultation>> {
    const own = rows.filter(({ officerId }) => officerId === asker.personId);
    const ids = own.flatMap(({ personId }) => personId ?? []);
    const known = await people.describePeople(from, ids);
    const now = clock.now();
    const views = rows.map((row): [string, DeskConsultation] => {
      const { id, state, cancelledBy, reason, version } = row;
      const isOwn = row.officerId === asker.personId;
      const may = (action: 'hold' | 'call_off') =>
        can(consultationMachine, state, action, [isOwn ? 'officer' : 'staff']);
      const view = {
        ...{ id, state, cancelledBy, reason, version },
        note: isOwn ? row.note : null,
        requestId: isOwn ? row.requestId : null,
        person: isOwn && row.personId !== null ? (known.get(row.personId) ?? null) : null,
        can: { settle: row.startsAt <= now && may('hold'), callOff: row.startsAt > now && may('call_off') },
      };
      return [id, view];
    });
    return new Map(views);
  };
}

function createReading({ clock, communities, views }: DayParts) {
  /** Of the officer's days to come. */
  async function daysOf(from: Queries, communityId: string, officerId: string, timeZone: string) {
    const today = localDate(timeZone, clock.now());
    const start = new Date(instantOf(timeZone, Date.parse(today)));
    const ahead = await from.rows(queries.listAhead, [communityId, officerId, start]);
    const off = await from.rows(listDaysOff, [communityId, [officerId], today]);
    const days = new Map<string, ConsultationDay['days'][number]>(
      off.map(({ day }) => [day, { day, booked: 0, free: 0, isOff: true }]),
    );
    for (const { startsAt, isTaken } of ahead) {
      const day = localDate(timeZone, startsAt);
      const known = days.get(day) ?? { day, booked: 0, free: 0, isOff: false };
      days.set(day, { ...known, ...(isTaken ? { booked: known.booked + 1 } : { free: known.free + 1 }) });
    }
    return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  async function readDay(from: Queries, communityId: string, officerId: string, day: string | undefined) {
    const timeZone = await communities.timeZoneOf(from, communityId);
    const date = day ?? localDate(timeZone, clock.now());
    const at = (local: number) => new Date(instantOf(timeZone, local));
    const span = [communityId, officerId, at(Date.parse(date)), at(Date.parse(date) + dayMs)];
    const off = await from.rows(listDaysOff, [communityId, [officerId], date]);
    return {
      timeZone,
      date,
      dayOff: off.find((one) => one.day === date) ?? null,
      taken: await from.rows(queries.listOfDay, span),
      open: await from.rows(queries.listOpenSlots, span),
      days: await daysOf(from, communityId, officerId, timeZone),
      topicOf: await views.topicsOf(from, communityId),
    };
  }

  type Read = Awaited<ReturnType<typeof readDay>>;

  function slotsOf({ taken, open, timeZone, topicOf }: Read, byId: ReadonlyMap<string, DeskConsultation>) {
    const now = clock.now();
    const stateOf = (startsAt: Date, isClosed: boolean): DaySlot['state'] =>
      isClosed ? 'closed' : startsAt <= now ? 'past' : 'free';
    const all = [
      ...taken.map((row) => ({ ...row, state: 'taken' as const, consultation: byId.get(row.id) ?? null })),
      ...open.map((row) => ({ ...row, state: stateOf(row.startsAt, row.isClosed), consultation: null })),
    ];
    return all
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .map(({ startsAt, endsAt, way, place, topicId, state, consultation }): DaySlot => ({
        ...{ way, place, state, consultation },
        startsAt: localIso(timeZone, startsAt.getTime()),
        endsAt: localIso(timeZone, endsAt.getTime()),
        topic: topicOf(topicId),
      }));
  }

  return { readDay, slotsOf };
}

/** The officer whose day is asked for; of several the asker's own, else the first. */
function chosen(officers: readonly Officer[], officerId: string | undefined, asker: Asker): Officer {
  const wanted = officerId ?? asker.personId;
  const found = officers.find(({ personId }) => personId === wanted);
  const officer = found ?? (officerId === undefined ? officers[0] : undefined);
  if (!officer) throw refuse(problems.not_found);
  return officer;
}

/** An officer's days. */
export function createDay(parts: DayParts) {
  const { database, audit } = parts;
  const show = createShowing(parts);
  const { readDay, slotsOf } = createReading(parts);

  return {
    /** An officer, their own, which is written down; staff, organiser or admin anybody's, without who comes. */
    getConsultationDay(
      { communityId, officerId, day }: InputOf<typeof getConsultationDaySchemas>,
      asker: Asker,
    ): Promise<ConsultationDay> {
      return database.transaction(async (tx) => {
        const officers = await officersFor(tx, communityId, asker);
        const officer = chosen(officers, officerId, asker);
        const read = await readDay(tx, communityId, officer.personId, day);
        const byId = await show(tx, read.taken, asker);
        const count = [...byId.values()].filter(({ person }) => person !== null).length;
        const look = { communityId, actorId: asker.personId, details: { day: read.date, count } };
        if (count > 0) await audit.record(tx, { ...look, action: 'consultations_listed' });
        return {
          ...{ day: read.date, officer, officers, days: read.days },
          isOff: read.dayOff !== null,
          note: read.dayOff?.note ?? null,
          slots: slotsOf(read, byId),
        };
      });
    },
  };
}

/** What is done about who comes. */
export function createSettling(parts: DayParts) {
  const { moves } = parts;
  const show = createShowing(parts);

  async function findFor(
    tx: Queries,
    communityId: string,
    id: string,
    asker: Asker,
  ): Promise<ConsultationRow> {
    const row = await tx.row(queries.findOfCommunity, [communityId, id]);
    if (!row) throw refuse(problems.not_found);
    demandOfficer(asker, communityId, row.officerId);
    return row;
  }

  async function one(tx: Queries, row: ConsultationRow, asker: Asker): Promise<DeskConsultation> {
    const view = (await show(tx, [row], asker)).get(row.id);
    if (!view) throw refuse(problems.not_found);
    return view;
  }

  return {
    /** The officer, once it has begun. */
    async settleConsultation(
      { communityId, consultationId, outcome, version }: InputOf<typeof settleConsultationSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<DeskConsultation> {
      const row = await findFor(tx, communityId, consultationId, asker);
      if (row.officerId !== asker.personId) throw refuse(problems.forbidden);
      const action = outcome === 'held' ? 'hold' : 'miss';
      return one(tx, await moves.move(tx, row, { action, by: ['officer'], version, when: 'after' }), asker);
    },

    /** The officer or staff, until it begins. */
    async callOffConsultation(
      { communityId, consultationId, reason, version }: InputOf<typeof callOffConsultationSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<DeskConsultation> {
      const row = await findFor(tx, communityId, consultationId, asker);
      const moved = await moves.callOff(tx, row, { version, reason: reason.trim(), isSlotKept: true });
      await moves.freeTime(tx, communityId, [moved]);
      return one(tx, moved, asker);
    },
  };
}
