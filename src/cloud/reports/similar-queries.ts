import type { ReportState } from '../../contract/reports';
import { statement } from '../platform/database';
import { reportColumns, type ReportRecord } from './queries';

/** Something is being done about it, or was a moment ago. */
export const suggestedStates: readonly ReportState[] = [
  'triage',
  'assigned',
  'in_progress',
  'info_requested',
  'scheduled',
  'transferred',
  'resolved',
  'reopen_requested',
];

/**
 * In a box of the map around a place, of others. $1 community, $2 category, $3 and $4 the corners of the box, $5 since
 * when, $6 states, $7 who asks.
 */
export const listNear = statement<ReportRecord>(
  'reports_list_near',
  `select ${reportColumns} from reports r
   where r.is_seen and r.position <@ box($3::point, $4::point) and r.community_id = $1 and r.category = $2
     and r.submitted_at >= $5 and r.state = any($6::text[]) and r.reporter_id is distinct from $7`,
);
