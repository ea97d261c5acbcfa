import { statement } from '../platform/database';
import { requestColumns, type RequestRecord } from './queries';

/** Of those whose time is over for the requester: no answer to a question came, or no word about an answer. */
export const listLapsed = statement<RequestRecord>(
  'requests_list_lapsed',
  `select ${requestColumns} from requests r
   where r.state in ('info_requested', 'answered') and r.due_at <= $1 order by r.due_at limit $2`,
);

export const listLate = statement<RequestRecord>(
  'requests_list_late',
  `select ${requestColumns} from requests r where r.escalate_at <= $1 order by r.escalate_at limit $2`,
);

/** One rung up; changes no row where it has moved on, or another has been quicker. The version stays: nothing is done. */
export const climb = statement<object>(
  'requests_climb',
  `update requests set rung = rung + 1, escalation = escalation + 1, escalate_at = $5
   where community_id = $1 and id = $2 and version = $3 and rung = $4 and escalate_at is not null`,
);

/** Those that ended before $1, at most $2. */
export const listOld = statement<{ communityId: string; id: string }>(
  'requests_list_old',
  `select community_id as "communityId", id from requests
   where (requester_id is not null or words is not null) and closed_at < $1 order by closed_at limit $2`,
);
