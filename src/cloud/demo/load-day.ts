import { minuteMs } from '../platform/local-time';
import type { Clock } from '../platform/clock';
import { statement, type Database } from '../platform/database';
import { newId } from '../platform/ids';
import { insertSignUp } from './activity-queries';
import { readDemo } from './data';

const halfHourMs = 30 * minuteMs;

const insertActivity = statement<object>(
  'demo_insert_day',
  `insert into activities (community_id, id, kind, title, description, station_id, starts_at, ends_at, remind_at,
     sign_up_until, capacity, taken, is_risky, leader_id, audience, hours_planned, state, created_at)
   select $1, $2, 'other_volunteering', '整理爱心书屋', '把捐来的书分类上架，给旧书补个书签。茶水备好了。', $3, $4, $5, $6, $4,
     12, cardinality($8::uuid[]), false, $7, 'everyone', 2, 'published', $6
   where not exists (select from activity_days where community_id = $1)
     and not exists (select from activities where community_id = $1 and title = '整理爱心书屋')`,
);
/**
 * One activity of today in the demonstration community, that the volunteers' leader leads and riders have signed up
 * for, once.
 */
export async function loadDemoDay({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const { community, people, stations } = readDemo();
  const leader = people.find(({ account }) => account === 'activity-leader');
  const riders = people.filter(({ account }) => account?.startsWith('rider'));
  const station = stations.find(({ tier }) => tier === 'centre');
  if (!leader || !station) return;
  const now = clock.now();
  // At the next full or half hour, so that codes are taken at once.
  const startsAt = new Date(Math.ceil((now.getTime() + 1) / halfHourMs) * halfHourMs);
  const endsAt = new Date(startsAt.getTime() + 4 * halfHourMs);
  const id = newId();
  const riderIds = riders.map((rider) => rider.id);
  await database.transaction(async (tx) => {
    const values = [community.id, id, station.id, startsAt, endsAt, now, leader.id, riderIds];
    if (!(await tx.run(insertActivity, values))) return;
    for (const personId of riderIds)
      await tx.run(insertSignUp, [community.id, newId(), id, personId, startsAt, endsAt, now]);
  });
}
