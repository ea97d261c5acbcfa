import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from './cloud';
import { outang } from './outang';

const insertActivity = statement<object>(
  'test_made_activity',
  `insert into activities (community_id, id, kind, title, description, place_text, starts_at, ends_at, remind_at,
     is_risky, leader_id, audience, state, created_at)
   values ($1, $2, $3, $4, '', '藕塘公园', $5, $6, $5, false, $7, 'everyone', 'finished', $5)`,
);

const insertVolunteer = statement<object>(
  'test_made_volunteer',
  `with counted as (
     insert into volunteer_counters as known (community_id, last_number) values ($1, 1)
     on conflict (community_id) do update set last_number = known.last_number + 1 returning last_number
   )
   insert into volunteers (community_id, person_id, number, registered_at)
   select $1, $2, last_number, $3 from counted on conflict (community_id, person_id) do nothing`,
);

const insertRecord = statement<object>(
  'test_made_record',
  `insert into service_records (community_id, id, person_id, activity_id, attendance_id, attendance_version, kind, content,
     place, served_on, minutes, is_by_plan, recorder_id, recorded_at)
   values ($1, $2, $3, $4, $5, 1, $6, $7, '藕塘公园', $8, $9, false, $10, $11)`,
);

const insertCorrection = statement<object>(
  'test_made_correction',
  `insert into service_corrections (community_id, id, record_id, person_id, state, was_minutes, proposed_minutes, reason,
     asked_at)
   select community_id, $3, id, person_id, 'asked', minutes, minutes + 30, '少记了半小时', $4 from service_records
   where community_id = $1 and id = $2`,
);

interface Activity {
  communityId?: string;
  kind?: string;
  title?: string;
  leaderId?: string | null;
  /** Local day in Hefei. */
  on?: string;
}

/** An activity that is over, straight into the database. */
export async function makeActivity(
  { database }: TestCloud,
  {
    communityId = outang.id,
    kind = 'environment',
    title = '清理河道',
    leaderId = null,
    on = '2026-11-21',
  }: Activity,
): Promise<string> {
  const id = newId();
  const [from, to] = [new Date(`${on}T09:00:00+08:00`), new Date(`${on}T11:00:00+08:00`)];
  await database.run(insertActivity, [communityId, id, kind, title, from, to, leaderId]);
  return id;
}

interface Served extends Activity {
  personId: string;
  minutes?: number;
}

/** Two hours of somebody's, straight into the database; nothing is earned. */
export async function makeRecord(cloud: TestCloud, served: Served): Promise<string> {
  const { communityId = outang.id, personId, leaderId = null, minutes = 120, on = '2026-11-21' } = served;
  const { kind = 'environment', title = '清理河道' } = served;
  const activityId = await makeActivity(cloud, served);
  const [id, now] = [newId(), cloud.clock.now()];
  await cloud.database.run(insertVolunteer, [communityId, personId, now]);
  const values = [communityId, id, personId, activityId, newId(), kind, title, on, minutes, leaderId, now];
  await cloud.database.run(insertRecord, values);
  return id;
}

/** Half an hour more is asked for. */
export async function makeCorrection(
  { database, clock }: TestCloud,
  recordId: string,
  communityId: string = outang.id,
): Promise<string> {
  const id = newId();
  await database.run(insertCorrection, [communityId, recordId, id, clock.now()]);
  return id;
}

const insertAttendance = statement<object>(
  'test_made_attendance',
  `insert into attendances (community_id, id, activity_id, person_id, came_at, came_way, left_at, left_way)
   select community_id, $3, id, $4, starts_at, 'code', ends_at, $5 from activities
   where community_id = $1 and id = $2
   on conflict (community_id, activity_id, person_id) do nothing`,
);
const tellClosed = statement<object>(
  'test_tell_closed',
  `insert into outbox_messages (id, community_id, topic, payload) values ($1, $2, 'attendance.closed', $3::jsonb)`,
);

interface Told {
  activityId: string;
  attendanceId: string;
  personId: string;
  minutes: number;
  version?: number;
  leftWay?: 'code' | 'planned_end';
}

/** As the day of an activity publishes it; nothing handles it yet. */
export async function publishAttendance({ database }: TestCloud, told: Told): Promise<void> {
  const { leftWay = 'code', version = 1, ...rest } = told;
  const communityId = outang.id;
  const { activityId, attendanceId, personId } = told;
  await database.run(insertAttendance, [communityId, activityId, attendanceId, personId, leftWay]);
  const payload = { communityId, minutesBefore: null, version, ...rest };
  await database.run(tellClosed, [newId(), communityId, JSON.stringify(payload)]);
}

/** What the day of an activity says once it is closed, or anew. */
export async function tellAttendance(cloud: TestCloud, told: Told): Promise<void> {
  await publishAttendance(cloud, told);
  await cloud.jobs.drain();
}
