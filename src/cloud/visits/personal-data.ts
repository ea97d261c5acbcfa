import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';

const collect = statement<{ community: string; activity: string }>(
  'elder_visit_pairs_collect',
  `select c.name as community, a.title as activity from memberships m
   join communities c on c.id = m.community_id
   join elder_visit_pairs p on p.community_id = m.community_id and p.person_id = m.person_id
   join elder_visits e on e.community_id = p.community_id and e.id = p.elder_id
   join activities a on a.community_id = e.community_id and a.id = e.activity_id
   where m.person_id = $1 order by a.starts_at`,
);
const forget = statement<object>(
  'elder_visit_pairs_forget',
  'delete from elder_visit_pairs where community_id = $1 and person_id = $2',
);
const listCommunities = statement<{ communityId: string }>(
  'elder_visit_pairs_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);
const merge = statement<object>(
  'elder_visit_pairs_merge',
  `insert into elder_visit_pairs (community_id, elder_id, person_id)
   select p.community_id, p.elder_id, $2 from memberships m
   join elder_visit_pairs p on p.community_id = m.community_id and p.person_id = m.person_id
   where m.person_id = $1 on conflict do nothing`,
);

/** In one community: somebody else has to go there. */
export async function forgetVisitPairs(tx: Queries, communityId: string, personId: string): Promise<void> {
  await tx.run(forget, [communityId, personId]);
}

/** That somebody goes on a visit. Those who are visited have no account. */
export const visitsPersonalData: PersonalData = {
  title: '探访老人',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ community, activity }) => ({ 社区: community, 活动: activity }));
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetVisitPairs(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    await tx.run(merge, [from, into]);
    for (const { communityId } of await tx.rows(listCommunities, [from]))
      await forgetVisitPairs(tx, communityId, from);
  },
};
