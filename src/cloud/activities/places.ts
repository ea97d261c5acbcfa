import type { SignUpState } from '../../contract/activities';
import { problems } from '../../contract/http';
import { renewAgendas as renew } from '../agendas/service';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as places from './place-queries';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import * as signUps from './sign-up-queries';
import type { SignUpRecord } from './sign-up-queries';
import { tellLater } from './told';

export interface ActivityIds {
  communityId: string;
  activityId: string;
}

interface Leaving {
  to: Extract<SignUpState, 'cancelled' | 'removed'>;
  reason: string | null;
}

export const isRunning = ({ state }: Pick<SignUpRecord, 'state'>): boolean =>
  state === 'going' || state === 'waitlisted';

/** What these people are signed up for is their agenda again: after it changed, in the same transaction. */
export const renewAgendas = (tx: Queries, communityId: string, personIds: readonly string[]): Promise<void> =>
  renew(tx, places.renewAgendas, communityId, personIds);

/** Held until the transaction ends. */
export async function lockActivity(
  tx: Queries,
  { communityId, activityId }: ActivityIds,
): Promise<ActivityRecord> {
  const record = await tx.row(queries.lock, [communityId, activityId]);
  if (!record) throw refuse(problems.not_found);
  return record;
}

/** Who waits moves up as far as there is room, and is told. The activity is held, and `record` is how it stands. */
export async function fillPlaces(tx: Queries, record: ActivityRecord, now: Date): Promise<void> {
  const { communityId, id: activityId, capacity, taken, waiting, state, startsAt } = record;
  if (state !== 'published' || startsAt <= now) return;
  const free = capacity === null ? waiting : Math.min(waiting, capacity - taken);
  if (free <= 0) return;
  const promoted = await tx.rows(places.promote, [communityId, activityId, now, free]);
  await tx.run(places.adjust, [communityId, activityId, promoted.length, -promoted.length]);
  const signUpIds = promoted.map(({ id }) => id);
  await tellLater(tx, { communityId, activityId, news: 'promoted', signUpIds });
}

/**
 * Ends a running sign-up; the first who waits moves up in the same transaction. Not running any more, nothing changes.
 * The activity is held.
 */
export async function endSignUp(
  tx: Queries,
  record: ActivityRecord,
  { id, state, personId }: SignUpRecord,
  { to, reason, now }: Leaving & { now: Date },
): Promise<void> {
  const { communityId, id: activityId } = record;
  if (!(await tx.run(places.leave, [communityId, id, to, reason, now]))) return;
  const isGoing = state === 'going';
  const [taken, waiting] = isGoing ? [-1, 0] : [0, -1];
  await tx.run(places.adjust, [communityId, activityId, taken, waiting]);
  if (personId !== null) await renewAgendas(tx, communityId, [personId]);
  const left = { ...record, taken: record.taken + taken, waiting: record.waiting + waiting };
  await fillPlaces(tx, left, now);
}

/** Ends a sign-up, whoever asks for it, and returns it as it was. */
export function createLeaving({ clock }: { clock: Clock }) {
  return async function leave(
    tx: Queries,
    { communityId, activityId, signUpId }: ActivityIds & { signUpId: string },
    leaving: Leaving,
    /** Refuses what may not be. */
    judge: (record: ActivityRecord, signUp: SignUpRecord) => void,
  ): Promise<SignUpRecord> {
    const record = await lockActivity(tx, { communityId, activityId });
    const signUp = await tx.row(signUps.find, [communityId, signUpId]);
    if (signUp?.activityId !== activityId) throw refuse(problems.not_found);
    judge(record, signUp);
    await endSignUp(tx, record, signUp, { ...leaving, now: clock.now() });
    return signUp;
  };
}
