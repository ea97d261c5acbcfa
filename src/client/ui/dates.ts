import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.locale('zh-cn');

export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Monday is 0. */
export const weekdayIndex = (day: string): number => (dayjs.utc(day).day() + 6) % 7;

/** Of a calendar day, `2026-10-01`. */
export const weekdayName = (day: string): string => dayjs.utc(day).format('ddd');

/** 2026-10-01 → “10 月 1 日”. */
export const plainDateText = (day: string): string => dayjs.utc(day).format('M 月 D 日');

/** 2026-10-01 → “10 月 1 日 周四”. */
export const dateText = (day: string): string => `${plainDateText(day)} ${weekdayName(day)}`;

/** `2026-10-01` and some days on. */
export const dayAfter = (day: string, days: number): string =>
  dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');

export const daysBetween = (from: string, to: string): number => dayjs.utc(to).diff(dayjs.utc(from), 'day');

/** Times of the cloud carry the community's own offset: their clock face is shown as it stands. */
const clockFace = (instant: string): Dayjs => dayjs.utc(instant.slice(0, 19));

export const dayOf = (instant: string): string => clockFace(instant).format('YYYY-MM-DD');
export const timeText = (instant: string): string => clockFace(instant).format('HH:mm');
export const momentText = (instant: string): string => `${dateText(dayOf(instant))} ${timeText(instant)}`;

/** The calendar day of `now` where the instant's offset holds. */
export function dayAt(now: Date, instant: string): string {
  const offset = /[+-]\d\d:\d\d$/.exec(instant)?.[0];
  const there = dayjs.utc(now);
  return (offset ? there.utcOffset(offset) : there).format('YYYY-MM-DD');
}

/** 10:32 of an epoch time, by the phone's clock. */
export const clockText = (at: number): string => dayjs(at).format('H:mm');

/** 10:32:07 of an epoch time, by the phone's zone. */
export const runningClockText = (at: number): string => dayjs(at).format('HH:mm:ss');

/** The hour on the phone's clock. */
export const hourNow = (): number => dayjs().hour();

/** The day on the phone's calendar, `2026-11-23`. */
export const today = (at: number): string => dayjs(at).format('YYYY-MM-DD');

/** An instant in UTC with the phone's own offset. */
export const localInstant = (instant: string): string => dayjs(instant).format();

/** Any instant as a moment: by its own offset, or by the phone's where it is in UTC. */
export const instantText = (instant: string): string =>
  momentText(instant.endsWith('Z') ? localInstant(instant) : instant);

/** `2026-11` and some months on. */
export function monthAfter(month: string, months: number): string {
  const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}
