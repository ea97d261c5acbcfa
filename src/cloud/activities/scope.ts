import type { SeriesScope } from '../../contract/activity-desk';
import { problems } from '../../contract/http';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { lockActivity, type ActivityIds } from './places';
import * as queries from './queries';
import type { ActivityRecord } from './queries';

/** Drafts, and those announced that have not begun: what a change of a whole series is about. */
const isOpen = ({ state, startsAt }: ActivityRecord, now: Date) =>
  state === 'draft' || (state === 'published' && startsAt > now);

/** The activity, and the others of its series that go with it, all held. */
export async function scopeOf(
  tx: Queries,
  { communityId, activityId }: ActivityIds,
  scope: SeriesScope,
  now: Date,
): Promise<{ record: ActivityRecord; others: ActivityRecord[] }> {
  const found = scope === 'this' ? undefined : await tx.row(queries.find, [communityId, activityId]);
  if (!found || found.seriesId === null || found.ordinal === null)
    return { record: await lockActivity(tx, { communityId, activityId }), others: [] };
  const first = scope === 'all' ? 1 : found.ordinal;
  const held = await tx.rows(queries.lockSeries, [communityId, found.seriesId, first]);
  const record = held.find(({ id }) => id === activityId);
  if (!record) throw refuse(problems.not_found);
  return { record, others: held.filter((one) => one.id !== activityId && isOpen(one, now)) };
}
