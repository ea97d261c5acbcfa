import { faultsOf } from '../platform/machine';
import { correctionMachine } from './machine';

test('every state of a correction can be reached, and left unless it is the end', () => {
  expect(faultsOf(correctionMachine)).toEqual([]);
});
