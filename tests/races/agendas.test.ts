import type { SignUp } from '../../src/contract/activities';
import type { Consultation } from '../../src/contract/consultations';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { consultingIn } from '../support/consulting';
import { makeActivity } from '../support/made-activity';
import { makeOfficer, type MadeOfficer } from '../support/made-consultation';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

type Answer = Partial<SignUp & ProblemBody>;

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let officers: MadeOfficer[];
let riders: MadePerson[];
let slotIds: (string | undefined)[];
let activityId: string;
const here = { communityId: outang.id };
const day = '2026-11-24';
const count = 20;
const consulting = consultingIn((index = 0) => clouds[index % 2] as TestCloud);
const times = Array.from({ length: count }, (_, index) => index);
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  officers = await Promise.all(times.map(() => makeOfficer(first, here)));
  for (const officer of officers) await consulting.addHours(officer, officer);
});
beforeEach(async () => {
  const [first] = clouds;
  riders = await Promise.all(times.map(() => makePerson(first, [{ ...here, roles: ['rider'] }])));
  const free = await Promise.all(
    officers.map(async (officer) => (await consulting.slotsOn(riders[0] as MadePerson, officer, day))[0]),
  );
  slotIds = free.map((slot) => slot?.id);
  const startsInHours = (Date.parse(`${day}T09:00:00+08:00`) - first.clock.now().getTime()) / 3_600_000;
  activityId = await makeActivity(first, { title: '义务植树', startsInHours, hours: 1 });
});
afterEach(async () => {
  await clouds[0].database.script(
    `update consultation_slots set consultation_id = null; delete from consultations; delete from sign_ups; delete from agendas`,
  );
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const signUp = async (index: number): Promise<Answer> => {
  const { headers } = riders[index] as MadePerson;
  const cloud = clouds[(index + 1) % 2] as TestCloud;
  return (await post(cloud, `/api/activities/${activityId}/sign-ups`, headers, {})).json<Answer>();
};
const book = (index: number) =>
  consulting.book(riders[index] as MadePerson, slotIds[index], { on: index % 2 });
const cancelled = async (index: number, url: string) => {
  const { headers } = riders[index] as MadePerson;
  return (await clouds[0].app.inject({ method: 'DELETE', url, headers })).json<Answer>();
};
/** What each of them has by now. */
const held = statement<{ signUps: number; bookings: number }>(
  'test_agendas_held',
  `select (select count(*) from sign_ups s where s.person_id = p.id and s.state in ('going', 'waitlisted')) as "signUps",
     (select count(*) from consultations c where c.person_id = p.id and c.state = 'booked') as bookings
   from people p where p.id = any($1::uuid[])`,
);
const heldByAll = () => clouds[0].database.rows(held, [riders.map(({ id }) => id)]);

test('of a sign-up and an appointment at the same time, taken at once, each person has one', async () => {
  const answers = await Promise.all(
    times.flatMap((index) =>
      index % 2 ? [signUp(index), book(index), book(index)] : [book(index), signUp(index), signUp(index)],
    ),
  );
  const won = answers.filter(({ state }) => state === 'going' || state === 'booked');
  expect(won).toHaveLength(count);
  for (const { signUps, bookings } of await heldByAll()) expect(signUps + bookings).toBe(1);
  for (const { code, detail } of answers) {
    if (code === 'overlaps') expect(detail).toContain('11 月 24 日周二 09:00');
    if (code === 'consultation_overlap') expect(detail).toMatch(/义务植树|咨询/);
  }
  expect(answers.some(({ code }) => code === 'overlaps')).toBe(true);
});

test('what is given back while the other is taken is free for it, and never both', async () => {
  const signedUp = await Promise.all(times.map(signUp));
  expect(signedUp.map(({ state }) => state)).toEqual(times.map(() => 'going'));
  const during = await Promise.all(
    times.flatMap((index) => [
      cancelled(index, `/api/activities/sign-ups/${signedUp[index]?.id}`),
      book(index),
    ]),
  );
  expect(during.filter(({ state }) => state === 'cancelled')).toHaveLength(count);
  await Promise.all(times.map(book));
  for (const one of await heldByAll()) expect(one).toEqual({ signUps: 0, bookings: 1 });
  const { items = [] } = await consulting.mine(riders[0] as MadePerson);
  const back = await consulting.cancel(riders[0] as MadePerson, items[0] as Consultation);
  expect(back.state).toBe('cancelled');
  expect((await signUp(0)).state).toBe('going');
});

test('an appointment called off, and an activity cancelled, leave the time free', async () => {
  const [officer] = officers as [MadeOfficer];
  const booked = await book(0);
  expect((await signUp(0)).code).toBe('overlaps');
  await consulting.takeOff(officer, officer.officerId, day, { callOff: { reason: '要去开会' } });
  expect((await consulting.see(riders[0] as MadePerson, booked.id)).state).toBe('cancelled');
  expect((await signUp(0)).state).toBe('going');
  expect((await book(0)).code).toBe('slot_gone');
  await consulting.comeBack(officer, officer.officerId, day);
  const [slot] = await consulting.slotsOn(riders[0] as MadePerson, officer, day);
  expect((await consulting.book(riders[0] as MadePerson, slot?.id)).code).toBe('consultation_overlap');
  const staff = await makePerson(clouds[0], [{ ...here, roles: ['staff'] }]);
  const url = `/api/communities/${outang.id}/activities/${activityId}/cancellation`;
  await post(clouds[0], url, staff.headers, { version: 1, reason: '下雨' });
  expect((await consulting.book(riders[0] as MadePerson, slot?.id)).state).toBe('booked');
});
