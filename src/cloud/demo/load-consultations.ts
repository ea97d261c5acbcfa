import type { Clock } from '../platform/clock';
import { statement, type Database } from '../platform/database';
import { newId } from '../platform/ids';
import { minuteMs } from '../platform/local-time';
import { readDemo } from './data';

const halfHourMs = 30 * minuteMs;

const insertBegun = statement<object>(
  'demo_insert_consultation',
  `insert into consultations (community_id, id, person_id, officer_id, department_id, starts_at, ends_at, way, place, note,
     state, booked_at, changed_at)
   select $1, $2, $3, $4, $5, $6, $7, 'in_person', '党群服务中心一楼 · 工会窗口', '站点说我是自己摔的，工伤该找谁认定',
     'booked', $8, $8
   where not exists (select from consultations where community_id = $1)`,
);
const insertSlot = statement<object>(
  'demo_insert_consultation_slot',
  `insert into consultation_slots (community_id, id, hours_id, officer_id, starts_at, ends_at, consultation_id)
   select community_id, $2, id, officer_id, $4, $5, $3 from consultation_hours
   where community_id = $1 and officer_id = $6 and way = 'in_person' limit 1`,
);

/** One appointment in the demonstration community that has begun, so that its officer can say what it came to, once. */
export async function loadDemoConsultations({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const { community, people } = readDemo();
  const officer = people.find(({ account }) => account === 'department-officer');
  const rider = people.find(({ account }) => account === 'rider-2');
  const [departmentId] = officer?.departments ?? [];
  if (!officer || !rider || departmentId === undefined) return;
  const now = clock.now();
  const startsAt = new Date(Math.floor((now.getTime() - 1) / halfHourMs) * halfHourMs);
  const endsAt = new Date(startsAt.getTime() + halfHourMs);
  const id = newId();
  await database.transaction(async (tx) => {
    const who = [community.id, id, rider.id, officer.id, departmentId];
    if (!(await tx.run(insertBegun, [...who, startsAt, endsAt, now]))) return;
    await tx.run(insertSlot, [community.id, newId(), id, startsAt, endsAt, officer.id]);
  });
}
