import type { ReportCategory, ReportState } from './reports';

/** `workingDays` and `workingHours` pass only while the community works; `days` are of 24 hours and always pass. */
export type TimeUnit = 'hours' | 'days' | 'workingHours' | 'workingDays';

export interface TimeAmount {
  readonly unit: TimeUnit;
  readonly amount: number;
}

/** How long something of a category may stay in a state. `*` is every category that has no line of its own. */
export interface DeadlineRule<
  Category extends string = string,
  State extends string = string,
> extends TimeAmount {
  readonly category: Category | '*';
  readonly state: State;
}

/** Who is told how long after a deadline has passed. The first rung is level 1. */
export interface EscalationRung<Audience extends string = string> {
  readonly after: TimeAmount;
  readonly tell: Audience;
}

/** Whoever deals with it is told first, then those who handed it out, then those who answer for the community. */
export const escalationLadder = [
  { after: { unit: 'workingHours', amount: 0 }, tell: 'assignee' },
  { after: { unit: 'workingDays', amount: 1 }, tell: 'staff' },
  { after: { unit: 'workingDays', amount: 3 }, tell: 'organiser' },
] as const satisfies readonly EscalationRung[];

/**
 * How long a report may wait for its next step. Where it may hurt somebody every hour counts. A report that is scheduled
 * has the date it was promised for; how long a question and an outcome stand open is in the limits of reports.
 */
export const reportDeadlines: readonly DeadlineRule<ReportCategory, ReportState>[] = [
  { state: 'screening', category: '*', unit: 'workingHours', amount: 4 },
  { state: 'triage', category: '*', unit: 'workingDays', amount: 1 },
  { state: 'triage', category: 'safety_hazard', unit: 'workingHours', amount: 2 },
  { state: 'triage', category: 'e_bike_charging', unit: 'workingHours', amount: 4 },
  { state: 'triage', category: 'road_manhole', unit: 'workingHours', amount: 4 },
  { state: 'assigned', category: '*', unit: 'workingDays', amount: 1 },
  { state: 'assigned', category: 'safety_hazard', unit: 'workingHours', amount: 2 },
  { state: 'assigned', category: 'e_bike_charging', unit: 'workingHours', amount: 4 },
  { state: 'assigned', category: 'road_manhole', unit: 'workingHours', amount: 4 },
  { state: 'in_progress', category: '*', unit: 'workingDays', amount: 5 },
  { state: 'in_progress', category: 'safety_hazard', unit: 'hours', amount: 24 },
  { state: 'in_progress', category: 'e_bike_charging', unit: 'workingDays', amount: 2 },
  { state: 'in_progress', category: 'corridor_clutter', unit: 'workingDays', amount: 3 },
  { state: 'in_progress', category: 'street_trading', unit: 'workingDays', amount: 3 },
  { state: 'in_progress', category: 'environment', unit: 'workingDays', amount: 3 },
  { state: 'in_progress', category: 'road_manhole', unit: 'workingDays', amount: 3 },
  { state: 'transferred', category: '*', unit: 'workingDays', amount: 15 },
  { state: 'reopen_requested', category: '*', unit: 'workingDays', amount: 3 },
];
