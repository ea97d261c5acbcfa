import { statement } from '../platform/database';
import { reportColumns, type ReportRecord } from './queries';

/** Of those whose time is over for the reporter: no answer came, or nobody said that it is well. */
export const listLapsed = statement<ReportRecord>(
  'reports_list_lapsed',
  `select ${reportColumns} from reports r
   where r.state in ('info_requested', 'resolved') and r.due_at <= $1 order by r.due_at limit $2`,
);

export const listLate = statement<ReportRecord>(
  'reports_list_late',
  `select ${reportColumns} from reports r where r.escalate_at <= $1 order by r.escalate_at limit $2`,
);

/** One rung up; changes no row where it has moved on, or another has been quicker. The version stays: nothing is done. */
export const climb = statement<object>(
  'reports_climb',
  `update reports set rung = rung + 1, escalation = escalation + 1, escalate_at = $5
   where community_id = $1 and id = $2 and version = $3 and rung = $4 and escalate_at is not null`,
);

/** Who reported it, and what they wrote, is kept so long after the end; what became of it stays. $1 before, $2 how many. */
export const anonymise = statement<object>(
  'reports_anonymise',
  `with old as (
       select community_id, id from reports where reporter_id is not null and closed_at < $1
         and state in ('confirmed', 'rejected', 'not_our_remit', 'duplicate', 'withdrawn')
       order by closed_at limit $2
     ), said as (
       update report_entries e set person_id = null, words = case when e.actor = 'reporter' then null else e.words end
       from old where e.community_id = old.community_id and e.report_id = old.id
     ), followed as (
       delete from report_followers f using old where f.community_id = old.community_id and f.report_id = old.id
     )
     update reports r set reporter_id = null, client_key = null, request_hash = null, words = null, place_text = null
     from old where r.community_id = old.community_id and r.id = old.id`,
);
