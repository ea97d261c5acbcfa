import { escalationLadder, reportDeadlines } from '../../contract/deadlines';
import { reportLimits, type ReportCategory, type ReportState } from '../../contract/reports';
import { clockAfter, dueAfter, nextEscalation, type DeadlinePlan } from '../platform/deadlines';
import { dayMs } from '../platform/local-time';
import type { WorkingCalendar } from '../platform/working-time';
import type { ReportRecord } from './queries';

/** The deadline of a state, and when somebody is told that it has passed. */
export interface ReportClock {
  dueAt: Date | null;
  remainingMs: number | null;
  rung: number;
  escalateAt: Date | null;
}

/** Days that are the reporter's: when they are over it goes on without them, and nobody here is late. */
const reportersDays: Partial<Record<ReportState, number>> = {
  info_requested: reportLimits.answerDays,
  resolved: reportLimits.reopenDays,
};

const reportPlan = (calendar: WorkingCalendar): DeadlinePlan<ReportState> => ({
  rules: reportDeadlines,
  stopsIn: ['info_requested'],
  calendar,
});

function clockTo(
  state: ReportState,
  dueAt: Date | null,
  remainingMs: number | null,
  calendar: WorkingCalendar,
): ReportClock {
  const isOurs = reportersDays[state] === undefined;
  const first = dueAt && isOurs ? nextEscalation(escalationLadder, { dueAt, level: 0 }, calendar) : null;
  return { dueAt, remainingMs, rung: 0, escalateAt: first?.at ?? null };
}

/** Of a report that comes into another state. `until` is the day that whoever deals with it has named. */
export function clockAfterMove(
  report: Pick<ReportRecord, 'category' | 'state' | 'dueAt' | 'remainingMs'>,
  { to, until, at }: { to: ReportState; until: Date | null; at: Date },
  calendar: WorkingCalendar,
): ReportClock {
  if (until) return clockTo(to, until, null, calendar);
  const { category, state: from, dueAt, remainingMs: leftMs } = report;
  const clock = clockAfter(reportPlan(calendar), { dueAt, leftMs }, { category, from, to, at });
  const days = reportersDays[to];
  if (days === undefined) return clockTo(to, clock.dueAt, null, calendar);
  // What stands still is the deadline of who asked; who was asked has one of their own.
  return clockTo(to, new Date(at.getTime() + days * dayMs), clock.leftMs, calendar);
}

/** Of a report that turns out to be of another category: time begins anew where it depends on that. */
export function clockOfCategory(
  report: ReportRecord,
  category: ReportCategory,
  at: Date,
  calendar: WorkingCalendar,
): ReportClock {
  const { state, dueAt, remainingMs, rung, escalateAt } = report;
  if (state !== 'triage' && state !== 'assigned' && state !== 'in_progress')
    return { dueAt, remainingMs, rung, escalateAt };
  return clockTo(state, dueAfter(reportPlan(calendar), category, state, at), null, calendar);
}
