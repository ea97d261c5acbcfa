import type { Storage } from '../platform/storage';

export const draftsPrefix = 'report-draft.';

/** What the names of one person's begin with. */
export const draftsOf = (personId: string): string => `${draftsPrefix}${personId}.`;

/** How many of a person are on this phone, without reading them. */
export function countDrafts(storage: Storage, personId: string): number {
  const own = draftsOf(personId);
  return storage.keys().filter((key) => key.startsWith(own)).length;
}
