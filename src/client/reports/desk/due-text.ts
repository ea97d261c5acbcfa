import type { CaseRow, DueKind } from '../../../contract/report-cases';
import { dayAt, dayOf, daysBetween, plainDateText, timeText } from '../../ui/dates';
import { overdueText, triageTexts } from './triage-texts';

type Tone = 'danger' | 'warn' | 'good' | 'plain';

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
export function dueText({ due, next }: Pick<CaseRow, 'due' | 'next'>, now: number): string {
  if (due === 'none' || !next?.dueAt) return triageTexts.noDue;
  return due === 'overdue' ? overdueText(now - Date.parse(next.dueAt)) : momentOf(next.dueAt, now);
}
