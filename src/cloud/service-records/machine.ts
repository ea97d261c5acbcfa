import { correctionStates, type CorrectionState } from '../../contract/service-records';
import { defineMachine } from '../platform/machine';

type CorrectionActor = 'volunteer' | 'decider';
type CorrectionAction = 'grant' | 'decline' | 'withdraw';

/** What becomes of a wish to have hours set right. `decider`: who led the activity, or staff. */
export const correctionMachine = defineMachine<CorrectionState, CorrectionActor, CorrectionAction>({
  states: correctionStates,
  initial: 'asked',
  terminal: ['granted', 'declined', 'withdrawn'],
  transitions: [
    { action: 'grant', from: 'asked', to: 'granted', by: ['decider'], needs: ['reply'] },
    { action: 'decline', from: 'asked', to: 'declined', by: ['decider'], needs: ['reply'] },
    { action: 'withdraw', from: 'asked', to: 'withdrawn', by: ['volunteer'] },
  ],
});
