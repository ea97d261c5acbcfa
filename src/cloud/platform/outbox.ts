import { newId } from './ids';
import { statement, type Queries } from './database';

/** What follows from a change, done by a job after the change is committed, exactly once within our database. */
export interface OutboxMessage {
  topic: string;
  communityId: string | null;
  payload: Record<string, unknown>;
}

const insert = statement<object>(
  'outbox_insert',
  `insert into outbox_messages (id, community_id, topic, payload) values ($1, $2, $3, $4::jsonb)`,
);

/** The runners of this process; those of others find the message when they next look. */
const runners = new Set<() => void>();

/** @returns what ends the listening. */
export function onPublished(runner: () => void): () => void {
  runners.add(runner);
  return () => runners.delete(runner);
}

/** Writes the message in the caller's transaction. */
export async function publish(tx: Queries, message: OutboxMessage): Promise<void> {
  await tx.run(insert, [newId(), message.communityId, message.topic, JSON.stringify(message.payload)]);
  tx.afterCommit(() => runners.forEach((runner) => runner()));
}
