import type { GridState } from '../../contract/members';

interface Transition {
  readonly from: GridState;
  readonly to: GridState;
  readonly who: 'self' | 'staff';
}

/** What becomes of a grid member. `declined`, `withdrawn` and `left` are over; a new application is a new row. */
export const gridMachine: readonly Transition[] = [
  { from: 'applied', to: 'active', who: 'staff' },
  { from: 'applied', to: 'declined', who: 'staff' },
  { from: 'applied', to: 'withdrawn', who: 'self' },
  { from: 'active', to: 'paused', who: 'self' },
  { from: 'paused', to: 'active', who: 'self' },
  { from: 'active', to: 'left', who: 'self' },
  { from: 'paused', to: 'left', who: 'self' },
];

/** The states from which somebody may bring about another. */
export const statesBefore = (to: GridState, who: Transition['who']): GridState[] =>
  gridMachine.filter((step) => step.to === to && step.who === who).map(({ from }) => from);
