import { LRUCache } from 'lru-cache';
import type { Changes } from '../platform/changes';
import type { Database, Queries } from '../platform/database';
import * as queries from './queries';
import type { ActivityRecord } from './queries';

const changed = 'activities';
const keptRecords = 1_000;

export type KnownActivities = ReturnType<typeof keepActivities>;

/**
 * Activities in memory, so that a rush on one reads it once. Who goes is not of it: `taken` and `waiting` are as they were
 * when it was read.
 */
export function keepActivities({ database, changes }: { database: Database; changes: Changes }) {
  const kept = new LRUCache<string, Promise<ActivityRecord | undefined>>({ max: keptRecords });
  changes.on(changed, (id) => (id === null ? kept.clear() : kept.delete(id)));
  return {
    /** Not inside a transaction. */
    find(activityId: string): Promise<ActivityRecord | undefined> {
      const known = kept.get(activityId);
      if (known) return known;
      const asked = database.row(queries.findById, [activityId]);
      kept.set(activityId, asked);
      asked.then(
        (record) => record ?? kept.delete(activityId),
        () => kept.delete(activityId),
      );
      return asked;
    },
    forget: (activityId: string) => kept.delete(activityId),
    announce: (tx: Queries, activityId: string) => changes.announce(tx, changed, activityId),
  };
}
