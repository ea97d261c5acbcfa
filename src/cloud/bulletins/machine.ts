import { bulletinStates } from '../../contract/bulletins';
import { defineMachine } from '../platform/machine';

/** `system` is the clock. Withdrawn is for good: what was told to people and taken back is not told again. */
export const bulletinMachine = defineMachine({
  states: bulletinStates,
  initial: 'draft',
  terminal: ['withdrawn'],
  transitions: [
    { action: 'edit', from: 'draft', to: 'draft', by: ['staff'] },
    { action: 'edit', from: 'scheduled', to: 'scheduled', by: ['staff'] },
    { action: 'edit', from: 'published', to: 'published', by: ['staff'] },
    {
      action: 'schedule',
      from: ['draft', 'scheduled'],
      to: 'scheduled',
      by: ['staff'],
      needs: ['publishAt'],
    },
    { action: 'unschedule', from: 'scheduled', to: 'draft', by: ['staff'] },
    { action: 'publish', from: 'draft', to: 'published', by: ['staff'] },
    { action: 'publish', from: 'scheduled', to: 'published', by: ['staff', 'system'] },
    { action: 'pin', from: 'published', to: 'published', by: ['staff'] },
    {
      action: 'withdraw',
      from: ['draft', 'scheduled', 'published'],
      to: 'withdrawn',
      by: ['staff'],
      needs: ['reason'],
    },
  ],
});
