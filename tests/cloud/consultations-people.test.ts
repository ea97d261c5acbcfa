import { consultationLimits } from '../../src/contract/consultations';
import { consultationsPersonalData, forgetConsultations } from '../../src/cloud/consultations/service';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { consultingIn } from '../support/consulting';
import { makeConsultation, makeOfficer, type MadeOfficer } from '../support/made-consultation';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';

let cloud: TestCloud;
let officer: MadeOfficer;
let rider: MadePerson;
const consulting = consultingIn(() => cloud);
const here = { communityId: outang.id };
const tuesday = '2026-11-24';
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  officer = await makeOfficer(cloud, here);
  rider = await makePerson(cloud, [{ ...here, roles: ['rider'] }]);
  await consulting.addHours(officer, officer);
});
afterAll(() => cloud.close());

const titles = statement<{ title: string }>(
  'test_titles_of',
  `select title from notices where person_id = $1 and kind = 'consultation' order by id`,
);
const titlesOf = async (personId: string) =>
  (await cloud.database.rows(titles, [personId])).map(({ title }) => title);
const kept = statement<{
  personId: string | null;
  isOfficerKnown: boolean;
  note: string | null;
  state: string;
}>(
  'test_kept_consultation',
  'select person_id as "personId", officer_id is not null as "isOfficerKnown", note, state from consultations where id = $1',
);
const booked = async (person: MadePerson = rider) => {
  const [slot] = await consulting.slotsOn(person, officer, tuesday);
  return consulting.book(person, slot?.id, { note: '想问合同' });
};

test('one takes along whom one consulted, an officer whom they met without what was written', async () => {
  await booked();
  const of = (id: string) => consultationsPersonalData.collect(cloud.database, id);
  expect(await of(rider.id)).toMatchObject({ 我的预约: [{ 状态: '已预约', 说明: '想问合同' }], 接待: [] });
  const theirs = await of(officer.officerId);
  expect(theirs).toMatchObject({ 接待: [{ 状态: '已预约' }], 接待时间: [{ 时间: '09:00–10:00' }] });
  expect(JSON.stringify(theirs)).not.toContain('想问合同');
});

test('who goes frees what they had, and their officer hears of it', async () => {
  const { id } = await booked();
  await cloud.database.transaction((tx) => consultationsPersonalData.forget(tx, rider.id));
  await cloud.jobs.drain();
  expect(await cloud.database.row(kept, [id])).toMatchObject({
    personId: null,
    note: null,
    state: 'cancelled',
  });
  expect(await titlesOf(officer.officerId)).toEqual(['有人约了您的咨询', '有人取消了咨询预约']);
  const other = await makePerson(cloud, [{ ...here, roles: ['rider'] }]);
  expect(await consulting.slotsOn(other, officer, tuesday)).toHaveLength(2);
});

test('an officer who goes leaves nobody waiting', async () => {
  const { id } = await booked();
  await cloud.database.transaction((tx) => forgetConsultations(tx, outang.id, officer.officerId));
  await cloud.jobs.drain();
  expect(await consulting.see(rider, id)).toMatchObject({ state: 'cancelled', officerName: null });
  expect(await titlesOf(rider.id)).toEqual(['咨询预约取消了']);
});

test('two people who are one have their appointments together', async () => {
  const { id } = await booked();
  const stays = await makePerson(cloud, [{ ...here, roles: ['rider'] }]);
  await cloud.database.transaction((tx) => consultationsPersonalData.merge(tx, rider.id, stays.id));
  expect(await consulting.see(stays, id)).toMatchObject({ state: 'booked', note: '想问合同' });
  const there = await makeOfficer(cloud, here);
  await consulting.addHours(there, there, { opens: '09:00', closes: '11:00' });
  const guest = await makePerson(cloud, [{ ...here, roles: ['rider'] }]);
  const [slot] = await consulting.slotsOn(guest, there, tuesday);
  const other = await consulting.book(guest, slot?.id);
  await cloud.database.transaction((tx) =>
    consultationsPersonalData.merge(tx, there.officerId, officer.officerId),
  );
  await cloud.jobs.drain();
  // Both had somebody at nine: the one who stays keeps theirs.
  expect(await consulting.see(guest, other.id)).toMatchObject({ state: 'cancelled' });
  expect(await consulting.see(stays, id)).toMatchObject({ state: 'booked' });
  expect((await consulting.hours(officer)).items).toHaveLength(2);
});

test('after a year nobody knows who came to whom, and that somebody did is still counted', async () => {
  const startsAt = new Date(
    cloud.clock.now().getTime() - (consultationLimits.personKeptMonths * 31 + 1) * 86_400_000,
  );
  const id = await makeConsultation(cloud, officer, { personId: rider.id, startsAt });
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'`);
  await cloud.jobs.drain();
  expect(await cloud.database.row(kept, [id])).toEqual({
    personId: null,
    isOfficerKnown: false,
    note: null,
    state: 'booked',
  });
});
