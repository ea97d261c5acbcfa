import { consultationDeskProblems } from '../../contract/consultation-desk';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './hours-queries';
import type { HoursRow } from './hours-queries';
import type { Moves } from './moves';
import type { ConsultationRow } from './queries';
import type { ConsultationParts } from './service';
import { slotTimes } from './slot-times';
import { bookedText } from './texts';

interface SlotsParts extends ConsultationParts {
  moves: Moves;
}

/** What becomes of appointments that stand in the way. */
export type CallOff = { reason: string } | undefined;

const never = new Date('9999-01-01');

/** Refused, with those in the way named, unless they are to be called off. */
function createClearing({ communities, moves }: SlotsParts) {
  return async function clear(
    tx: Queries,
    communityId: string,
    inTheWay: readonly ConsultationRow[],
    callOff: CallOff,
  ): Promise<void> {
    if (inTheWay.length === 0) return;
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const starts = inTheWay.map(({ startsAt }) => startsAt);
    if (!callOff)
      throw refuse(consultationDeskProblems.hours_booked, { detail: bookedText(timeZone, starts) });
    for (const row of inTheWay) {
      await moves.callOff(tx, row, {
        version: row.version,
        reason: callOff.reason.trim(),
        isSlotKept: false,
      });
    }
    await moves.freeTime(tx, communityId, inTheWay);
  };
}

export type Slots = ReturnType<typeof createSlots>;

/** Appointments as rows, made ahead. Whatever changes those of an officer holds their lock. */
export function createSlots(parts: SlotsParts) {
  const { clock, workingDays } = parts;
  const clear = createClearing(parts);

  async function timesOf(tx: Queries, hours: HoursRow): Promise<Date[]> {
    const calendar = await workingDays.calendarOf(tx, hours.communityId);
    const now = clock.now();
    const values = [hours.communityId, [hours.officerId], localDate(calendar.timeZone, now)];
    const daysOff = new Set((await tx.rows(queries.listDaysOff, values)).map(({ day }) => day));
    return slotTimes(hours, { calendar, daysOff, now });
  }

  async function make(tx: Queries, hours: HoursRow, times: readonly Date[]): Promise<void> {
    if (times.length === 0) return;
    const { communityId, id, officerId, slotMinutes } = hours;
    const ids = times.map(() => newId());
    await tx.run(queries.insertSlots, [communityId, id, officerId, slotMinutes, ids, times]);
  }

  /** All hours of an officer, as far ahead as appointments are made. */
  async function makeOf(tx: Queries, communityId: string, officerId: string): Promise<void> {
    await tx.run(queries.lockOfficer, [communityId, officerId]);
    for (const hours of await tx.rows(queries.listHours, [communityId, [officerId]]))
      await make(tx, hours, await timesOf(tx, hours));
  }

  return {
    /** Hours as they are now: what nobody has is made anew, what somebody has stays where it fits. */
    async refit(tx: Queries, hours: HoursRow, callOff: CallOff): Promise<void> {
      const { communityId, officerId, id, slotMinutes } = hours;
      const times = await timesOf(tx, hours);
      const now = clock.now();
      await tx.run(queries.deleteFree, [communityId, officerId, id, now, never, times]);
      const booked = await tx.rows(queries.listBooked, [communityId, officerId, id, now, never]);
      const fitting = new Set(times.map((at) => at.getTime()));
      const lengthMs = slotMinutes * 60_000;
      const inTheWay = booked.filter(
        ({ startsAt, endsAt }) =>
          startsAt > now &&
          !(fitting.has(startsAt.getTime()) && endsAt.getTime() - startsAt.getTime() === lengthMs),
      );
      await clear(tx, communityId, inTheWay, callOff);
      await make(tx, hours, times);
    },

    /** Nothing of these hours, or of an officer between two moments, is left to come. */
    async empty(
      tx: Queries,
      { communityId, officerId }: Pick<HoursRow, 'communityId' | 'officerId'>,
      what: { hoursId: string | null; from: Date; to: Date },
      callOff: CallOff,
    ): Promise<void> {
      const now = clock.now();
      const from = what.from > now ? what.from : now;
      const values = [communityId, officerId, what.hoursId, from, what.to];
      await tx.run(queries.deleteFree, [...values, []]);
      const booked = await tx.rows(queries.listBooked, values);
      await clear(
        tx,
        communityId,
        booked.filter(({ startsAt }) => startsAt > now),
        callOff,
      );
    },

    makeOf,
  };
}
