import { attendanceProblems } from '../../contract/attendances';
import { dayProblems } from '../../contract/attendance-days';
import { problems } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { findActivity, type ActivityRecord } from './activity-queries';
import { mendableUntil } from './timing';

export interface DayIds {
  communityId: string;
  activityId: string;
}

/** An activity, and as what somebody may look after its day; `reader`: they may only look. */
export interface Access {
  activity: ActivityRecord;
  as: 'leader' | 'staff' | 'reader';
}

export async function activityBy(
  from: Queries,
  { communityId, activityId }: DayIds,
): Promise<ActivityRecord> {
  const activity = await from.row(findActivity, [communityId, activityId]);
  if (!activity) throw refuse(problems.not_found);
  return activity;
}

/** For whoever leads it, staff, and those who may look. */
export async function accessTo(from: Queries, ids: DayIds, asker: Asker): Promise<Access> {
  const activity = await activityBy(from, ids);
  const roles = asker.roles.get(ids.communityId);
  if (activity.leaderId === asker.personId) return { activity, as: 'leader' };
  if (policy.forgiveNoShow.allows(roles)) return { activity, as: 'staff' };
  if (policy.getActivityRules.allows(roles)) return { activity, as: 'reader' };
  throw refuse(problems.forbidden);
}

/** Access to record, of what was not called off and can still be mended. */
export async function handsOn(
  from: Queries,
  ids: DayIds,
  asker: Asker,
  now: Date,
): Promise<Access & { as: 'leader' | 'staff' }> {
  const { activity, as } = await accessTo(from, ids, asker);
  if (as === 'reader') throw refuse(problems.forbidden);
  if (activity.state === 'cancelled') throw refuse(attendanceProblems.activity_called_off);
  if (now.getTime() > mendableUntil(activity, as)) throw refuse(dayProblems.day_past_mending);
  return { activity, as };
}
