import {
  requestStates,
  type RequestAction,
  type RequestActor,
  type RequestState,
} from '../../contract/requests';
import { defineMachine } from '../platform/machine';

/** Whoever a request is with (of a confidential one who stands on its list), and staff in their place. */
const handlers = ['department', 'staff'] as const;

/** What becomes of a request. What changes no state (a note, an escalation) is not here. */
export const requestMachine = defineMachine<RequestState, RequestActor, RequestAction>({
  states: requestStates,
  initial: 'submitted',
  terminal: ['rated', 'withdrawn'],
  transitions: [
    { action: 'accept', from: 'submitted', to: 'accepted', by: handlers },
    { action: 'accept', from: 'reopened', to: 'assigned', by: handlers },
    {
      action: 'assign',
      from: ['submitted', 'accepted', 'assigned', 'returned', 'reopened'],
      to: 'assigned',
      by: handlers,
      needs: ['departmentId'],
    },
    {
      action: 'return',
      from: ['submitted', 'accepted', 'assigned', 'reopened'],
      to: 'returned',
      by: ['department'],
      needs: ['words'],
    },

    { action: 'ask', from: ['accepted', 'assigned'], to: 'info_requested', by: handlers, needs: ['words'] },
    // To the one of them that it was before.
    ...(['accepted', 'assigned'] as const).flatMap((to) => [
      {
        action: 'reply' as const,
        from: 'info_requested' as const,
        to,
        by: ['requester'] as const,
        needs: ['words'],
      },
      { action: 'lapse' as const, from: 'info_requested' as const, to, by: ['system'] as const },
    ]),

    { action: 'answer', from: ['accepted', 'assigned'], to: 'answered', by: handlers, needs: ['words'] },
    { action: 'follow_up', from: 'answered', to: 'assigned', by: ['requester'], needs: ['words'] },
    { action: 'rate', from: 'answered', to: 'rated', by: ['requester'], needs: ['stars'] },
    { action: 'lapse', from: 'answered', to: 'rated', by: ['system'] },
    { action: 'reopen', from: ['answered', 'rated'], to: 'reopened', by: ['requester'], needs: ['words'] },

    { action: 'withdraw', from: ['submitted', 'accepted'], to: 'withdrawn', by: ['requester'] },
  ],
});
