import type { SeriesRule } from '../../contract/activity-desk';
import { dayMs, instantOf, localIso } from '../platform/local-time';

/** The zone's wall clock at an instant, read as if it were UTC. */
export const wallOf = (timeZone: string, at: Date): number =>
  Date.parse(`${localIso(timeZone, at.getTime()).slice(0, 19)}Z`);

/** The instant that is so much later by the zone's wall clock. */
export const laterBy = (timeZone: string, at: Date, ms: number): Date =>
  new Date(instantOf(timeZone, wallOf(timeZone, at) + ms));

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The day, so many months later, that is the same weekday in the same week of its month; the fifth is the last. */
function inLaterMonth(first: number, months: number): number {
  const start = new Date(first);
  const which = Math.ceil(start.getUTCDate() / 7);
  const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const offset = (start.getUTCDay() - month.getUTCDay() + 7) % 7;
  const day = 1 + offset + (which - 1) * 7;
  const last = daysIn(month.getUTCFullYear(), month.getUTCMonth());
  const date = day > last ? day - 7 : day;
  return month.getTime() + (date - 1) * dayMs;
}

const startOfDay = (wall: number) => Math.floor(wall / dayMs) * dayMs;

/** By how many milliseconds of the wall clock each is later than the first, which is 0; at most `most` of them. */
export function* stepsOf(rule: SeriesRule, firstWall: number, most: number): Generator<number> {
  const day = startOfDay(firstWall);
  for (let index = 0; index < most; index += 1) {
    if (rule.kind === 'weekly') yield index * rule.everyWeeks * 7 * dayMs;
    else yield inLaterMonth(day, index) - day;
  }
}
