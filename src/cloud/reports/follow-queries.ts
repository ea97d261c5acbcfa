import { statement } from '../platform/database';

export const follow = statement<object>(
  'report_followers_insert',
  `insert into report_followers (community_id, report_id, person_id, followed_at) values ($1, $2, $3, $4)
   on conflict (community_id, report_id, person_id) do nothing`,
);
export const unfollow = statement<object>(
  'report_followers_delete',
  'delete from report_followers where community_id = $1 and report_id = $2 and person_id = $3',
);

/** Whoever follows the one follows the other, too; so does who reported it, who is no follower of their own. */
export const followAlong = statement<object>(
  'report_followers_along',
  `insert into report_followers (community_id, report_id, person_id, followed_at)
   select $1, $3, f.person_id, $4 from (
     select person_id from report_followers where community_id = $1 and report_id = $2
     union select reporter_id from reports where community_id = $1 and id = $2 and reporter_id is not null
   ) f
   where f.person_id is distinct from (select reporter_id from reports where community_id = $1 and id = $3)
   on conflict (community_id, report_id, person_id) do nothing`,
);
/** What was merged into the one belongs to the other. */
export const mergeAlong = statement<object>(
  'reports_merge_along',
  'update reports set canonical_id = $3 where community_id = $1 and canonical_id = $2',
);

export const countFollowers = statement<{ reportId: string; followers: number; isFollowed: boolean }>(
  'report_followers_count',
  `select report_id as "reportId", count(*)::int as followers, bool_or(person_id = $3) as "isFollowed"
   from report_followers where community_id = $1 and report_id = any($2::uuid[]) group by report_id`,
);
export const listFollowers = statement<{ personId: string }>(
  'report_followers_list',
  'select person_id as "personId" from report_followers where community_id = $1 and report_id = $2',
);
