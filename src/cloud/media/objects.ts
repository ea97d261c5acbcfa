import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Storage } from '../platform/storage/storage';
import * as queries from './queries';

/** How long something may lie in the store without a photo that needs it. */
export const sweepMs = 3_600_000;
const batch = 200;

const nameOf = (communityId: string, hash: Buffer): string => {
  const hex = hash.toString('hex');
  return `${communityId}/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
};

/** What photos are made of, in the store: named by what it is, so that the same is kept once in a community. */
export function createObjects({
  database,
  storage,
  clock,
}: {
  database: Database;
  storage: Storage;
  clock: Clock;
}) {
  return {
    /** Written down first: whatever breaks off afterwards is swept away. @returns their hashes. */
    async put(communityId: string, contents: readonly Buffer[]): Promise<Buffer[]> {
      const hashes = contents.map((bytes) => createHash('sha256').update(bytes).digest());
      const sweepAt = new Date(clock.now().getTime() + sweepMs);
      await database.transaction((tx) => tx.run(queries.keepObjects, [communityId, hashes, sweepAt]));
      await Promise.all(
        contents.map((bytes, index) => storage.put(nameOf(communityId, hashes[index] ?? bytes), bytes)),
      );
      return hashes;
    },

    get: (communityId: string, hash: Buffer): Promise<Buffer | null> =>
      storage.get(nameOf(communityId, hash)),

    /**
     * The job. What it takes out is locked until it is gone from the store: who brings the same meanwhile waits, and
     * puts it there again.
     */
    async sweep(): Promise<void> {
      const now = clock.now();
      for (;;) {
        const due = await database.rows(queries.listSwept, [now, batch]);
        for (const { communityId, hash } of due) {
          const values = [communityId, hash, now];
          await database.transaction(async (tx) => {
            if (await tx.run(queries.spareObject, values)) return;
            if (await tx.run(queries.deleteObject, values)) await storage.remove(nameOf(communityId, hash));
          });
        }
        if (due.length < batch) return;
      }
    },
  };
}

export type Objects = ReturnType<typeof createObjects>;
