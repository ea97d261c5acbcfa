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
