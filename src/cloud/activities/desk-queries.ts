import { statement } from '../platform/database';

const facts = `kind, title, description, station_id, place_text, position, accuracy_m, starts_at, ends_at, remind_at,
  sign_up_from, sign_up_until, capacity, minimum, questions, is_risky, risk_notice, insurance_text, leader_id,
  department_id, audience, hours_planned`;
/** From $3 on, as `columnsOf` has them. */
const values = `$3, $4, $5, $6::uuid, $7, case when $8::float8 is null then null else point($8, $9) end, $10::real, $11, $12,
  $13::timestamptz, $14::timestamptz, $15::timestamptz, $16::int, $17::int, $18::jsonb, $19::boolean, $20, $21, $22::uuid,
  $23::uuid, $24, $25::numeric`;

export const insert = statement<object>(
  'activities_insert',
  `insert into activities (community_id, id, ${facts}, series_id, ordinal, state, created_at)
   values ($1, $2, ${values}, $26, $27, 'draft', $28)`,
);

/** Whoever is told that it is at another time is reminded anew: $26. */
export const update = statement<object>(
  'activities_update',
  `update activities set (${facts}) = row(${values}), version = version + 1,
     minimum_judged_at = case when $26::boolean then null else minimum_judged_at end
   where community_id = $1 and id = $2`,
);
export const remindAnew = statement<object>(
  'sign_ups_remind_anew',
  `update sign_ups set day_reminded_at = null, hour_reminded_at = null
   where community_id = $1 and activity_id = $2 and state in ('going', 'waitlisted')`,
);

export const insertSeries = statement<object>(
  'activity_series_insert',
  'insert into activity_series (community_id, id, rule, created_at) values ($1, $2, $3::jsonb, $4)',
);

/** Only from the states in $4. */
export const setState = statement<object>(
  'activities_set_state',
  `update activities set state = $3, cancel_reason = $5, version = version + 1
   where community_id = $1 and id = $2 and state = any($4::text[])`,
);

/** Drafts alone. */
export const remove = statement<object>(
  'activities_remove',
  `with gone as (delete from activity_photos where community_id = $1 and activity_id = any($2::uuid[]))
   delete from activities where community_id = $1 and id = any($2::uuid[]) and state = 'draft'`,
);

export const findLinks = statement<{ hasStation: boolean; hasLeader: boolean; hasDepartment: boolean }>(
  'activities_find_links',
  `select exists (select from stations where community_id = $1 and id = $2::uuid) as "hasStation",
     exists (select from memberships where community_id = $1 and person_id = $3::uuid and status <> 'paused') as "hasLeader",
     exists (select from departments where community_id = $1 and id = $4::uuid) as "hasDepartment"`,
);

export const addPhotos = statement<object>(
  'activity_photos_add',
  `insert into activity_photos (community_id, activity_id, media_id, is_after, ordinal)
   select $1, $2, m.id, $4, $5 + m.ord::int from unnest($3::uuid[]) with ordinality as m (id, ord)
   on conflict (community_id, activity_id, media_id) do nothing`,
);
/** Those that go with it, all anew; how it was stays. */
export const clearPhotos = statement<object>(
  'activity_photos_clear',
  'delete from activity_photos where community_id = $1 and activity_id = $2 and not is_after',
);
export const removeAfterPhoto = statement<object>(
  'activity_photos_remove',
  'delete from activity_photos where community_id = $1 and activity_id = $2 and media_id = $3 and is_after',
);
/** Those of these photos that no activity shows any more. */
export const listUnused = statement<{ mediaId: string }>(
  'activity_photos_list_unused',
  `select m.id as "mediaId" from unnest($2::uuid[]) as m (id)
   where not exists (select from activity_photos p where p.community_id = $1 and p.media_id = m.id)`,
);

/** Members whose nickname has $2 in it, activity leaders first. */
export const listHelpers = statement<{ personId: string; isLeader: boolean }>(
  'activities_list_helpers',
  `select m.person_id as "personId", 'activity_leader' = any(m.roles) as "isLeader"
   from memberships m join people p on p.id = m.person_id
   where m.community_id = $1 and m.status <> 'paused' and position($2 in p.nickname) > 0
   order by 'activity_leader' = any(m.roles) desc, p.nickname, m.person_id limit 30`,
);
