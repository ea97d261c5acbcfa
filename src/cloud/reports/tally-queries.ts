import { openStates } from '../../contract/report-cases';
import type { ReportState } from '../../contract/reports';
import { plannedAnew, statement } from '../platform/database';

const open = `array[${openStates.map((state) => `'${state}'`).join(', ')}]`;

/** What a report is now ($1, $2) is counted, and no longer what it was: state $3, category $4, department $5. */
export const change = statement<object>(
  'report_tally_changes_insert',
  `insert into report_tally_changes (community_id, id, report_id, day, square, lng, lat, state, category, is_open,
     department_id, change)
   select r.community_id, gen_random_uuid(), r.id, (r.submitted_at at time zone c.time_zone)::date, r.map_square,
     round(r.position[0] * 1000000), round(r.position[1] * 1000000), s.state, s.category, s.state = any(${open}),
     s.department_id, s.change
   from reports r join communities c on c.id = r.community_id,
     lateral (values (r.state, r.category, r.department_id, 1), ($3::text, $4::text, $5::uuid, -1))
       as s (state, category, department_id, change)
   where r.community_id = $1 and r.id = $2 and s.state is not null`,
);

const addDays = `insert into report_tallies as t (community_id, day, state, category, department_id, reports)
  select community_id, d.day, state, category, department_id, sum(change)
  from taken, lateral (values (taken.day), ('-infinity'::date)) as d (day)
  group by 1, 2, 3, 4, 5 having sum(change) <> 0 order by 1, 2, 3, 4, 5
  on conflict (community_id, day, state, category, department_id) do update set reports = t.reports + excluded.reports`;
const addSquares = `insert into report_square_tallies as t
    (community_id, zoom, state, category, square, reports, lng_sum, lat_sum)
  select community_id, z.zoom, s.state, c.category, square >> (44 - 2 * z.zoom), sum(change), sum(change * lng),
    sum(change * lat)
  from taken, lateral (values (14), (16), (18)) as z (zoom), lateral (values (taken.state), ('open')) as s (state),
    lateral (values (taken.category), ('*')) as c (category)
  where is_open or s.state <> 'open'
  group by 1, 2, 3, 4, 5 having sum(change) <> 0 order by 1, 2, 3, 4, 5
  on conflict (community_id, zoom, state, category, square) do update set reports = t.reports + excluded.reports,
    lng_sum = t.lng_sum + excluded.lng_sum, lat_sum = t.lat_sum + excluded.lat_sum`;

/** What has changed goes into the tallies. */
export const fold = statement<object>(
  'report_tally_changes_fold',
  `with taken as (delete from report_tally_changes returning *), days as (${addDays}) ${addSquares}`,
);

/** Of whole days, where some are given ($2 to $3). */
export interface TallyRow {
  state: ReportState;
  count: number;
}
export const countStates = plannedAnew<TallyRow>(
  `select state, sum(reports)::int as count from (
     select state, category, department_id, reports from report_tallies
     where community_id = $1 and ($2::date is null and $3::date is null and day = '-infinity'
       or day > '-infinity' and ($2::date is not null or $3::date is not null)
         and day >= coalesce($2::date, '-infinity') and day <= coalesce($3::date, 'infinity'))
     union all
     select state, category, department_id, change from report_tally_changes
     where community_id = $1 and day >= coalesce($2::date, '-infinity') and day <= coalesce($3::date, 'infinity')) t
   where ($4::text[] is null or state = any($4)) and ($5::text[] is null or category = any($5))
     and ($6::uuid is null or department_id = $6) and ($7::uuid[] is null or department_id = any($7))
   group by state having sum(reports) > 0`,
);

export interface SquareRow {
  square: number;
  count: number;
  lng: number;
  lat: number;
}
/**
 * By squares of the zoom $2 (at most 18), from tallies of the zoom $3 in the ranges of finest squares $4 to $5, of states
 * ('open') $6 and categories ('*') $7.
 */
export const countSquares = plannedAnew<SquareRow>(
  `select square, sum(reports)::int as count, (sum(lng_sum) / sum(reports) / 1000000)::float8 as lng,
     (sum(lat_sum) / sum(reports) / 1000000)::float8 as lat
   from (
     select t.square >> (2 * ($3::int - $2::int)) as square, t.reports, t.lng_sum, t.lat_sum
     from unnest($4::bigint[], $5::bigint[]) s (lo, hi), lateral (
       select * from report_square_tallies t
       where t.community_id = $1 and t.zoom = $3::int and t.state = any($6) and t.category = any($7)
         and t.square >= s.lo >> (44 - 2 * $3::int) and t.square < s.hi >> (44 - 2 * $3::int) offset 0) t
     union all
     select c.square >> (44 - 2 * $2::int), c.change, c.change * c.lng, c.change * c.lat
     from unnest($4::bigint[], $5::bigint[]) s (lo, hi)
     join report_tally_changes c on c.square >= s.lo and c.square < s.hi
     where c.community_id = $1
       and (c.state = any($6) or c.is_open and 'open' = any($6)) and (c.category = any($7) or '*' = any($7))) t
   group by square having sum(reports) > 0`,
);

/** Counts everything anew: after reports came in by another way. */
export const recount = `
  delete from report_tally_changes; delete from report_tallies; delete from report_square_tallies;
  insert into report_tallies (community_id, day, state, category, department_id, reports)
    select r.community_id, d.day, r.state, r.category, r.department_id, count(*)
    from reports r join communities c on c.id = r.community_id,
      lateral (values ((r.submitted_at at time zone c.time_zone)::date), ('-infinity'::date)) as d (day)
    group by 1, 2, 3, 4, 5;
  insert into report_square_tallies (community_id, zoom, state, category, square, reports, lng_sum, lat_sum)
    select r.community_id, z.zoom, s.state, c.category, r.map_square >> (44 - 2 * z.zoom), count(*),
      sum(round(r.position[0] * 1000000)), sum(round(r.position[1] * 1000000))
    from reports r, lateral (values (14), (16), (18)) as z (zoom), lateral (values (r.state), ('open')) as s (state),
      lateral (values (r.category), ('*')) as c (category)
    where r.is_open or s.state <> 'open' group by 1, 2, 3, 4, 5`;
