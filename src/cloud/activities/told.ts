import type { ActivityNews } from '../notices/service';
import type { Queries } from '../platform/database';
import { publish } from '../platform/outbox';

export const activityTold = 'activity.told';

/** What is to be told of an activity, in a job of its own. */
export interface ToldActivity {
  communityId: string;
  activityId: string;
  news: ActivityNews;
  /** Whom; null: everybody who is going or waits. */
  signUpIds: readonly string[] | null;
  /** A reason, or what has changed. */
  words?: string | null;
  /** The sign-up after which it goes on, where there are many. */
  after?: string;
}

/** Tells them once the caller's transaction is committed, however many they are. */
export async function tellLater(tx: Queries, told: ToldActivity): Promise<void> {
  if (told.signUpIds?.length === 0) return;
  const { communityId } = told;
  await publish(tx, { topic: activityTold, communityId, payload: { ...told } });
}
