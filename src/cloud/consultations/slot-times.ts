import { consultationLimits } from '../../contract/consultations';
import { specialDaysOf } from '../platform/holidays';
import { dayMs, instantOf, localDay, minuteMs, weekdayOf } from '../platform/local-time';
import type { WorkingCalendar } from '../platform/working-time';
import type { HoursRow } from './hours-queries';

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

/** Hours on a weekend are meant; those of the week are not when the community does not work, and a holiday is one for all. */
function isOpenOn(day: number, calendar: WorkingCalendar): boolean {
  if (weekdayOf(day) <= 5) return calendar.isWorkingDay(day);
  const date = dateOf(day);
  return specialDaysOf(Number(date.slice(0, 4))).get(date)?.isWorking !== false;
}

type Hours = Pick<HoursRow, 'weekdays' | 'opens' | 'closes' | 'slotMinutes' | 'fromDay' | 'untilDay'>;

/** When the appointments of hours begin, from now on and as far ahead as they are made. */
export function slotTimes(
  hours: Hours,
  { calendar, daysOff, now }: { calendar: WorkingCalendar; daysOff: ReadonlySet<string>; now: Date },
): Date[] {
  const today = localDay(calendar.timeZone, now.getTime());
  const length = hours.slotMinutes;
  const days = Array.from({ length: consultationLimits.weeksAhead * 7 + 1 }, (_, index) => today + index);
  return days
    .filter((day) => {
      const date = dateOf(day);
      const isWithin = date >= hours.fromDay && (hours.untilDay === null || date <= hours.untilDay);
      return (
        isWithin && hours.weekdays.includes(weekdayOf(day)) && !daysOff.has(date) && isOpenOn(day, calendar)
      );
    })
    .flatMap((day) => {
      const count = Math.floor((minutesOf(hours.closes) - minutesOf(hours.opens)) / length);
      const at = (index: number) => (minutesOf(hours.opens) + index * length) * minuteMs;
      return Array.from(
        { length: count },
        (_, index) => new Date(instantOf(calendar.timeZone, day * dayMs + at(index))),
      );
    })
    .filter((at) => at > now);
}

/** Whether both could be on the same day at the same time. */
export function doOverlap(one: Hours, other: Hours): boolean {
  const endOf = ({ untilDay }: Hours) => untilDay ?? '9999-12-31';
  const share = one.weekdays.some((weekday) => other.weekdays.includes(weekday));
  const inDays = one.fromDay <= endOf(other) && other.fromDay <= endOf(one);
  return share && inDays && one.opens < other.closes && other.opens < one.closes;
}
