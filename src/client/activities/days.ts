import { dayAfter, monthAfter, weekdayIndex } from '../ui/dates';

/** Which days somebody looks for; a day of its own stands as `2026-11-28`. */
export const dayWishes = ['any', 'today', 'weekend', 'month'] as const;

interface Span {
  readonly from?: string;
  /** Counts, too. */
  readonly until?: string;
}

/** All days of `2026-11`. */
export const monthSpan = (month: string): Span => ({
  from: `${month}-01`,
  until: dayAfter(`${monthAfter(month, 1)}-01`, -1),
});

/** The days that are meant on this day; the weekend is the one that goes on, or the next. */
export function spanOf(wish: string, today: string): Span {
  if (wish === 'any') return {};
  if (wish === 'today') return { from: today, until: today };
  if (wish === 'month') return monthSpan(today.slice(0, 7));
  if (wish !== 'weekend') return { from: wish, until: wish };
  const weekday = weekdayIndex(today);
  const sunday = dayAfter(today, 6 - weekday);
  return { from: weekday === 6 ? today : dayAfter(sunday, -1), until: sunday };
}
