import type { createCheckIn } from '../../contract/check-ins';
import type { InputOf } from '../../contract/http';
import type { Failure } from '../failure';
import type { Storage } from '../platform/storage';

type CheckInInput = InputOf<NonNullable<(typeof createCheckIn)['schemas']>>;

/** A tap that the cloud has not answered yet, or has refused. */
export interface QueuedCheckIn {
  /** Made with the tap; the same on every try. */
  readonly key: string;
  /** Whose tap; null until someone signs in. */
  readonly personId: string | null;
  /** Station name, or the code. */
  readonly label: string;
  /** The phone's clock at the tap, ISO 8601. */
  readonly phoneTime: string;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** Why it is refused, or still waiting. */
  readonly failure: Failure | null;
  readonly input: CheckInInput;
}

const storageKey = 'check-ins-queue';

const isQueued = (value: unknown): value is QueuedCheckIn =>
  typeof value === 'object' && value !== null && 'key' in value && 'personId' in value && 'input' in value;

/** What an app that was closed left behind; what it was sending then is waiting again. */
export function restoreQueue(storage: Storage): readonly QueuedCheckIn[] {
  const kept = storage.get(storageKey);
  if (!Array.isArray(kept)) return [];
  return kept
    .filter(isQueued)
    .map((queued) => (queued.state === 'sending' ? { ...queued, state: 'waiting' as const } : queued));
}

/** Taps of nobody yet are not written down: who signs in after a restart may be another. */
export function keepQueue(storage: Storage, queue: readonly QueuedCheckIn[]): boolean {
  return storage.set(
    storageKey,
    queue.filter(({ personId }) => personId !== null),
  );
}
