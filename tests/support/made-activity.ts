import type { ActivityKind, ActivityState } from '../../src/contract/activities';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { TestCloud } from './cloud';
import { outang } from './outang';

const insertActivity = statement<object>(
  'test_activity',
  `insert into activities (community_id, id, kind, title, description, place_text, starts_at, ends_at, remind_at,
     sign_up_until, capacity, minimum, is_risky, leader_id, audience, state, created_at, cancel_reason)
   values ($1, $2, $3, $4, '带上水杯', '藕塘公园东门', $5, $6, $7, $8, $9, $10, false, $11, $12, $13, $14,
     case when $13 = 'cancelled' then '下雨' end)`,
);

export interface MadeActivity {
  communityId?: string;
  kind?: ActivityKind;
  title?: string;
  /** From now on. */
  startsInHours?: number;
  hours?: number;
  capacity?: number | null;
  minimum?: number | null;
  leaderId?: string | null;
  audience?: 'everyone' | 'grid_members';
  state?: ActivityState;
  signUpUntilHours?: number | null;
}

const hourMs = 3_600_000;

/** An activity that is there, straight into the database; published, unless said otherwise. */
export async function makeActivity({ database, clock }: TestCloud, made: MadeActivity = {}): Promise<string> {
  const { communityId = outang.id, kind = 'film', title = '露天电影', startsInHours = 72, hours = 2 } = made;
  const {
    capacity = null,
    minimum = null,
    leaderId = null,
    audience = 'everyone',
    state = 'published',
  } = made;
  const id = newId();
  const now = clock.now();
  const after = (count: number) => new Date(now.getTime() + count * hourMs);
  const startsAt = after(startsInHours);
  const remindAt = new Date(startsAt.getTime() - 15 * hourMs);
  const until =
    made.signUpUntilHours === undefined || made.signUpUntilHours === null
      ? null
      : after(made.signUpUntilHours);
  await database.run(insertActivity, [
    ...[communityId, id, kind, title, startsAt, after(startsInHours + hours), remindAt, until],
    ...[capacity, minimum, leaderId, audience, state, now],
  ]);
  return id;
}
