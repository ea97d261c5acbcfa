import { reportStates, type ReportAction, type ReportActor, type ReportState } from '../../contract/reports';
import { defineMachine } from '../platform/machine';

/** Whoever a report was given to, and staff in their place. */
const handlers = ['department', 'grid_member', 'staff'] as const;

/** What becomes of a report. What changes no state (a note, a look on the spot, another category) is not here. */
export const reportMachine = defineMachine<ReportState, ReportActor, ReportAction>({
  states: reportStates,
  initial: 'submitted',
  terminal: ['confirmed', 'rejected', 'not_our_remit', 'duplicate', 'withdrawn'],
  transitions: [
    { action: 'screen', from: 'submitted', to: 'screening', by: ['system'] },
    { action: 'screen', from: 'screening', to: 'triage', by: ['system'] },
    // What a person decided in the queue of what was screened is told by the system.
    { action: 'reject', from: 'screening', to: 'rejected', by: ['system'], needs: ['words'] },

    { action: 'assign', from: 'triage', to: 'assigned', by: ['staff'], needs: ['assignee'] },
    { action: 'reject', from: 'triage', to: 'rejected', by: ['staff'], needs: ['words'] },
    { action: 'refer', from: 'triage', to: 'not_our_remit', by: ['staff'], needs: ['receiver', 'words'] },
    { action: 'merge', from: 'triage', to: 'duplicate', by: ['staff'], needs: ['canonicalId'] },

    { action: 'accept', from: 'assigned', to: 'in_progress', by: handlers },
    { action: 'give_back', from: 'assigned', to: 'triage', by: handlers, needs: ['words'] },

    { action: 'ask', from: 'in_progress', to: 'info_requested', by: handlers, needs: ['words'] },
    { action: 'schedule', from: 'in_progress', to: 'scheduled', by: handlers, needs: ['words', 'until'] },
    {
      action: 'transfer',
      from: 'in_progress',
      to: 'transferred',
      by: handlers,
      needs: ['words', 'receiver'],
    },
    { action: 'resume', from: ['scheduled', 'transferred'], to: 'in_progress', by: handlers },
    {
      action: 'resolve',
      from: ['in_progress', 'scheduled', 'transferred'],
      to: 'resolved',
      by: handlers,
      needs: ['words', 'after'],
    },

    { action: 'answer', from: 'info_requested', to: 'in_progress', by: ['reporter'], needs: ['words'] },
    { action: 'lapse', from: 'info_requested', to: 'in_progress', by: ['system'] },

    { action: 'confirm', from: 'resolved', to: 'confirmed', by: ['reporter'], needs: ['stars'] },
    { action: 'lapse', from: 'resolved', to: 'confirmed', by: ['system'] },

    {
      action: 'ask_to_reopen',
      from: ['resolved', 'rejected', 'not_our_remit'],
      to: 'reopen_requested',
      by: ['reporter'],
      needs: ['words'],
    },
    // Went there, and it is not mended: a photo says so.
    {
      action: 'ask_to_reopen',
      from: 'resolved',
      to: 'reopen_requested',
      by: ['grid_member'],
      needs: ['words', 'photos'],
    },
    {
      action: 'reopen',
      from: 'reopen_requested',
      to: 'assigned',
      by: ['supervisor'],
      needs: ['words', 'assignee'],
    },
    // To the one of them that it was before.
    ...(['resolved', 'rejected', 'not_our_remit'] as const).map((to) => ({
      action: 'decline_reopening' as const,
      from: 'reopen_requested' as const,
      to,
      by: ['supervisor'] as const,
      needs: ['words'],
    })),

    { action: 'withdraw', from: ['submitted', 'triage'], to: 'withdrawn', by: ['reporter'] },
  ],
});
