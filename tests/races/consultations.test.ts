import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { consultingIn } from '../support/consulting';
import { makeOfficer, type MadeOfficer } from '../support/made-consultation';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
const consulting = consultingIn((index = 0) => clouds[index % 2] as TestCloud);
const here = { communityId: outang.id };
const tuesday = '2026-11-24';
let officer: MadeOfficer;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
});
beforeEach(async () => {
  officer = await makeOfficer(clouds[0], here);
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const makeRiders = (count: number): Promise<MadePerson[]> =>
  Promise.all(Array.from({ length: count }, () => makePerson(clouds[0], [{ ...here, roles: ['rider'] }])));
const outcomes = (answers: readonly Partial<{ state: string } & ProblemBody>[]) => {
  const counts: Record<string, number> = {};
  for (const { code, state } of answers) counts[code ?? state ?? ''] = (counts[code ?? state ?? ''] ?? 0) + 1;
  return counts;
};
const counted = statement<{ booked: number; slots: number; taken: number }>(
  'test_consultation_counts',
  `select (select count(*) from consultations where officer_id = $1 and state = 'booked') as booked,
     (select count(*) from consultation_slots where officer_id = $1) as slots,
     (select count(*) from consultation_slots s join consultations c
        on c.community_id = s.community_id and c.id = s.consultation_id
      where s.officer_id = $1 and c.state = 'booked') as taken`,
);
const countsOf = () => clouds[0].database.row(counted, [officer.officerId]);

test('of forty who take one appointment at once one has it', async () => {
  await consulting.addHours(officer, officer);
  const riders = await makeRiders(40);
  const [slot] = await consulting.slotsOn(riders[0] as MadePerson, officer, tuesday);
  const answers = await Promise.all(riders.map((rider, on) => consulting.book(rider, slot?.id, { on })));
  expect(outcomes(answers)).toEqual({ booked: 1, slot_taken: 39 });
  expect(await countsOf()).toMatchObject({ booked: 1, taken: 1 });
});

test('one person from two phones has two at most, and none at the same time as another', async () => {
  const [rider] = (await makeRiders(1)) as [MadePerson];
  await consulting.addHours(officer, officer, { closes: '14:00' });
  const slots = await consulting.slotsOn(rider, officer, tuesday);
  expect(slots).toHaveLength(10);
  const answers = await Promise.all(slots.map(({ id }, on) => consulting.book(rider, id, { on })));
  expect(outcomes(answers)).toEqual({ booked: 2, too_many_consultations: 8 });
  const [busy] = (await makeRiders(1)) as [MadePerson];
  const others = await Promise.all(Array.from({ length: 6 }, () => makeOfficer(clouds[0], here)));
  for (const other of others) await consulting.addHours(other, other, { opens: '15:00', closes: '16:00' });
  const atThree = await Promise.all(
    others.map(async (other) => (await consulting.slotsOn(busy, other, tuesday))[0]?.id),
  );
  const clashing = await Promise.all(atThree.map((id, on) => consulting.book(busy, id, { on })));
  expect(outcomes(clashing)).toEqual({ booked: 1, consultation_overlap: 5 });
});

test('the same booking sent twenty times is one', async () => {
  await consulting.addHours(officer, officer);
  const [rider] = (await makeRiders(1)) as [MadePerson];
  const [slot] = await consulting.slotsOn(rider, officer, tuesday);
  const key = 'one-key-for-all-twenty';
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, on) => consulting.book(rider, slot?.id, { key, on })),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await countsOf()).toMatchObject({ booked: 1, taken: 1 });
});

test('given back and called off at once is one of both', async () => {
  await consulting.addHours(officer, officer);
  const [rider] = (await makeRiders(1)) as [MadePerson];
  const [slot] = await consulting.slotsOn(rider, officer, tuesday);
  const booked = await consulting.book(rider, slot?.id);
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, (_, on) => consulting.cancel(rider, booked, on)),
    ...Array.from({ length: 5 }, (_, on) => consulting.callOff(officer, booked, '要去开会', on)),
  ]);
  expect(outcomes(answers)).toEqual({ cancelled: 1, consultation_over: 9 });
  expect(await countsOf()).toMatchObject({ booked: 0, taken: 0 });
});

test('hours ended while people take their appointments leave nobody with one that is not there', async () => {
  const hours = await consulting.addHours(officer, officer, { weekdays: [1, 2, 3, 4, 5] });
  const riders = await makeRiders(30);
  const slots = await consulting.slotsOn(riders[0] as MadePerson, officer, tuesday);
  const later = await consulting.slotsOn(riders[0] as MadePerson, officer, '2026-11-25');
  const all = [...slots, ...later];
  const end = () => consulting.endHours(officer, hours, { callOff: { reason: '不再接待' } }, 1);
  const booking = riders.map((rider, on) => consulting.book(rider, all[on % all.length]?.id, { on }));
  const answers = await Promise.all([...booking.slice(0, 15), end(), ...booking.slice(15)]);
  const { booked = 0, slot_taken = 0, slot_gone = 0 } = outcomes(answers);
  expect(booked + slot_taken + slot_gone).toBe(30);
  expect(await countsOf()).toEqual({ booked: 0, slots: 0, taken: 0 });
});

test('hours changed by two at once are changed by one, and every appointment is there once', async () => {
  const hours = await consulting.addHours(officer, officer);
  const change = (on: number) =>
    consulting.changeHours(officer, hours, { opens: '10:00', closes: on % 2 ? '11:00' : '12:00' }, on);
  const answers = await Promise.all([0, 1, 2, 3].map(change));
  expect(answers.filter(({ code }) => code === 'conflict')).toHaveLength(3);
  const [changed] = answers.filter(({ id }) => id !== undefined);
  const [rider] = (await makeRiders(1)) as [MadePerson];
  const slots = await consulting.slotsOn(rider, officer, tuesday);
  expect(slots).toHaveLength(changed?.closes === '11:00' ? 2 : 4);
});
