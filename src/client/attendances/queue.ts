import type { Mark, markAttendances, tallyActivityWalkIns } from '../../contract/attendance-days';
import type { recordAttendance } from '../../contract/attendances';
import type { InputOf } from '../../contract/http';
import type { Failure } from '../failure';
import type { Storage } from '../platform/storage';
import { attendanceQueueKey } from './queue-keys';

type ScanInput = InputOf<NonNullable<(typeof recordAttendance)['schemas']>>;
type MarksInput = InputOf<NonNullable<(typeof markAttendances)['schemas']>>;
type TallyInput = InputOf<NonNullable<(typeof tallyActivityWalkIns)['schemas']>>;

/** One's own scan, or what a leader said of others. */
export type Work =
  | { readonly kind: 'scan'; readonly input: ScanInput }
  | { readonly kind: 'marks'; readonly input: MarksInput }
  | { readonly kind: 'tally'; readonly input: TallyInput };

/** What the cloud has not answered yet, or has refused. */
export interface Queued {
  /** Made with the tap; the same on every try. */
  readonly key: string;
  /** Whose tap; null until someone signs in. */
  readonly personId: string | null;
  readonly label: string;
  /** The phone's clock at the tap, ISO 8601. */
  readonly at: string;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** Why it is refused, or still waiting. */
  readonly failure: Failure | null;
  readonly work: Work;
}

const isQueued = (value: unknown): value is Queued =>
  typeof value === 'object' && value !== null && 'key' in value && 'personId' in value && 'work' in value;

/** What an app that was closed left behind; what it was sending then is waiting again. */
export function restoreQueue(storage: Storage): readonly Queued[] {
  const kept = storage.get(attendanceQueueKey);
  if (!Array.isArray(kept)) return [];
  return kept
    .filter(isQueued)
    .map((queued) => (queued.state === 'sending' ? { ...queued, state: 'waiting' as const } : queued));
}

/** Taps of nobody yet are not written down: who signs in after a restart may be another. */
export function keepQueue(storage: Storage, queue: readonly Queued[]): boolean {
  return storage.set(
    attendanceQueueKey,
    queue.filter(({ personId }) => personId !== null),
  );
}

/** What a leader said of an activity that has not arrived yet. */
export const waitingMarks = (queue: readonly Queued[], activityId: string): readonly Mark[] =>
  queue.flatMap(({ work, state }) =>
    work.kind === 'marks' && work.input.activityId === activityId && state !== 'refused'
      ? work.input.marks
      : [],
  );
