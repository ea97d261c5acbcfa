import type { Storage } from '../platform/storage';

const prefix = 'shop-draft.';

/** What somebody writes about a shop: one per person and place. */
export const draftKey = (personId: string, place: string): string => `${prefix}${personId}.${place}`;

/** What an older version kept may lack a field. */
export function readDraft<Draft extends object>(storage: Storage, key: string, empty: Draft): Draft | null {
  const kept = storage.get(key);
  const isDraft = typeof kept === 'object' && kept !== null && 'name' in kept && 'hours' in kept;
  return isDraft ? { ...empty, ...(kept as Partial<Draft>) } : null;
}

/** Whoever leaves this device leaves nothing half-written on it. */
export function forgetDrafts(storage: Storage, personId: string): void {
  const own = draftKey(personId, '');
  for (const key of storage.keys()) if (key.startsWith(own)) storage.remove(key);
}
