import type { ActivityState } from '../../contract/activities';
import { problems } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import type { ActivityRecord } from './queries';

type Who = Pick<Asker, 'personId' | 'roles'>;

/** Staff and whoever is above them. */
export const mayManage = (asker: Who | null, communityId: string): boolean =>
  asker !== null && policy.createActivity.allows(asker.roles.get(communityId));

/** They and the auditor, who may only look. */
export const mayReadAll = (asker: Who, communityId: string): boolean =>
  policy.listMembers.allows(asker.roles.get(communityId));

/** Theirs to lead, as long as they are a member who is not paused. */
export const leads = (asker: Who | null, { communityId, leaderId }: ActivityRecord): boolean =>
  asker !== null && leaderId === asker.personId && (asker.roles.get(communityId)?.length ?? 0) > 0;

/** Refused where it is neither theirs to lead nor to read. */
export function demandReader(asker: Who, record: ActivityRecord): void {
  if (!mayReadAll(asker, record.communityId) && !leads(asker, record)) throw refuse(problems.forbidden);
}

/** Whether one is of those an activity is for, or works on it. */
export function isFor(asker: Who | null, record: ActivityRecord): boolean {
  if (record.audience === 'everyone') return true;
  const roles = asker?.roles.get(record.communityId) ?? [];
  return roles.includes('grid_member') || mayManage(asker, record.communityId) || leads(asker, record);
}

/** As of now: from its end on a published one is over. */
export const stateAt = ({ state, endsAt }: ActivityRecord, now: Date): ActivityState =>
  state === 'published' && endsAt <= now ? 'finished' : state;
