import { statement } from '../platform/database';
import { reportColumns, type ReportRecord } from './queries';

/** Nothing is to be done about it by anybody, the reporter included. */
const isOver = `r.state in ('confirmed', 'rejected', 'not_our_remit', 'duplicate', 'withdrawn')`;
const asked = `(r.submitted_at, r.id) < ($2::timestamptz, $3::uuid)
  and ($4::boolean is null or $4::boolean = not ${isOver})
  order by r.submitted_at desc, r.id desc limit $5`;

/** One's own and those one follows, the newest first. */
export const listMine = statement<ReportRecord>(
  'reports_list_mine',
  `select ${reportColumns} from (
     (select r.* from reports r where r.reporter_id = $1 and ${asked})
     union all
     (select r.* from report_followers f join reports r on r.community_id = f.community_id and r.id = f.report_id
      where f.person_id = $1 and r.reporter_id is distinct from f.person_id and ${asked})
   ) r order by r.submitted_at desc, r.id desc limit $5`,
);

export const isFollowing = statement<object>(
  'report_followers_find',
  'select 1 from report_followers where community_id = $1 and report_id = $2 and person_id = $3',
);
