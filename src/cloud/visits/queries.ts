import { statement } from '../platform/database';

export interface ElderRecord {
  id: string;
  activityId: string;
  sealed: Buffer;
  keyId: string;
  version: number;
  volunteerIds: string[];
}

const columns = `e.id, e.activity_id as "activityId", e.sealed, e.key_id as "keyId", e.version,
  array(select p.person_id from elder_visit_pairs p
    where p.community_id = e.community_id and p.elder_id = e.id order by p.person_id) as "volunteerIds"`;

export const list = statement<ElderRecord>(
  'elder_visits_list',
  `select ${columns} from elder_visits e where e.community_id = $1 and e.activity_id = $2 order by e.created_at, e.id`,
);
export const find = statement<ElderRecord>(
  'elder_visits_find',
  `select ${columns} from elder_visits e where e.community_id = $1 and e.activity_id = $2 and e.id = $3`,
);
/** One more, while they are fewer than $7. */
export const insert = statement<object>(
  'elder_visits_insert',
  `insert into elder_visits (community_id, id, activity_id, sealed, key_id, created_at)
   select $1, $2, $3, $4, $5, $6
   where $7::int > (select count(*) from elder_visits where community_id = $1 and activity_id = $3)`,
);
export const update = statement<object>(
  'elder_visits_update',
  `update elder_visits set sealed = $5, key_id = $6, version = version + 1
   where community_id = $1 and activity_id = $2 and id = $3 and version = $4`,
);
export const remove = statement<object>(
  'elder_visits_delete',
  'delete from elder_visits where community_id = $1 and activity_id = $2 and id = $3',
);
export const clearPairs = statement<object>(
  'elder_visit_pairs_clear',
  'delete from elder_visit_pairs where community_id = $1 and elder_id = $2',
);
export const insertPairs = statement<object>(
  'elder_visit_pairs_insert',
  `insert into elder_visit_pairs (community_id, elder_id, person_id) select $1, $2, unnest($3::uuid[])`,
);

export const listActivities = statement<{ communityId: string; activityIds: string[] }>(
  'elder_visits_list_activities',
  `select community_id as "communityId", array_agg(distinct activity_id) as "activityIds"
   from elder_visits group by community_id`,
);
export const removeOfActivity = statement<object>(
  'elder_visits_delete_of_activity',
  'delete from elder_visits where community_id = $1 and activity_id = any($2::uuid[])',
);
export const listToReseal = statement<{ communityId: string; id: string; sealed: Buffer; keyId: string }>(
  'elder_visits_list_to_reseal',
  `select community_id as "communityId", id, sealed, key_id as "keyId" from elder_visits where key_id <> $1 limit $2`,
);
/** Unless it was changed meanwhile. */
export const reseal = statement<object>(
  'elder_visits_reseal',
  'update elder_visits set sealed = $3, key_id = $4 where community_id = $1 and id = $2 and sealed = $5',
);
