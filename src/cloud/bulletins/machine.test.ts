import { can, faultsOf, statesFor } from '../platform/machine';
import { bulletinMachine } from './machine';

test('every state is reached, and all but one are left', () => {
  expect(faultsOf(bulletinMachine)).toEqual([]);
});

test('by itself only what was scheduled comes out', () => {
  expect(statesFor(bulletinMachine, 'publish', ['system'])).toEqual(['scheduled']);
});

test('what was withdrawn stays so', () => {
  const actions = ['edit', 'schedule', 'unschedule', 'publish', 'pin', 'withdraw'] as const;
  expect(actions.filter((action) => can(bulletinMachine, 'withdrawn', action, ['staff']))).toEqual([]);
});
