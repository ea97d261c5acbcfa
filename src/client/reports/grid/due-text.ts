import type { GridTask } from '../../../contract/report-checks';
import { dayAt, dayOf, daysBetween, plainDateText, timeText } from '../../ui/dates';
import { dueTexts as texts } from './texts';

export interface DueWords {
  readonly text: string;
  /** Red past it, orange within a day of it, green before. */
  readonly tone: 'danger' | 'warn' | 'good';
}

const hourMs = 3_600_000;

/** Null where nobody set a time. */
export function dueWords(
  { dueAt, isOverdue }: Pick<GridTask, 'dueAt' | 'isOverdue'>,
  now: number,
): DueWords | null {
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - now;
  if (isOverdue || left < 0) {
    const hours = Math.max(1, Math.round(-left / hourMs));
    const text = hours < 48 ? texts.overdueHours(hours) : texts.overdueDays(Math.floor(hours / 24));
    return { text, tone: 'danger' };
  }
  const days = daysBetween(dayAt(new Date(now), dueAt), dayOf(dueAt));
  const moment =
    days === 0
      ? texts.today(timeText(dueAt))
      : days === 1
        ? texts.tomorrow(timeText(dueAt))
        : plainDateText(dayOf(dueAt));
  return { text: texts.before(moment), tone: left <= 24 * hourMs ? 'warn' : 'good' };
}
