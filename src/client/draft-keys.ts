import type { Storage } from './platform/storage';

/** Kinds of drafts: under which names they are kept. */
export const draftNames = { reports: 'report', requests: 'request' } as const;

/** Kinds of what is only half written, and nothing to send yet: it goes with its person. */
export const halfWritten = { shop: 'shop', bulletin: 'bulletin', reply: 'reply' } as const;

/** What the names of one person's drafts of a kind begin with. */
export const draftsOf = (kind: string, personId: string): string => `${kind}-draft.${personId}.`;

/** How many of a person are on this phone, without reading them. */
export function countDrafts(storage: Storage, kind: string, personId: string): number {
  const own = draftsOf(kind, personId);
  return storage.keys().filter((key) => key.startsWith(own)).length;
}

/** Whoever leaves this device leaves nothing half-written on it. */
export function forgetHalfWritten(storage: Storage, personId: string): void {
  const own = Object.values(halfWritten).map((kind) => draftsOf(kind, personId));
  for (const key of storage.keys()) if (own.some((start) => key.startsWith(start))) storage.remove(key);
}
