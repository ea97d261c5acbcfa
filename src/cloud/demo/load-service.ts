import type { ServiceGrade, ServiceKind } from '../../contract/service-records';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs, localDate, minuteMs } from '../platform/local-time';
import { readDemo } from './data';
import * as queries from './service-queries';

/** As the demonstration's file numbers its people. */
const personId = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [chen, wang, li, zhang, leader, staff] = [201, 202, 203, 204, 206, 208].map(personId);

const volunteers = [
  { person: chen, skills: ['修电动车', '急救'] },
  { person: li, skills: ['做饭'] },
  { person: zhang, skills: [] },
  { person: wang, skills: [] },
];

interface Served {
  person: string | undefined;
  minutes: number;
  grade?: ServiceGrade;
  words?: string;
}

interface Activity {
  kind: ServiceKind;
  title: string;
  place: string;
  daysAgo: number;
  minutes: number;
  served: readonly Served[];
}

const activities: readonly Activity[] = [
  {
    kind: 'tree_planting',
    title: '春季义务植树',
    place: '藕塘公园东侧',
    daysAgo: 250,
    minutes: 180,
    served: [
      { person: chen, minutes: 180, grade: 'good' },
      { person: li, minutes: 180 },
    ],
  },
  {
    kind: 'environment',
    title: '清理河道两岸垃圾',
    place: '藕塘河步道',
    daysAgo: 24,
    minutes: 120,
    served: [
      { person: chen, minutes: 120, grade: 'excellent', words: '来得早、走得晚，还教大家分拣' },
      { person: zhang, minutes: 120, grade: 'good' },
      { person: wang, minutes: 90 },
    ],
  },
  {
    kind: 'elder_visit',
    title: '陪独居老人聊天做饭',
    place: '三号楼活动室',
    daysAgo: 10,
    minutes: 90,
    served: [
      { person: chen, minutes: 90 },
      { person: li, minutes: 90, grade: 'excellent', words: '老人们都念叨她做的菜' },
    ],
  },
];

interface Where {
  communityId: string;
  timeZone: string;
  now: Date;
}

async function loadActivity(
  tx: Queries,
  { communityId, timeZone, now }: Where,
  activity: Activity,
): Promise<void> {
  const { kind, title, place, daysAgo, minutes } = activity;
  const id = newId();
  const startsAt = new Date(now.getTime() - daysAgo * dayMs);
  const endsAt = new Date(startsAt.getTime() + minutes * minuteMs);
  await tx.run(queries.insertActivity, [communityId, id, kind, title, place, startsAt, endsAt, leader]);
  for (const { person, minutes: own, grade = null, words = null } of activity.served)
    await tx.run(queries.insertRecord, [
      ...[communityId, newId(), person, id, newId(), kind, title, place, localDate(timeZone, startsAt)],
      ...[own, leader, grade, words, endsAt],
    ]);
}

/** Some hours of some riders in the demonstration community, once. Nothing happens where somebody has served already. */
export async function loadDemoService({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const { id: communityId, timeZone } = readDemo().community;
  const now = clock.now();
  await database.transaction(async (tx) => {
    if ((await tx.run(queries.insertCounter, [communityId, volunteers.length])) === 0) return;
    for (const [at, { person, skills }] of volunteers.entries())
      await tx.run(queries.insertVolunteer, [communityId, person, at + 1, skills, now]);
    for (const activity of activities) await loadActivity(tx, { communityId, timeZone, now }, activity);
    const on = localDate(timeZone, new Date(now.getTime() - 40 * dayMs));
    await tx.run(queries.insertHonour, [communityId, newId(), chen, on, staff, now]);
  });
}
