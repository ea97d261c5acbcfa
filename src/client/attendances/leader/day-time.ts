import type { DayActivity } from '../../../contract/attendances';
import { dayOf } from '../../ui/dates';

const halfDayMs = 43_200_000;

/** The instant of a time of day on the day of an activity; one that goes past midnight has some of the next. */
export function instantAt({ startsAt }: Pick<DayActivity, 'startsAt'>, time: string): string {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(startsAt)?.[0] ?? 'Z';
  const sameDay = Date.parse(`${dayOf(startsAt)}T${time}:00${offset}`);
  const isNextDay = sameDay < Date.parse(startsAt) - halfDayMs;
  return new Date(isNextDay ? sameDay + 2 * halfDayMs : sameDay).toISOString();
}
