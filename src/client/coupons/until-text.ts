import { dayAfter, dayAt, dayOf, daysBetween, instantText, plainDateText, timeText } from '../ui/dates';

/** Until when something is good: “今天有效”, “有效到 10 月 31 日”; where it ends within a day, with the hour. */
export function untilText(expiresAt: string, now: Date): string {
  if (timeText(expiresAt) !== '00:00') return `${instantText(expiresAt)} 前有效`;
  const last = dayAfter(dayOf(expiresAt), -1);
  const today = dayAt(now, expiresAt);
  const ahead = daysBetween(today, last);
  if (ahead === 0) return '今天有效';
  if (ahead === 1) return '有效到明天';
  const year = last.slice(0, 4) === today.slice(0, 4) ? '' : `${last.slice(0, 4)} 年 `;
  return `有效到 ${year}${plainDateText(last)}`;
}
