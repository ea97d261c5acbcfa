import type { CouponPeriod } from '../../contract/coupons';
import { dayMs, instantOf, localDate, localDay, weekdayOf } from '../platform/local-time';

/** A moment as a community's calendar and clock have it. */
export interface LocalMoment {
  now: Date;
  /** `YYYY-MM-DD` */
  day: string;
  /** Monday is 1. */
  weekday: number;
  /** `HH:MM:SS` */
  time: string;
  /** The next local midnight. */
  midnight: Date;
}

const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

export function localMoment(timeZone: string, now: Date): LocalMoment {
  const day = localDay(timeZone, now.getTime());
  const sinceMidnight = now.getTime() - instantOf(timeZone, day * dayMs);
  return {
    now,
    day: localDate(timeZone, now),
    weekday: weekdayOf(day),
    time: new Date(sinceMidnight).toISOString().slice(11, 19),
    midnight: new Date(instantOf(timeZone, (day + 1) * dayMs)),
  };
}

/** The first day of the day, week or month; 1970-01-01 for ever. */
export function periodOf(period: CouponPeriod, { day, weekday }: LocalMoment): string {
  if (period === 'day') return day;
  if (period === 'ever') return dateOf(0);
  if (period === 'month') return `${day.slice(0, 7)}-01`;
  return dateOf(Date.parse(day) / dayMs - (weekday - 1));
}

/** When the next period begins; null when none does. */
export function nextPeriodAt(period: CouponPeriod, timeZone: string, moment: LocalMoment): Date | null {
  if (period === 'ever') return null;
  const first = Date.parse(periodOf(period, moment)) / dayMs;
  const date = new Date(first * dayMs);
  const next =
    period === 'day'
      ? first + 1
      : period === 'week'
        ? first + 7
        : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs;
  return new Date(instantOf(timeZone, next * dayMs));
}
