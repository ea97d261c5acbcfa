import type { RequestAction, RequestActor } from '../../contract/requests';
import { faultsOf, statesFor } from '../platform/machine';
import { requestMachine } from './machine';

const states = (action: RequestAction, actor: RequestActor) => statesFor(requestMachine, action, [actor]);

test('the machine of requests has no fault', () => {
  expect(faultsOf(requestMachine)).toEqual([]);
});

test('who may do what from where', () => {
  expect(states('withdraw', 'requester')).toEqual(['submitted', 'accepted']);
  expect(states('rate', 'requester')).toEqual(['answered']);
  expect(states('reopen', 'requester')).toEqual(['answered', 'rated']);
  expect(states('return', 'staff')).toEqual([]);
  expect(states('assign', 'department')).toContain('accepted');
  expect(states('answer', 'requester')).toEqual([]);
});
