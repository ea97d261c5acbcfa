import { attendanceLimits } from '../../contract/attendances';
import type { Notify } from '../notices/service';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { ActivityRecord } from './activity-queries';
import * as days from './day-queries';
import { settle } from './ledger';
import * as queries from './queries';

interface Closing {
  /** null: the system. */
  by: string | null;
  now: Date;
  notify: Notify;
}

/** Whoever forgot to say that they went did so at the planned end; they are told, for they may know better. */
async function leaveAtEnd(tx: Queries, activity: ActivityRecord, { now, notify }: Closing): Promise<void> {
  const { communityId, id, endsAt, title } = activity;
  const left = await tx.rows(queries.leaveAtEnd, [communityId, id, endsAt]);
  if (left.length === 0) return;
  const people = left.map(({ personId }) => personId);
  const times = left.map(({ at }) => at);
  const marks = [communityId, id, left.map(() => newId()), people, times, left.map(() => true)];
  await tx.run(queries.insertMarks, [...marks, 'out', 'tick', 'planned_end', null, now, now]);
  const values = { news: 'left_at_end', activity: title, until: null, reason: null } as const;
  for (const personId of people)
    await notify(tx, {
      personId,
      communityId,
      kind: 'attendance',
      values,
      link: `attendances/rider/check?id=${id}`,
    });
}

/** Ends the day: whoever records meanwhile is waited for. A second time changes nothing. */
export async function closeDay(tx: Queries, activity: ActivityRecord, closing: Closing): Promise<void> {
  const { communityId, id } = activity;
  await tx.run(days.begin, [communityId, id]);
  if (!(await tx.run(days.close, [communityId, id, closing.now, closing.by]))) return;
  await leaveAtEnd(tx, activity, closing);
  await settle(tx, activity, await tx.rows(queries.list, [communityId, id, attendanceLimits.people]));
}
