import type { Clock } from '../platform/clock';
import { statement, type Database } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs } from '../platform/local-time';
import { insertSignUp } from './activity-queries';
import { readDemo } from './data';

const nickname = '阿琳';
const titles = ['清理河道两岸垃圾', '陪独居老人聊天做饭', '周末观影：奇迹·笨小孩'];

const listOver = statement<{ id: string; startsAt: Date; endsAt: Date }>(
  'demo_list_over',
  `select id, starts_at as "startsAt", ends_at as "endsAt" from activities
   where community_id = $1 and title = any($2::text[]) and ends_at <= $3`,
);
const insertNoShow = statement<object>(
  'demo_insert_no_show',
  `insert into no_shows (community_id, activity_id, person_id, missed_at) values ($1, $2, $3, $4)
   on conflict do nothing`,
);

/** Somebody who signed up three times and did not come, so that signing up is paused for them, once. */
export async function loadDemoNoShows({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const { community, people } = readDemo();
  const personId = people.find((person) => person.nickname === nickname)?.id;
  if (personId === undefined) return;
  await database.transaction(async (tx) => {
    for (const { id, startsAt, endsAt } of await tx.rows(listOver, [community.id, titles, clock.now()])) {
      if (!(await tx.run(insertNoShow, [community.id, id, personId, endsAt]))) continue;
      const signedUpAt = new Date(startsAt.getTime() - dayMs);
      const values = [community.id, newId(), id, personId, startsAt, endsAt, signedUpAt];
      await tx.run(insertSignUp, values);
    }
  });
}
