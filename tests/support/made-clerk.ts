import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from './cloud';
import { makePerson, type MadePerson } from './made-person';
import { outang } from './outang';

const serve = statement<object>(
  'test_serve',
  'insert into merchant_clerks (community_id, merchant_id, person_id, joined_at) values ($1, $2, $3, $4)',
);

/** Somebody who serves in a shop of the demonstration community. */
export async function clerkOf(cloud: TestCloud, merchantId: string): Promise<MadePerson> {
  const clerk = await makePerson(
    cloud,
    [{ communityId: outang.id, roles: ['rider', 'merchant_clerk'] }],
    '店员',
  );
  await cloud.database.run(serve, [outang.id, merchantId, clerk.id, cloud.clock.now()]);
  return clerk;
}
