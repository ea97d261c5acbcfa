import type { Communities } from '../communities/service';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import { addWorkingTime, type WorkingCalendar } from '../platform/working-time';
import type { DueMoments } from './case-filter';
import type { Reports } from './service';

/** For colours of lists alone: deadlines themselves are made by what is written. */
const calendarKeptMs = 60_000;

interface MomentsParts {
  clock: Clock;
  communities: Pick<Communities, 'timeZoneOf'>;
  calendarOf: Reports['calendarOf'];
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
