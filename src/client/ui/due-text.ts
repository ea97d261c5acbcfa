import { dayAt, dayOf, daysBetween, plainDateText, timeText } from './dates';

type Tone = 'danger' | 'warn' | 'good' | 'plain';
type DueKind = 'overdue' | 'soon' | 'later' | 'none';

interface Due {
  readonly due: DueKind;
  readonly next: { readonly dueAt: string | null } | null;
}

const noDue = '不计时';

/** How long something is: 3 天, 5 小时, 20 分钟. */
export function spanText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
}

export const ageText = (ms: number): string => `${spanText(ms)}前`;

/** Red past it, orange near it, green before. */
export const dueTones: Record<DueKind, Tone> = {
  overdue: 'danger',
  soon: 'warn',
  later: 'good',
  none: 'plain',
};

/** Today 17:30, tomorrow 09:00, 12 月 1 日. */
function momentOf(dueAt: string, now: number): string {
  const days = daysBetween(dayAt(new Date(now), dueAt), dayOf(dueAt));
  if (days === 0) return `今天 ${timeText(dueAt)}`;
  return days === 1 ? `明天 ${timeText(dueAt)}` : plainDateText(dayOf(dueAt));
}

/** When it is due, or for how long it has been. */
export function dueText({ due, next }: Due, now: number): string {
  if (due === 'none' || !next?.dueAt) return noDue;
  return due === 'overdue' ? `超 ${spanText(now - Date.parse(next.dueAt))}` : momentOf(next.dueAt, now);
}
