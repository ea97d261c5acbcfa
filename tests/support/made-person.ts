import { createHash, randomBytes } from 'node:crypto';
import type { MembershipStatus } from '../../src/contract/people';
import type { Role } from '../../src/contract/roles';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from './cloud';

const insertPerson = statement<object>(
  'test_made_person',
  `with person as (
     insert into people (id, nickname, created_at) values ($1, $2, $3) returning id
   ), known as (
     insert into identities (provider, subject, person_id, created_at, id)
     select 'wechat', 'made-' || $1::text, id, $3, $4::uuid from person
   )
   insert into sessions (token_hash, id, person_id, created_at, used_at, expires_at, way, device)
   select $5, $6, id, $3, $3, $3::timestamptz + interval '30 days', 'wechat', '其他设备' from person`,
);
const insertMembership = statement<object>(
  'test_made_membership',
  `insert into memberships (community_id, person_id, roles, joined_at, status, pause_reason)
   values ($1, $2, $3, $4, $5, case when $5 = 'paused' then '测试' end)`,
);

export interface MadePerson {
  id: string;
  nickname: string;
  sessionId: string;
  identityId: string;
  headers: { authorization: string };
}

/** A person with a session and one way to sign in, straight into the database. */
export async function makePerson(
  { database, clock }: TestCloud,
  memberships: readonly { communityId: string; roles: readonly Role[]; status?: MembershipStatus }[] = [],
  nickname = '测试骑手',
): Promise<MadePerson> {
  const [id, identityId, sessionId] = [newId(), newId(), newId()];
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await database.run(insertPerson, [id, nickname, clock.now(), identityId, hash, sessionId]);
  for (const { communityId, roles, status = 'joined' } of memberships) {
    await database.run(insertMembership, [communityId, id, roles, clock.now(), status]);
  }
  return { id, nickname, sessionId, identityId, headers: { authorization: `Bearer ${token}` } };
}
