import { plannedAnew, statement } from '../platform/database';
import { reportColumns, type ReportRecord } from './queries';

/** What a grid member is given to do, and it is still open. */
export const listAssigned = statement<ReportRecord>(
  'reports_list_grid_assigned',
  `select ${reportColumns} from reports r
   where r.community_id = $1 and r.grid_membership_id = $2 and r.is_open order by r.due_at, r.id limit $3`,
);

/** Said to be done, and nobody has looked since. */
const unchecked = `r.state = 'resolved' and (r.checked_at is null or r.checked_at < r.closed_at)`;
/** Neither their own report ($2) nor their own work ($3). */
const notTheirs =
  'r.reporter_id is distinct from $2::uuid and r.grid_membership_id is distinct from $3::uuid';

/** In the ranges of squares $4 to $5. */
export const listUnchecked = plannedAnew<ReportRecord>(
  `select ${reportColumns} from unnest($4::bigint[], $5::bigint[]) s (lo, hi), lateral (
     select r.* from reports r where r.community_id = $1 and r.map_square >= s.lo and r.map_square < s.hi
       and ${unchecked} and ${notTheirs} offset 0) r
   order by r.closed_at desc limit $6`,
);

/** Judged by the row it changes: one looks, of two who do so at once. */
export const check = statement<ReportRecord>(
  'reports_check',
  `update reports r set checked_at = $6
   where r.community_id = $1 and ${notTheirs} and r.id = $4 and r.version = $5 and ${unchecked}
   returning ${reportColumns}`,
);

/** By person $2 and grid membership from $3 to before $4. */
export const countFigures = statement<{
  reported: number;
  resolved: number;
  verified: number;
  foundUnmended: number;
}>(
  'reports_count_grid_figures',
  `select (select count(*)::int from reports r where r.reporter_id = $2 and r.community_id = $1
       and r.submitted_at >= $3 and r.submitted_at < $4) as reported,
     count(*) filter (where e.action = 'resolve')::int as resolved,
     count(*) filter (where e.action in ('verify', 'ask_to_reopen'))::int as verified,
     count(*) filter (where e.action = 'ask_to_reopen')::int as "foundUnmended"
   from report_entries e
   where e.community_id = $1 and e.person_id = $2 and e.actor = 'grid_member' and e.at >= $3 and e.at < $4`,
);
