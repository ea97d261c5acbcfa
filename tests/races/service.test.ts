import type { Certificate } from '../../src/contract/certificates';
import type { ProblemBody } from '../../src/contract/http';
import type { CorrectionCase, ServiceRecord } from '../../src/contract/service-records';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { makeActivity, makeCorrection, makeRecord, publishAttendance } from '../support/made-service';
import { outang, post } from '../support/outang';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let staff: MadePerson;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  staff = await makePerson(first, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(() => clouds.forEach(({ clock }) => clock.set(monday9)));
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const base = `/api/communities/${outang.id}`;
const span = { from: '2026-11-01', to: '2026-11-23' };
const anyCloud = (index: number) => clouds[index % 2] as TestCloud;
const aVolunteer = () => makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const create = async <T>(index: number, url: string, { headers }: MadePerson, body: object, key?: string) =>
  (await post(anyCloud(index), `${base}${url}`, headers, body, key)).json<Partial<T & ProblemBody>>();
const issue = (index: number, by: MadePerson, key?: string) =>
  create<Certificate>(index, '/certificates', by, span, key);

const ledger = statement<{ records: number; minutes: number; balance: number }>(
  'test_service_ledger',
  `select (select count(*) from service_records where person_id = $1)::int as records,
     (select coalesce(sum(minutes), 0) from service_records where person_id = $1)::int as minutes,
     coalesce((select balance from points_balances where person_id = $1), 0) as balance`,
);
const ledgerOf = ({ id }: MadePerson) => clouds[0].database.row(ledger, [id]);

test('thirty volunteers at once get thirty numbers in a row, and codes of their own', async () => {
  const volunteers = await times(30, aVolunteer);
  for (const { id: personId } of volunteers) await makeRecord(clouds[0], { personId });
  const issued = await times(30, (index) => issue(index, volunteers[index] as MadePerson));
  const numbers = issued.map(({ number }) => Number(number?.slice(-4))).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, at) => (numbers[0] ?? 0) + at));
  expect(new Set(issued.map(({ code }) => code)).size).toBe(30);
}, 120_000);

test('one key sent twenty times is one certificate; a volunteer has no more than ten a day', async () => {
  const volunteer = await aVolunteer();
  await makeRecord(clouds[0], { personId: volunteer.id });
  const same = await times(20, (index) => issue(index, volunteer, 'the-same-certificate-key'));
  expect(new Set(same.map(({ number }) => number)).size).toBe(1);
  const more = await times(15, (index) => issue(index, volunteer));
  expect(more.filter(({ number }) => number !== undefined)).toHaveLength(9);
  expect(more.filter(({ code }) => code === 'certificate_often')).toHaveLength(6);
}, 120_000);

test('twenty decisions at once are one: hours and points change once', async () => {
  const volunteer = await aVolunteer();
  const recordId = await makeRecord(clouds[0], { personId: volunteer.id });
  const correctionId = await makeCorrection(clouds[0], recordId);
  const url = `/service/corrections/${correctionId}/decision`;
  const answers = await times(20, (index) =>
    create<CorrectionCase>(index, url, staff, {
      decision: index % 3 === 0 ? 'decline' : 'grant',
      reply: '好',
      version: 1,
      ...(index % 3 !== 0 && { minutes: 180 }),
    }),
  );
  expect(answers.filter(({ code }) => code === 'conflict')).toHaveLength(19);
  const [done] = answers.filter(({ code }) => code === undefined);
  const isGranted = done?.state === 'granted';
  expect(await ledgerOf(volunteer)).toMatchObject({
    minutes: isGranted ? 180 : 120,
    balance: isGranted ? 20 : 0,
  });
}, 120_000);

test('one correction runs at a time, however many are asked for at once', async () => {
  const volunteer = await aVolunteer();
  const recordId = await makeRecord(clouds[0], { personId: volunteer.id });
  const url = `/service/mine/records/${recordId}/corrections`;
  const answers = await times(20, (index) =>
    create<ServiceRecord>(index, url, volunteer, { proposedMinutes: 130 + index, reason: '少记了' }),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'correction_running')).toHaveLength(19);
}, 120_000);

test('an attendance told many times is one record, and earns once', async () => {
  const volunteer = await aVolunteer();
  const activityId = await makeActivity(clouds[0], {});
  const told = { activityId, attendanceId: newId(), personId: volunteer.id, minutes: 120 };
  for (let at = 0; at < 20; at += 1) await publishAttendance(clouds[0], told);
  await times(4, (index) => anyCloud(index).jobs.drain());
  await times(2, (index) => anyCloud(index).jobs.drain());
  expect(await ledgerOf(volunteer)).toEqual({ records: 1, minutes: 120, balance: 40 });
}, 120_000);

test('a paper and a correction at once: the paper says what holds, or that it does not hold', async () => {
  for (let round = 0; round < 10; round += 1) {
    const volunteer = await aVolunteer();
    const recordId = await makeRecord(clouds[0], { personId: volunteer.id });
    const correctionId = await makeCorrection(clouds[0], recordId);
    const url = `/service/corrections/${correctionId}/decision`;
    const [issued] = await Promise.all([
      issue(0, volunteer),
      create(1, url, staff, { decision: 'grant', reply: '好', version: 1 }),
    ]);
    // While it was being decided none was issued; after it, with the hours that hold.
    if (issued.code === 'certificate_correcting') continue;
    expect(issued.minutes).toBe(150);
  }
}, 120_000);
