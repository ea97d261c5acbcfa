import type { ReportAction, ReportState } from '../../contract/reports';
import type { Move } from './moves';
import type { Movable, ReportRecord } from './queries';

type Effect = (report: ReportRecord, move: Move) => Partial<Movable>;

const given: Effect = (_report, { assignee }) => ({
  departmentId: assignee?.kind === 'department' ? assignee.id : null,
  gridMembershipId: assignee?.kind === 'grid_member' ? assignee.id : null,
});
/** Somebody who works here has looked at it. */
const seen: Effect = () => ({ isSeen: true });

/** What an action changes besides the state and its deadline. */
const effects: Partial<Record<ReportAction, Effect>> = {
  assign: (report, move) => ({ ...given(report, move), ...seen(report, move) }),
  accept: seen,
  give_back: ({ givenBack }) => ({
    departmentId: null,
    gridMembershipId: null,
    givenBack: givenBack + 1,
  }),
  ask: (_report, { words }) => ({ question: words ?? null }),
  answer: () => ({ question: null }),
  lapse: ({ state }) => ({ question: null, isUnconfirmed: state === 'resolved' }),
  merge: (_report, { canonicalId }) => ({ canonicalId: canonicalId ?? null }),
  confirm: (_report, { stars }) => ({ stars: stars ?? null }),
  ask_to_reopen: ({ state }) => ({ stateBefore: state }),
  decline_reopening: () => ({ stateBefore: null }),
  reopen: (report, move) => ({ ...given(report, move), stateBefore: null }),
};

const ends: readonly ReportState[] = ['resolved', 'rejected', 'not_our_remit', 'duplicate', 'withdrawn'];
/** Still of the outcome it had. */
const keepsEnd: readonly ReportState[] = ['confirmed', 'reopen_requested'];

function closedAt({ state, closedAt: before }: ReportRecord, to: ReportState, now: Date): Date | null {
  if (keepsEnd.includes(to) || (state === 'reopen_requested' && ends.includes(to))) return before;
  return ends.includes(to) ? now : null;
}

/** What a move makes of a report. */
export function effectsOf(report: ReportRecord, to: ReportState, move: Move, now: Date): Movable {
  return {
    ...report,
    state: to,
    closedAt: closedAt(report, to, now),
    changedAt: now,
    ...(move.isSeen === true && { isSeen: true }),
    ...effects[move.action]?.(report, move),
  };
}
