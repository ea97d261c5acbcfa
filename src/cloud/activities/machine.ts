import {
  activityStates,
  signUpStates,
  type ActivityState,
  type SignUpState,
} from '../../contract/activities';
import { defineMachine } from '../platform/machine';

/** What becomes of an activity. A change of its facts changes no state, and is not here. */
export const activityMachine = defineMachine<
  ActivityState,
  'staff' | 'system',
  'publish' | 'cancel' | 'finish'
>({
  states: activityStates,
  initial: 'draft',
  terminal: ['cancelled', 'finished'],
  transitions: [
    { action: 'publish', from: 'draft', to: 'published', by: ['staff'] },
    { action: 'cancel', from: 'published', to: 'cancelled', by: ['staff'], needs: ['reason'] },
    { action: 'finish', from: 'published', to: 'finished', by: ['system'] },
  ],
});

/** What becomes of a sign-up. One who waits stays so where no place becomes free. */
export const signUpMachine = defineMachine<
  SignUpState,
  'rider' | 'staff' | 'system',
  'promote' | 'move_back' | 'cancel' | 'remove'
>({
  states: signUpStates,
  initial: 'going',
  terminal: ['going', 'waitlisted', 'cancelled', 'removed'],
  transitions: [
    { action: 'promote', from: 'waitlisted', to: 'going', by: ['system'] },
    { action: 'move_back', from: 'going', to: 'waitlisted', by: ['staff'] },
    { action: 'cancel', from: ['going', 'waitlisted'], to: 'cancelled', by: ['rider', 'system'] },
    { action: 'remove', from: ['going', 'waitlisted'], to: 'removed', by: ['staff'], needs: ['reason'] },
  ],
});
