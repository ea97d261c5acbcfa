import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs, instantOf, localDay } from '../platform/local-time';
import { demoActivities, type DemoActivity } from './activities';
import * as queries from './activity-queries';
import { readDemo } from './data';

const hourMs = 3_600_000;
const saturday = 6;
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => (day + 4) % 7;

interface Scene {
  communityId: string;
  stationId: string | null;
  leaderId: string | null;
  personIds: ReadonlyMap<string, string>;
  timeZone: string;
  /** Days since 1970. */
  nextSaturday: number;
  now: Date;
}

async function loadActivity(tx: Queries, scene: Scene, activity: DemoActivity): Promise<void> {
  const { communityId, now } = scene;
  const { kind, title, description, placeText, questions = [], risk, going, hours } = activity;
  const at = (hour: number) =>
    new Date(instantOf(scene.timeZone, (scene.nextSaturday + activity.day) * dayMs + hour * hourMs));
  const [startsAt, endsAt, remindAt] = [at(activity.from), at(activity.from + hours), at(18 - 24)];
  const personIds = going.flatMap((account) => scene.personIds.get(account) ?? []);
  const id = newId();
  const inserted = await tx.run(queries.insertActivity, [
    ...[communityId, id, kind, title, description, placeText === null ? scene.stationId : null, placeText],
    ...[startsAt, endsAt, remindAt, activity.capacity, activity.minimum ?? null, personIds.length],
    ...[JSON.stringify(questions), risk !== undefined, risk?.notice ?? null, risk?.insurance ?? null],
    ...[scene.leaderId, hours, endsAt <= now ? 'finished' : 'published', now],
  ]);
  if (!inserted) return;
  for (const personId of personIds)
    await tx.run(queries.insertSignUp, [communityId, newId(), id, personId, startsAt, endsAt, now]);
}

/** Some activities in the demonstration community, of next week and of last, once each. */
export async function loadDemoActivities({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const { community, people, stations } = readDemo();
  const now = clock.now();
  const { timeZone } = community;
  const today = localDay(timeZone, now.getTime());
  const accounts = people.flatMap(({ account, id }) => (account === null ? [] : [[account, id] as const]));
  const personIds = new Map(accounts);
  const scene: Scene = {
    communityId: community.id,
    stationId: stations.find(({ tier }) => tier === 'centre')?.id ?? null,
    leaderId: personIds.get('activity-leader') ?? null,
    personIds,
    timeZone,
    nextSaturday: today + ((saturday - weekdayOf(today) + 7) % 7 || 7),
    now,
  };
  await database.transaction(async (tx) => {
    for (const activity of demoActivities) await loadActivity(tx, scene, activity);
  });
}
