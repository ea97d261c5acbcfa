import { statement } from '../platform/database';

export interface NoShowRow {
  missedAt: Date;
  isForgiven: boolean;
}

/** Who signed up, and nobody saw; returns whom it was new of. Where nobody was recorded at all, nobody is missing. */
export const judge = statement<{ personId: string }>(
  'no_shows_judge',
  `insert into no_shows (community_id, activity_id, person_id, missed_at)
   select s.community_id, s.activity_id, s.person_id, $3 from sign_ups s
   where s.community_id = $1 and s.activity_id = $2 and s.state = 'going' and s.person_id is not null
     and not exists (
       select from attendances t where t.community_id = $1 and t.activity_id = $2 and t.person_id = s.person_id
         and (t.came_at is not null or t.left_at is not null))
     and exists (
       select from attendances t where t.community_id = $1 and t.activity_id = $2 and t.came_at is not null)
   on conflict do nothing returning person_id as "personId"`,
);

/** Found to have been there after all. */
export const unjudge = statement<object>(
  'no_shows_unjudge',
  'delete from no_shows where community_id = $1 and activity_id = $2 and person_id = any($3::uuid[])',
);

export const listOfActivity = statement<{ personId: string; isForgiven: boolean }>(
  'no_shows_list_of_activity',
  `select person_id as "personId", forgiven_at is not null as "isForgiven" from no_shows
   where community_id = $1 and activity_id = $2`,
);

export const listOfPerson = statement<NoShowRow>(
  'no_shows_list_of_person',
  `select missed_at as "missedAt", forgiven_at is not null as "isForgiven" from no_shows
   where community_id = $1 and person_id = $2 order by missed_at`,
);

export interface PausingRow extends NoShowRow {
  personId: string;
  activityId: string;
  title: string;
  timeZone: string;
}

/** What everybody missed who missed something since $2 and who missed $3 times at all, by person, the oldest first. */
export const listPausing = statement<PausingRow>(
  'no_shows_list_pausing',
  `select n.person_id as "personId", n.activity_id as "activityId", a.title, n.missed_at as "missedAt",
     n.forgiven_at is not null as "isForgiven", c.time_zone as "timeZone"
   from no_shows n join activities a on a.community_id = n.community_id and a.id = n.activity_id
   join communities c on c.id = n.community_id
   where n.community_id = $1 and n.person_id in (
     select person_id from no_shows where community_id = $1 and forgiven_at is null
     group by person_id having max(missed_at) > $2::timestamptz and count(*) >= $3::int)
   order by n.person_id, n.missed_at, n.activity_id`,
);

export const forgive = statement<object>(
  'no_shows_forgive',
  `update no_shows set forgiven_at = $4, forgiven_by = $5, forgive_reason = $6
   where community_id = $1 and activity_id = $2 and person_id = $3 and forgiven_at is null
     and person_id <> $5`,
);

export const findOne = statement<{ isForgiven: boolean }>(
  'no_shows_find',
  `select forgiven_at is not null as "isForgiven" from no_shows
   where community_id = $1 and activity_id = $2 and person_id = $3`,
);

export interface RulesRow {
  isPausing: boolean;
  noShows: number;
  windowDays: number;
  pauseDays: number;
  version: number;
}

export const findRules = statement<RulesRow>(
  'activity_rules_find',
  `select is_pausing as "isPausing", no_shows as "noShows", window_days as "windowDays", pause_days as "pauseDays",
     version from activity_rules where community_id = $1`,
);

/** $6: the version that the asker has seen, 0 where there was none. */
export const setRules = statement<object>(
  'activity_rules_set',
  `insert into activity_rules as known (community_id, is_pausing, no_shows, window_days, pause_days, version)
   select $1, $2, $3, $4, $5, 1 where $6::int = 0 or exists (select from activity_rules where community_id = $1)
   on conflict (community_id) do update set is_pausing = excluded.is_pausing, no_shows = excluded.no_shows,
     window_days = excluded.window_days, pause_days = excluded.pause_days, version = known.version + 1
     where known.version = $6::int`,
);
