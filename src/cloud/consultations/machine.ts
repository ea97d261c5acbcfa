import { consultationStates } from '../../contract/consultations';
import { defineMachine } from '../platform/machine';

/** Who has it, whom they consult, and those who may call it off in the officer's stead. */
export const consultationMachine = defineMachine({
  states: consultationStates,
  initial: 'booked',
  terminal: ['held', 'missed', 'cancelled'],
  transitions: [
    { action: 'cancel', from: 'booked', to: 'cancelled', by: ['rider'] },
    { action: 'call_off', from: 'booked', to: 'cancelled', by: ['officer', 'staff'], needs: ['reason'] },
    { action: 'hold', from: 'booked', to: 'held', by: ['officer'] },
    { action: 'miss', from: 'booked', to: 'missed', by: ['officer'] },
  ],
});
