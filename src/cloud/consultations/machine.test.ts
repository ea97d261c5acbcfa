import { faultsOf } from '../platform/machine';
import { consultationMachine } from './machine';

test('every state can be reached, and left unless it is the end', () => {
  expect(faultsOf(consultationMachine)).toEqual([]);
});
