import type { BulletinAudience, BulletinReach, BulletinState } from '../../contract/bulletins';
import { statement } from '../platform/database';

/** What is due comes out, each once, as of the moment that was chosen. */
export const publishDue = statement<{ communityId: string; id: string; reminds: boolean }>(
  'bulletins_publish_due',
  `update bulletins b set state = 'published', published_at = publish_at, publish_at = null, changed_at = $1,
     version = version + 1
   from (select community_id, id from bulletins where state = 'scheduled' and publish_at <= $1
         order by publish_at limit 100 for update skip locked) due
   where b.community_id = due.community_id and b.id = due.id and b.state = 'scheduled'
   returning b.community_id as "communityId", b.id, b.reminds`,
);

export interface Told {
  state: BulletinState;
  title: string;
  author: string;
  audience: BulletinAudience;
  reach: BulletinReach;
}
export const findTold = statement<Told>(
  'bulletins_find_told',
  `select b.state, b.title, c.name as author, b.audience, b.reach from bulletins b
   join communities c on c.id = b.community_id where b.community_id = $1 and b.id = $2`,
);

/** The community itself, or, with $2, all of them; and how many members each has. */
export const listPlaces = statement<{ communityId: string; members: number }>(
  'bulletins_list_places',
  `select c.id as "communityId", (select count(*)::int from memberships m where m.community_id = c.id) as members
   from communities c where c.id = $1 or $2 order by c.id`,
);

/**
 * One of $3 parts of a community's members, by the random end of their ids. With $5 those who are told elsewhere already
 * are left out: everybody hears of it in the first of their communities.
 */
export const listPart = statement<{ personId: string }>(
  'bulletins_list_part',
  `select m.person_id as "personId" from memberships m
   where m.community_id = $1 and m.status <> 'paused' and ($4 <> 'grid_members' or 'grid_member' = any(m.roles))
     and ('x' || right(m.person_id::text, 7))::bit(28)::int % $3 = $2
     and not ($5 and exists (select from memberships o
       where o.person_id = m.person_id and o.community_id < m.community_id and o.status <> 'paused'
         and ($4 <> 'grid_members' or 'grid_member' = any(o.roles))))
   order by m.person_id`,
);
