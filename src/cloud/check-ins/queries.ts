import { checkInLimits, type CheckIn, type EvidenceGrade } from '../../contract/check-ins';
import { statement } from '../platform/database';
import { localIso } from '../platform/local-time';

export interface VisitRow {
  id: string;
  communityId: string;
  stationId: string;
  evidence: EvidenceGrade;
  occurredAt: Date;
  receivedAt: Date;
  isLate: boolean;
}

export const checkInOf = (row: VisitRow, stationName: string, timeZone: string): CheckIn => ({
  id: row.id,
  communityId: row.communityId,
  station: { id: row.stationId, name: stationName },
  evidence: row.evidence,
  occurredAt: localIso(timeZone, row.occurredAt.getTime()),
  receivedAt: localIso(timeZone, row.receivedAt.getTime()),
  isLate: row.isLate,
  isRepeat: false,
});

const visitColumns = `id, community_id as "communityId", station_id as "stationId", evidence,
  occurred_at as "occurredAt", received_at as "receivedAt", is_late as "isLate"`;
const apart = `interval '${checkInLimits.visitMinutes} minutes'`;
/** Nothing older can meet a check-in that still comes in. */
const kept = `(interval '${checkInLimits.maxAgeHours} hours' + ${apart})`;

/**
 * A visit, unless the person has one at the station within two hours before or after: the row of their turns decides,
 * locked by this very statement, so that any number of check-ins at once make one visit. Changes no row on a repeat.
 */
export const recordVisit = statement<object>(
  'check_ins_record',
  `with turn as (
     insert into check_in_turns as known (community_id, person_id, station_id, times, latest)
     values ($1, $3, $4, array[$8::timestamptz], $8)
     on conflict (community_id, person_id, station_id) do update
       set times = array(select at from unnest(known.times) as at where at > $7::timestamptz - ${kept}) || excluded.times,
           latest = greatest(known.latest, excluded.latest)
       where not exists (
         select from unnest(known.times) as at
         where at > $8::timestamptz - ${apart} and at < $8::timestamptz + ${apart})
     returning community_id
   )
   insert into check_ins
     (community_id, id, person_id, station_id, evidence, phone_time, received_at, occurred_at, day, is_late)
   select community_id, $2, $3, $4, $5, $6, $7, $8, $9, $10 from turn`,
);

/** The first of the visits that a check-in repeats. */
export const findRepeated = statement<VisitRow>(
  'check_ins_find_repeated',
  `select ${visitColumns} from check_ins
   where community_id = $1 and person_id = $2 and station_id = $3
     and occurred_at > $4::timestamptz - ${apart} and occurred_at < $4::timestamptz + ${apart}
   order by occurred_at limit 1`,
);

export const findVisit = statement<{ personId: string | null; day: string }>(
  'check_ins_find',
  'select person_id as "personId", day from check_ins where community_id = $1 and id = $2',
);

/** A page in each community the person belongs to, read from the end of one index, then put together. */
export const listMine = statement<VisitRow>(
  'check_ins_list_mine',
  `select ${visitColumns} from memberships m
   cross join lateral (
     select v.id, v.station_id, v.evidence, v.occurred_at, v.received_at, v.is_late from check_ins v
     where v.community_id = m.community_id and v.person_id = m.person_id
       and (v.occurred_at, v.id) < ($2::timestamptz, $3::uuid)
     order by v.occurred_at desc, v.id desc limit $4
   ) mine
   where m.person_id = $1
   order by occurred_at desc, id desc limit $4`,
);

/** Adds one visit, and its person when this is their first of the day there. */
export const addToDay = statement<object>(
  'station_days_add_visit',
  `with visit as (
     select community_id, station_id, person_id, day from check_ins where community_id = $1 and id = $2
   ), first_today as (
     insert into station_day_people (community_id, day, station_id, person_id)
     select community_id, day, station_id, person_id from visit
     on conflict (community_id, day, station_id, person_id) do nothing returning person_id
   )
   insert into station_days as known (community_id, station_id, day, visits, people)
   select community_id, station_id, day, 1, (select count(*) from first_today) from visit
   on conflict (community_id, station_id, day) do update
     set visits = known.visits + 1, people = known.people + excluded.people`,
);

export const addToMonth = statement<object>(
  'station_months_add_visit',
  `with visit as (
     select community_id, station_id, person_id, date_trunc('month', day::timestamp)::date as month
     from check_ins where community_id = $1 and id = $2
   ), first_this_month as (
     insert into station_month_people (community_id, month, station_id, person_id)
     select community_id, month, station_id, person_id from visit
     on conflict (community_id, month, station_id, person_id) do nothing returning person_id
   )
   insert into station_months as known (community_id, station_id, month, visits, people)
   select community_id, station_id, month, 1, (select count(*) from first_this_month) from visit
   on conflict (community_id, station_id, month) do update
     set visits = known.visits + 1, people = known.people + excluded.people`,
);

export const insertTally = statement<object>(
  'walk_in_tallies_insert',
  `insert into walk_in_tallies (community_id, id, station_id, counted_by, people, counted_at, day)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

export const addWalkInsToDay = statement<object>(
  'station_days_add_walk_ins',
  `insert into station_days as known (community_id, station_id, day, walk_ins) values ($1, $2, $3, $4)
   on conflict (community_id, station_id, day) do update set walk_ins = known.walk_ins + excluded.walk_ins`,
);

export const addWalkInsToMonth = statement<object>(
  'station_months_add_walk_ins',
  `insert into station_months as known (community_id, station_id, month, walk_ins) values ($1, $2, $3, $4)
   on conflict (community_id, station_id, month) do update set walk_ins = known.walk_ins + excluded.walk_ins`,
);

interface CountsRow {
  visits: number;
  people: number;
  walkIns: number;
  monthVisits: number;
  monthPeople: number;
  monthWalkIns: number;
}

export const findCounts = statement<CountsRow>(
  'station_days_find_counts',
  `select coalesce(d.visits, 0) as visits, coalesce(d.people, 0) as people, coalesce(d.walk_ins, 0) as "walkIns",
     coalesce(m.visits, 0) as "monthVisits", coalesce(m.people, 0) as "monthPeople",
     coalesce(m.walk_ins, 0) as "monthWalkIns"
   from (select $1::uuid as community_id, $2::uuid as station_id) s
   left join station_days d on d.community_id = s.community_id and d.station_id = s.station_id and d.day = $3
   left join station_months m on m.community_id = s.community_id and m.station_id = s.station_id and m.month = $4`,
);

/** What only served to tell whether a check-in is a repeat or its person was counted; by community, as it is indexed. */
export const purgeTurns = statement<object>(
  'check_in_turns_purge',
  `delete from check_in_turns t using communities c where t.community_id = c.id and t.latest < $1`,
);
export const purgeDayPeople = statement<object>(
  'station_day_people_purge',
  `delete from station_day_people p using communities c where p.community_id = c.id and p.day < $1`,
);
export const purgeMonthPeople = statement<object>(
  'station_month_people_purge',
  `delete from station_month_people p using communities c where p.community_id = c.id and p.month < $1`,
);

/** By community, as it is indexed. */
export const anonymise = statement<object>(
  'check_ins_anonymise',
  `update check_ins v set person_id = null from communities c
   where v.community_id = c.id and v.occurred_at < $1 and v.person_id is not null`,
);
