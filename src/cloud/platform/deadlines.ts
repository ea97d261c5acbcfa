import type { DeadlineRule, EscalationRung, TimeAmount } from '../../contract/deadlines';
import { addWorkingTime, afterTimeLeft, timeLeft, type WorkingCalendar } from './working-time';

/** A table of deadlines over one calendar. What stands in `overrides` goes before the same line of the table. */
export interface DeadlinePlan<State extends string> {
  readonly rules: readonly DeadlineRule<string, State>[];
  readonly overrides?: readonly DeadlineRule<string, State>[];
  /** States in which the clock stands still. */
  readonly stopsIn: readonly State[];
  readonly calendar: WorkingCalendar;
}

/** How the clock stands: it runs until `dueAt`, or is stopped with `leftMs` to go, or there is none. */
export interface DeadlineClock {
  readonly dueAt: Date | null;
  /** Milliseconds as the unit of the deadline counts them: of working time for most. */
  readonly leftMs: number | null;
}

interface MoveOfClock<State extends string> {
  readonly category: string;
  readonly from: State;
  readonly to: State;
  readonly at: Date;
}

const noClock: DeadlineClock = { dueAt: null, leftMs: null };

/** How long something may stay in a state; null: as long as it takes. A line of the category goes before `*`. */
export function allowedTime<State extends string>(
  { rules, overrides = [] }: Pick<DeadlinePlan<State>, 'rules' | 'overrides'>,
  category: string,
  state: State,
): TimeAmount | null {
  const lines = [...overrides, ...rules].filter((rule) => rule.state === state);
  const line =
    lines.find((rule) => rule.category === category) ?? lines.find((rule) => rule.category === '*');
  return line ? { unit: line.unit, amount: line.amount } : null;
}

/** When something that comes into a state at an instant has to leave it. */
export function dueAfter<State extends string>(
  plan: DeadlinePlan<State>,
  category: string,
  state: State,
  at: Date,
): Date | null {
  const amount = allowedTime(plan, category, state);
  return amount && addWorkingTime(at, amount, plan.calendar);
}

/**
 * The clock after a move. It stops, with what is left, on the way into a state where it stands still; goes on with
 * what was left on the way out of one; and starts anew with every other move into another state.
 */
export function clockAfter<State extends string>(
  plan: DeadlinePlan<State>,
  clock: DeadlineClock,
  { category, from, to, at }: MoveOfClock<State>,
): DeadlineClock {
  const { stopsIn, calendar } = plan;
  if (from === to) return clock;
  if (stopsIn.includes(to)) {
    if (stopsIn.includes(from)) return clock;
    const unit = allowedTime(plan, category, from)?.unit;
    if (!unit || !clock.dueAt) return noClock;
    return { dueAt: null, leftMs: timeLeft(unit, at, clock.dueAt, calendar) };
  }
  const amount = allowedTime(plan, category, to);
  if (!amount) return noClock;
  if (stopsIn.includes(from) && clock.leftMs !== null)
    return { dueAt: afterTimeLeft(amount.unit, at, clock.leftMs, calendar), leftMs: null };
  return { dueAt: addWorkingTime(at, amount, calendar), leftMs: null };
}

/** The next rung of a ladder for something whose deadline is `dueAt`. `level` 0 has not been escalated. */
export function nextEscalation<Audience extends string>(
  ladder: readonly EscalationRung<Audience>[],
  { dueAt, level }: { dueAt: Date; level: number },
  calendar: WorkingCalendar,
): { level: number; at: Date; tell: Audience } | null {
  const rung = ladder[level];
  return rung ? { level: level + 1, at: addWorkingTime(dueAt, rung.after, calendar), tell: rung.tell } : null;
}
