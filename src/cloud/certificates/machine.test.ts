import { faultsOf } from '../platform/machine';
import { certificateMachine } from './machine';

test('every state of a proof can be reached, and left unless it may be the end', () => {
  expect(faultsOf(certificateMachine)).toEqual([]);
});
