import { reportStates, type ReportState } from '../../../contract/reports';

/** The columns of the board: what waits for the same people. */
export const stages = ['triage', 'assigned', 'working', 'waiting', 'resolved', 'reopening'] as const;

export type Stage = (typeof stages)[number];

export const statesOf: Record<Stage, readonly ReportState[]> = {
  triage: ['triage'],
  assigned: ['assigned'],
  working: ['in_progress'],
  waiting: ['info_requested', 'scheduled', 'transferred'],
  resolved: ['resolved'],
  reopening: ['reopen_requested'],
};

/** The stage that exactly these states make up. */
export function stageOf(states: readonly ReportState[]): Stage | null {
  const sorted = (list: readonly ReportState[]) =>
    reportStates.filter((state) => list.includes(state)).join();
  return stages.find((stage) => sorted(statesOf[stage]) === sorted(states)) ?? null;
}

const over: readonly ReportState[] = ['confirmed', 'rejected', 'not_our_remit', 'duplicate', 'withdrawn'];

/** Nothing more is to be done about it. */
export const isOverWith = (state: ReportState): boolean => over.includes(state);
