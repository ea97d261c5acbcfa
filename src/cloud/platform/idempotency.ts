import { createHash } from 'node:crypto';
import { problems } from '../../contract/http';
import type { Clock } from './clock';
import { statement, type Database, type Queries } from './database';
import type { Jobs } from './jobs';
import type { PersonalData } from './personal-data';
import { refuse } from './refusal';

interface KeptAnswer {
  endpoint: string;
  requestHash: Buffer;
  answer: unknown;
}

const claim = statement<object>(
  'idempotency_claim',
  `insert into idempotency_keys (person_id, key, endpoint, request_hash, created_at)
   values ($1, $2, $3, $4, $5) on conflict (person_id, key) do nothing`,
);
const keep = statement<object>(
  'idempotency_keep',
  'update idempotency_keys set answer = $3::jsonb where person_id = $1 and key = $2',
);
const find = statement<KeptAnswer>(
  'idempotency_find',
  `select endpoint, request_hash as "requestHash", answer from idempotency_keys where person_id = $1 and key = $2`,
);
const purge = statement<object>('idempotency_purge', 'delete from idempotency_keys where created_at < $1');

const keptMs = 24 * 3_600_000;

export interface KeyedRequest {
  personId: string;
  key: string;
  endpoint: string;
  input: unknown;
}

/**
 * Does the work once per (person, key) and keeps its answer for 24 h; a repeat gets that answer, a repeat with
 * another content is refused. A request of the same key that is under way is waited for. Refusals are not kept.
 */
export async function onceByKey<Answer>(
  parts: { database: Database; clock: Clock },
  { personId, key, endpoint, input }: KeyedRequest,
  work: (tx: Queries) => Promise<Answer>,
): Promise<Answer> {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest();
  return parts.database.transaction(async (tx) => {
    const isFirst = await tx.run(claim, [personId, key, endpoint, hash, parts.clock.now()]);
    if (isFirst) {
      const answer = await work(tx);
      await tx.run(keep, [personId, key, JSON.stringify(answer)]);
      return answer;
    }
    const kept = await tx.row(find, [personId, key]);
    if (!kept || kept.endpoint !== endpoint || !kept.requestHash.equals(hash)) {
      throw refuse(problems.idempotency_key_reused);
    }
    return kept.answer as Answer;
  });
}

export function idempotencyJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('idempotency_keys_purge', 3_600_000, async (database) => {
    await database.run(purge, [new Date(clock.now().getTime() - keptMs)]);
  });
}

const forget = statement<object>('idempotency_forget', 'delete from idempotency_keys where person_id = $1');

/** Answers kept for a day, so that a repeated request gets the same: of no use to anyone else. */
export const idempotencyPersonalData: PersonalData = {
  title: '重复提交的记录',
  collect: () => Promise.resolve([]),
  async forget(tx, personId) {
    await tx.run(forget, [personId]);
  },
  merge: () => Promise.resolve(),
};
