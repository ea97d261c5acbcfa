import { faultsOf } from '../platform/machine';
import { activityMachine, signUpMachine } from './machine';

test.each([
  ['an activity', activityMachine],
  ['a sign-up', signUpMachine],
])('every state of %s can be reached, and left unless it is an end', (_what, machine) => {
  expect(faultsOf(machine)).toEqual([]);
});
