import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';

const collect = statement<{ community: string; title: string; readAt: Date }>(
  'bulletin_readers_collect',
  `select c.name as community, b.title, r.read_at as "readAt" from bulletin_readers r
   join bulletins b on b.community_id = r.community_id and b.id = r.bulletin_id
   join communities c on c.id = r.community_id
   where r.person_id = $1 order by r.read_at, b.id`,
);
const forget = statement<object>(
  'bulletin_readers_forget',
  'delete from bulletin_readers where person_id = $1',
);
const forgetIn = statement<object>(
  'bulletin_readers_forget_in',
  'delete from bulletin_readers where community_id = $1 and person_id = $2',
);
const merges = [
  statement<object>(
    'bulletin_readers_merge',
    `insert into bulletin_readers (community_id, bulletin_id, person_id, read_at)
     select community_id, bulletin_id, $2, read_at from bulletin_readers where person_id = $1
     on conflict do nothing`,
  ),
  statement<object>(
    'bulletin_readers_merge_away',
    'delete from bulletin_readers where person_id = $1 and person_id <> $2::uuid',
  ),
];

/** In one community: how many read stays, who is not known any more. */
export async function forgetReading(tx: Queries, communityId: string, personId: string): Promise<void> {
  await tx.run(forgetIn, [communityId, personId]);
}

export const bulletinsPersonalData: PersonalData = {
  title: '看过的政策和通知',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ community, title, readAt }) => ({
      社区: community,
      标题: title,
      第一次打开: readAt.toISOString(),
    }));
  },
  async forget(tx, personId) {
    await tx.run(forget, [personId]);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
