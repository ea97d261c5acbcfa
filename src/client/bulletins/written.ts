import type { Storage } from '../platform/storage';

/** What names of half-written bulletins of a person begin with on this device. */
export const writtenBy = (personId: string): string => `bulletin-draft.${personId}.`;

/** Whoever leaves this device leaves nothing half-written on it. */
export function forgetWritten(storage: Storage, personId: string): void {
  const own = writtenBy(personId);
  for (const key of storage.keys()) if (key.startsWith(own)) storage.remove(key);
}
