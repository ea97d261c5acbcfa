import { statement } from '../platform/database';
import { inScope } from './case-queries';

interface FigureRow {
  /** Null in the sum of all months. */
  month: string | null;
  /** Null where it is confidential to the asker, and in the sum. */
  categoryId: string | null;
  received: number;
  answered: number;
  inTime: number;
  late: number;
  rated: number;
  averageStars: number | null;
  lapsed: number;
  reopened: number;
  returned: number;
  withdrawn: number;
  open: number;
}

/**
 * Of those sent from $4 on and before $5, by month in the zone $6 and category. $2 and $3 are of the scope; who sees the
 * figures of all departments ($2 null) counts the confidential ones that they do not read without a name.
 */
export const count = statement<FigureRow & { isTotal: boolean }>(
  'requests_figures',
  `select f.month, f.category_id as "categoryId", grouping(f.month) = 1 as "isTotal",
     count(*)::int as received,
     count(*) filter (where f.first_answered_at is not null)::int as answered,
     count(*) filter (where f.first_answered_at is not null and not f.is_late)::int as "inTime",
     count(*) filter (where f.first_answered_at is not null and f.is_late)::int as late,
     count(f.stars)::int as rated, round(avg(f.stars), 2) as "averageStars",
     count(*) filter (where f.is_lapsed)::int as lapsed,
     count(*) filter (where f.reopened_at is not null)::int as reopened,
     count(*) filter (where f.returned > 0)::int as returned,
     count(*) filter (where f.state = 'withdrawn')::int as withdrawn,
     count(*) filter (where f.is_open)::int as open
   from (
     select r.state, r.is_open, r.first_answered_at, r.is_late, r.stars, r.is_lapsed, r.reopened_at, r.returned,
       to_char(r.submitted_at at time zone $6, 'YYYY-MM') as month,
       case when not r.is_confidential or r.category_id = any($3::uuid[]) then r.category_id end as category_id
     from requests r
     where r.community_id = $1 and r.submitted_at >= $4 and r.submitted_at < $5
       and ($2::uuid[] is null or ${inScope})
   ) f
   group by grouping sets ((f.month, f.category_id), ()) order by f.month, f.category_id`,
);
