import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { TestCloud } from './cloud';
import { makePerson } from './made-person';

interface Place {
  communityId: string;
}

const insertDepartment = statement<object>(
  'test_made_department',
  'insert into departments (community_id, id, name) values ($1, $2, $3)',
);
const insertOfficer = statement<object>(
  'test_made_officer',
  'insert into department_officers (community_id, department_id, person_id) values ($1, $2, $3)',
);
const isOfficer = statement<object>(
  'test_is_officer',
  `select 1 from memberships where community_id = $1 and person_id = $2 and 'department_officer' = any(roles)`,
);
const insertHours = statement<object>(
  'test_made_consultation_hours',
  `insert into consultation_hours (community_id, id, department_id, officer_id, weekdays, opens, closes, slot_minutes, way,
     place, from_day)
   values ($1, $2, $3, $4, '{1,2,3,4,5}', '14:00', '16:00', 30, 'in_person', '社区一楼', '2026-11-01')`,
);
const insertSlot = statement<object>(
  'test_made_consultation_slot',
  `insert into consultation_slots (community_id, id, hours_id, officer_id, starts_at, ends_at)
   values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '30 minutes')`,
);
const insertConsultation = statement<object>(
  'test_made_consultation',
  `insert into consultations (community_id, id, person_id, officer_id, department_id, starts_at, ends_at, way, place, note,
     state, booked_at, changed_at)
   values ($1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz + interval '30 minutes', 'in_person', '社区一楼', '想问合同',
     'booked', $7, $7)`,
);
const takeSlot = statement<object>(
  'test_take_consultation_slot',
  'update consultation_slots set consultation_id = $3 where community_id = $1 and id = $2',
);

export interface MadeOfficer {
  communityId: string;
  departmentId: string;
  officerId: string;
  headers: { authorization: string };
}

/** An officer in a department of their own; the person given where they are one. */
export async function makeOfficer(
  cloud: TestCloud,
  { communityId }: Place,
  person?: { id: string; headers: { authorization: string } },
): Promise<MadeOfficer> {
  const { database } = cloud;
  const departmentId = newId();
  await database.run(insertDepartment, [communityId, departmentId, `部门${departmentId.slice(-12)}`]);
  const isOne = person && (await database.row(isOfficer, [communityId, person.id])) !== undefined;
  const officer = isOne
    ? person
    : await makePerson(cloud, [{ communityId, roles: ['department_officer'] }], '小徐');
  await database.run(insertOfficer, [communityId, departmentId, officer.id]);
  return { communityId, departmentId, officerId: officer.id, headers: officer.headers };
}

/** Weekday afternoons; no appointments are made of them yet. */
export async function makeHours({ database }: TestCloud, officer: MadeOfficer): Promise<string> {
  const hoursId = newId();
  const { communityId, departmentId, officerId } = officer;
  await database.run(insertHours, [communityId, hoursId, departmentId, officerId]);
  return hoursId;
}

/** One that can be taken. */
export async function makeSlot(
  { database }: TestCloud,
  { communityId, officerId }: MadeOfficer,
  hoursId: string,
  startsAt: string | Date,
): Promise<string> {
  const slotId = newId();
  await database.run(insertSlot, [communityId, slotId, hoursId, officerId, startsAt]);
  return slotId;
}

/** One that the person has taken; nobody's where they are no member. */
export async function makeConsultation(
  cloud: TestCloud,
  officer: MadeOfficer,
  { personId, startsAt }: { personId: string | null; startsAt: string | Date },
): Promise<string> {
  const { communityId, departmentId, officerId } = officer;
  const slotId = await makeSlot(cloud, officer, await makeHours(cloud, officer), startsAt);
  const consultationId = newId();
  const values = [
    communityId,
    consultationId,
    personId,
    officerId,
    departmentId,
    startsAt,
    cloud.clock.now(),
  ];
  await cloud.database.run(insertConsultation, values);
  await cloud.database.run(takeSlot, [communityId, slotId, consultationId]);
  return consultationId;
}
