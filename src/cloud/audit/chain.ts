import { createHash } from 'node:crypto';

/** What a hash is over, besides the one before it. */
export interface ChainedEntry {
  communityId: string;
  number: number;
  at: Date;
  action: string;
  actorRef: string;
  subjectRef: string | null;
  /** JSON, as it is kept. */
  details: string;
}

/** SHA-256 over the hash before and the entry's fields, as a JSON list so that none runs into the next. */
export function hashOf(previous: Buffer, entry: ChainedEntry): Buffer {
  const { communityId, number, at, action, actorRef, subjectRef, details } = entry;
  const fields = [communityId, number, at.toISOString(), action, actorRef, subjectRef, details];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** The number of the first entry whose hash does not follow; null when all do. */
export function firstBroken(
  previous: Buffer,
  entries: readonly (ChainedEntry & { hash: Buffer })[],
): number | null {
  let [before, expected] = [previous, entries[0]?.number ?? 1];
  for (const entry of entries) {
    if (entry.number !== expected || !hashOf(before, entry).equals(entry.hash)) return entry.number;
    [before, expected] = [entry.hash, expected + 1];
  }
  return null;
}
