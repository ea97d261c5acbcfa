import { newId } from './ids';
import { statement, type Queries } from './database';
import type { PersonalData } from './personal-data';

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

/** For a statement that wrote its message by itself, once it is committed. */
export function wakeRunners(): void {
  runners.forEach((runner) => runner());
}

/** Writes the message in the caller's transaction. */
export async function publish(tx: Queries, message: OutboxMessage): Promise<void> {
  await tx.run(insert, [newId(), message.communityId, message.topic, JSON.stringify(message.payload)]);
  tx.afterCommit(wakeRunners);
}

const forget = statement<object>(
  'outbox_forget',
  `delete from outbox_messages where payload ->> 'personId' = $1::text`,
);
const merge = statement<object>(
  'outbox_merge',
  `update outbox_messages set payload = jsonb_set(payload, '{personId}', to_jsonb($2::text))
   where payload ->> 'personId' = $1::text`,
);

/** Messages still to be handled. Those about a person name them as `personId`, nowhere else. */
export const outboxPersonalData: PersonalData = {
  title: '待处理的事项',
  collect: () => Promise.resolve([]),
  async forget(tx, personId) {
    await tx.run(forget, [personId]);
  },
  async merge(tx, from, into) {
    await tx.run(merge, [from, into]);
  },
};
