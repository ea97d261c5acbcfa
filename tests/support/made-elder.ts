import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { TestCloud } from './cloud';
import { elderFacts } from './elder-facts';

const insert = statement<object>(
  'test_made_elder',
  `insert into elder_visits (community_id, id, activity_id, sealed, key_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
);

/** One who is to be visited, straight into the database. */
export async function makeElder(
  { database, clock, sealing }: TestCloud,
  { communityId, activityId }: { communityId: string; activityId: string },
): Promise<string> {
  const id = newId();
  const { bytes, keyId } = sealing.seal(JSON.stringify(elderFacts), `elder_visits:${communityId}:${id}`);
  await database.run(insert, [communityId, id, activityId, bytes, keyId, clock.now()]);
  return id;
}
