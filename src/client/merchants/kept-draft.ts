import { draftsOf, halfWritten } from '../draft-keys';
import type { Storage } from '../platform/storage';

/** What somebody writes about a shop: one per person and place. */
export const draftKey = (personId: string, place: string): string =>
  `${draftsOf(halfWritten.shop, personId)}${place}`;

/** What an older version kept may lack a field. */
export function readDraft<Draft extends object>(storage: Storage, key: string, empty: Draft): Draft | null {
  const kept = storage.get(key);
  const isDraft = typeof kept === 'object' && kept !== null && 'name' in kept && 'hours' in kept;
  return isDraft ? { ...empty, ...(kept as Partial<Draft>) } : null;
}
