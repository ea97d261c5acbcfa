import { dayMs, instantOf, localIso } from '../platform/local-time';

/** Quiet hours are by the clock on everybody's wall here. */
const timeZone = 'Asia/Shanghai';

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** When something may be sent that comes up at `now`: at once, or when the quiet hours end. They may go over midnight. */
export function dueAfterQuiet(now: Date, from: string | null, to: string | null): Date {
  if (from === null || to === null || from === to) return now;
  const local = localIso(timeZone, now.getTime());
  const [start, end, at] = [minutesOf(from), minutesOf(to), minutesOf(local.slice(11, 16))];
  const isOverMidnight = start > end;
  const isQuiet = isOverMidnight ? at >= start || at < end : at >= start && at < end;
  if (!isQuiet) return now;
  const midnight = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  const days = isOverMidnight && at >= start ? dayMs : 0;
  return new Date(instantOf(timeZone, midnight + days + end * 60_000));
}
