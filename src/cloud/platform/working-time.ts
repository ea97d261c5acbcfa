import type { TimeAmount, TimeUnit } from '../../contract/deadlines';
import { defaultWorkingHours } from '../../contract/working-days';
import { specialDaysOf } from './holidays';
import { dayMs, instantOf, localDay, minuteMs } from './local-time';

/** When a community works. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Minutes since local midnight; it closes after it opens, on the same day. */
  readonly opens: number;
  readonly closes: number;
  /** By days since 1970-01-01 on the local calendar. */
  isWorkingDay(day: number): boolean;
}

interface CalendarParts {
  timeZone: string;
  /** `09:00` */
  hours?: { opens: string; closes: string };
  /** `YYYY-MM-DD` → whether the community works, against what everybody does. */
  exceptions?: ReadonlyMap<string, boolean>;
}

const hourMs = 60 * minuteMs;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** 1970-01-01 was a Thursday. */
const isWeekend = (day: number) => (((day + 3) % 7) + 7) % 7 > 4;

/** The calendar of everybody in China, with what a community does otherwise. */
export function workingCalendar({
  timeZone,
  hours = defaultWorkingHours,
  exceptions,
}: CalendarParts): WorkingCalendar {
  return {
    timeZone,
    opens: minutesOf(hours.opens),
    closes: minutesOf(hours.closes),
    isWorkingDay(day) {
      const date = new Date(day * dayMs).toISOString().slice(0, 10);
      const special = specialDaysOf(Number(date.slice(0, 4))).get(date);
      return exceptions?.get(date) ?? special?.isWorking ?? !isWeekend(day);
    },
  };
}

/** Where the working time of a day begins and ends; null on a day off. */
function spanOn(calendar: WorkingCalendar, day: number): { from: number; to: number } | null {
  if (!calendar.isWorkingDay(day)) return null;
  const at = (minutes: number) => instantOf(calendar.timeZone, day * dayMs + minutes * minuteMs);
  return { from: at(calendar.opens), to: at(calendar.closes) };
}

function afterWorking(from: number, ms: number, calendar: WorkingCalendar): number {
  if (ms <= 0) return from;
  let left = ms;
  for (let day = localDay(calendar.timeZone, from); ; day += 1) {
    const span = spanOn(calendar, day);
    if (!span || span.to <= from) continue;
    const start = Math.max(span.from, from);
    if (start + left <= span.to) return start + left;
    left -= span.to - start;
  }
}

/** Milliseconds of working time from one instant to a later one; 0 when it is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  let total = 0;
  const last = localDay(calendar.timeZone, to.getTime());
  for (let day = localDay(calendar.timeZone, from.getTime()); day <= last; day += 1) {
    const span = spanOn(calendar, day);
    if (!span) continue;
    total += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()));
  }
  return total;
}

/** Whether only working time counts. */
const isWorking = (unit: TimeUnit) => unit === 'workingHours' || unit === 'workingDays';

function msOf({ unit, amount }: TimeAmount, { opens, closes }: WorkingCalendar): number {
  const working = { workingHours: hourMs, workingDays: (closes - opens) * minuteMs };
  return amount * { hours: hourMs, days: dayMs, ...working }[unit];
}

/** Milliseconds, as the unit counts them, left until `to`; never less than 0. */
export function timeLeft(unit: TimeUnit, from: Date, to: Date, calendar: WorkingCalendar): number {
  return isWorking(unit)
    ? workingTimeBetween(from, to, calendar)
    : Math.max(0, to.getTime() - from.getTime());
}

/** When that many milliseconds, as the unit counts them, have passed. */
export function afterTimeLeft(unit: TimeUnit, from: Date, ms: number, calendar: WorkingCalendar): Date {
  return new Date(isWorking(unit) ? afterWorking(from.getTime(), ms, calendar) : from.getTime() + ms);
}

/** A working day is as much working time as one has: from Monday 15:00 it ends on Tuesday 15:00, from Saturday at Monday's end. */
export function addWorkingTime(from: Date, amount: TimeAmount, calendar: WorkingCalendar): Date {
  return afterTimeLeft(amount.unit, from, msOf(amount, calendar), calendar);
}
