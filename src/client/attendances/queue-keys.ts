import type { Storage } from '../platform/storage';

export const attendanceQueueKey = 'attendances-queue';

/** How much of somebody's waits on this phone, known without the code that sends it. */
export function countQueued(storage: Storage, personId: string): number {
  const kept = storage.get(attendanceQueueKey);
  if (!Array.isArray(kept)) return 0;
  return kept.filter((one: unknown) => (one as { personId?: unknown } | null)?.personId === personId).length;
}
