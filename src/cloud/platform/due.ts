import { problems } from '../../contract/http';
import type { Clock } from './clock';
import { decodeCursor, encodeCursor } from './cursor';
import type { Queries } from './database';
import { refuse } from './refusal';
import { addWorkingTime, type WorkingCalendar } from './working-time';

/** How a deadline stands; a working day before it, it is soon. */
type DueKind = 'overdue' | 'soon' | 'later' | 'none';

/** The moments that deadlines are judged by. */
export interface DueMoments {
  now: Date;
  /** A working day on. */
  soonUntil: Date;
}

/** Later than any deadline, and not yet never. */
const endOfTime = '9999-12-31';

/** Between which moments deadlines of a kind lie; where there is none it is infinity. */
export function dueRange(due: DueKind | undefined, { now, soonUntil }: DueMoments) {
  switch (due) {
    case undefined:
      return { dueAfter: null, dueUntil: null };
    case 'overdue':
      return { dueAfter: null, dueUntil: now };
    case 'soon':
      return { dueAfter: now, dueUntil: soonUntil };
    case 'later':
      return { dueAfter: soonUntil, dueUntil: endOfTime };
    case 'none':
      return { dueAfter: endOfTime, dueUntil: null };
  }
}

/** Which kind a deadline is; never is infinity. */
export function dueKindOf(dueAt: Date | number, { now, soonUntil }: DueMoments): DueKind {
  if (typeof dueAt === 'number') return 'none';
  if (dueAt <= now) return 'overdue';
  return dueAt <= soonUntil ? 'soon' : 'later';
}

/** Where a list by deadline goes on; what has none comes last. */
export function dueFrom(cursor: string | undefined): readonly [Date | string, string] {
  if (cursor === undefined) return ['-infinity', '00000000-0000-0000-0000-000000000000'];
  const [at, id = ''] = decodeCursor(cursor, 2);
  const moment = at === 'never' ? 'infinity' : new Date(Number(at));
  const isMoment = typeof moment === 'string' || !Number.isNaN(moment.getTime());
  if (isMoment && /^[0-9a-f-]{36}$/.test(id)) return [moment, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

export const cursorOfDue = ({ deskDueAt, id }: { deskDueAt: Date | number; id: string }) =>
  encodeCursor([typeof deskDueAt === 'number' ? 'never' : deskDueAt.getTime(), id]);

/** For colours of lists alone: deadlines themselves are made by what is written. */
const calendarKeptMs = 60_000;

interface MomentsParts {
  clock: Clock;
  communities: { timeZoneOf(from: Queries, communityId: string): Promise<string> };
  calendarOf(from: Queries, communityId: string): Promise<WorkingCalendar>;
}

/** Deadlines are judged by now and by the same time of the next working day. */
export function createMoments({ clock, communities, calendarOf }: MomentsParts) {
  const calendars = new Map<string, { calendar: WorkingCalendar; until: number }>();

  async function recentCalendarOf(from: Queries, communityId: string, now: Date): Promise<WorkingCalendar> {
    const known = calendars.get(communityId);
    if (known && now.getTime() < known.until) return known.calendar;
    const calendar = await calendarOf(from, communityId);
    calendars.set(communityId, { calendar, until: now.getTime() + calendarKeptMs });
    return calendar;
  }

  return async function momentsOf(
    from: Queries,
    communityId: string,
  ): Promise<DueMoments & { timeZone: string; calendar: WorkingCalendar }> {
    const timeZone = await communities.timeZoneOf(from, communityId);
    const now = clock.now();
    const calendar = await recentCalendarOf(from, communityId, now);
    const soonUntil = addWorkingTime(now, { unit: 'workingDays', amount: 1 }, calendar);
    return { now, soonUntil, timeZone, calendar };
  };
}
