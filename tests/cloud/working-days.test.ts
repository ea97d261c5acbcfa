import { Writable } from 'node:stream';
import { Value } from 'typebox/value';
import type { ProblemBody } from '../../src/contract/http';
import type { WorkingYear } from '../../src/contract/working-days';
import { listWorkingDaysSchemas } from '../../src/contract/working-days.schema';
import { statement } from '../../src/cloud/platform/database';
import { addWorkingTime } from '../../src/cloud/platform/working-time';
import { createAudit } from '../../src/cloud/audit/service';
import { createCommunities } from '../../src/cloud/communities/service';
import { createWorkingDays } from '../../src/cloud/working-days/service';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, newTown, outang } from '../support/outang';

let cloud: TestCloud;
let organiser: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await makePerson(cloud, [{ communityId: outang.id, roles: ['organiser'] }]);
});
beforeEach(() => cloud.database.script('delete from working_days; delete from working_hours'));
afterAll(() => cloud.close());

type Answer = WorkingYear & ProblemBody;

const base = `/api/communities/${outang.id}`;
const list = async (query = '') =>
  (await get(cloud, `${base}/working-days${query}`, organiser.headers)).json<Answer>();
const ask = async (method: 'PUT' | 'DELETE', path: string, payload?: object) =>
  (
    await cloud.app.inject({
      method,
      url: `${base}/${path}`,
      headers: organiser.headers,
      ...(payload && { payload }),
    })
  ).json<Answer>();
const dayOf = ({ days }: WorkingYear, day: string) => days.find((one) => one.day === day);
const lastAudit = statement<{ action: string; details: string }>(
  'test_last_audit',
  'select action, details from audit_entries where community_id = $1 order by number desc limit 1',
);

/** When ten working hours from Friday 16:00 are over. */
async function tenHoursFromFriday(): Promise<string> {
  const communities = createCommunities(cloud);
  const service = createWorkingDays({ ...cloud, audit: createAudit({ ...cloud, communities }) });
  const calendar = await cloud.database.transaction((tx) => service.calendarOf(tx, outang.id));
  const friday = new Date('2026-11-27T16:00:00+08:00');
  return addWorkingTime(friday, { unit: 'workingHours', amount: 10 }, calendar).toISOString();
}

test('a year has the days that are not as their weekday says', async () => {
  const year = await list();
  expect(Value.Check(listWorkingDaysSchemas.answer, year)).toBe(true);
  expect(year).toMatchObject({ year: 2026, isArranged: true, hours: { opens: '09:00', closes: '17:30' } });
  const plain = { isOwn: false, note: null };
  expect(dayOf(year, '2026-10-01')).toEqual({
    day: '2026-10-01',
    isWorking: false,
    name: '国庆节',
    ...plain,
  });
  expect(dayOf(year, '2026-10-10')).toEqual({ day: '2026-10-10', isWorking: true, name: '国庆节', ...plain });
  expect(year.days.map(({ day }) => day)).toEqual(year.days.map(({ day }) => day).sort());
  expect(await list('?year=2038')).toMatchObject({ year: 2038, isArranged: false });
});

test('a community says otherwise for a day, and takes it back', async () => {
  expect(await tenHoursFromFriday()).toBe('2026-11-30T09:30:00.000Z');
  const set = await ask('PUT', 'working-days/2026-11-28', { isWorking: true, note: ' 周末值班 ' });
  const expected = { day: '2026-11-28', isWorking: true, name: null, isOwn: true, note: '周末值班' };
  expect(dayOf(set, '2026-11-28')).toEqual(expected);
  expect(await tenHoursFromFriday()).toBe('2026-11-28T09:30:00.000Z');
  expect(await cloud.database.row(lastAudit, [outang.id])).toMatchObject({ action: 'working_days_set' });
  const again = await ask('PUT', 'working-days/2026-11-28', { isWorking: false, note: null });
  expect(dayOf(again, '2026-11-28')).toMatchObject({ isWorking: false, note: null });
  expect(dayOf(await ask('DELETE', 'working-days/2026-11-28'), '2026-11-28')).toBeUndefined();
  expect(await tenHoursFromFriday()).toBe('2026-11-30T09:30:00.000Z');
});

test('a holiday on which a community works is a holiday again once that is taken back', async () => {
  const set = await ask('PUT', 'working-days/2026-10-02', { isWorking: true, note: null });
  expect(dayOf(set, '2026-10-02')).toMatchObject({ isWorking: true, isOwn: true, name: '国庆节' });
  const removed = await ask('DELETE', 'working-days/2026-10-02');
  expect(dayOf(removed, '2026-10-02')).toMatchObject({ isWorking: false, isOwn: false });
});

test('a community has hours of its own; they end after they begin', async () => {
  expect(await ask('PUT', 'working-hours', { opens: '08:00', closes: '18:00' })).toMatchObject({
    year: 2026,
    hours: { opens: '08:00', closes: '18:00' },
  });
  expect(await tenHoursFromFriday()).toBe('2026-11-30T08:00:00.000Z');
  const wrong = await ask('PUT', 'working-hours', { opens: '18:00', closes: '08:00' });
  expect(wrong).toMatchObject({ status: 400, fields: { closes: '下班时间要晚于上班时间' } });
  expect(await ask('PUT', 'working-hours', { opens: '8:00', closes: '18:00' })).toMatchObject({
    status: 400,
  });
});

test('a note of spaces and a year out of reach are refused; elsewhere there is nothing', async () => {
  const blank = await ask('PUT', 'working-days/2026-11-28', { isWorking: true, note: '  ' });
  expect(blank).toMatchObject({ status: 400, code: 'invalid_input' });
  expect(await list('?year=9999')).toMatchObject({ status: 400, code: 'invalid_input' });
  const other = await get(cloud, `/api/communities/${newTown.id}/working-days`, organiser.headers);
  expect(other.statusCode).toBe(404);
});

test('a start says which year’s holidays are not known', async () => {
  const lines: string[] = [];
  const logStream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const late = await startTestCloud({
    now: '2037-12-01T09:00:00+08:00',
    settings: { logLevel: 'warn' },
    logStream,
  });
  await late.close();
  expect(lines.find((line) => line.includes('holidays'))).toContain('"years":[2037,2038]');
});
