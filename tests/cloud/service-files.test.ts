import { parse } from 'csv-parse/sync';
import { privacyNoticeVersion as noticeVersion } from '../../src/contract/consents';
import type { ProblemBody } from '../../src/contract/http';
import type { Role } from '../../src/contract/roles';
import type { Honour, ServiceSettings, ServiceSummary } from '../../src/contract/service-records';
import { monday9 } from '../support/cloud';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { makeRecord } from '../support/made-service';
import { get, outang, post } from '../support/outang';

let world: IdentityCloud;
let staff: MadePerson;
let organiser: MadePerson;
let leader: MadePerson;
let volunteer: MadePerson;
const made = (roles: readonly Role[], nickname?: string) =>
  makePerson(world.cloud, [{ communityId: outang.id, roles }], nickname);

beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script(
    `delete from rate_limits; update recurring_jobs set due_at = '2026-11-01'`,
  );
  staff = await made(['staff']);
  organiser = await made(['organiser']);
  leader = await made(['rider'], '带队老李');
  volunteer = await made(['rider'], '陈师傅');
});
afterAll(() => world.close());

const base = `/api/communities/${outang.id}`;
const read = async <T>(url: string, { headers }: MadePerson = volunteer) =>
  (await get(world.cloud, `${base}${url}`, headers)).json<T & ProblemBody>();
const send = async <T>(
  method: 'PUT' | 'PATCH' | 'POST' | 'DELETE',
  url: string,
  by: MadePerson,
  payload?: object,
) => {
  const answer = await world.cloud.app.inject({ method, url: `${base}${url}`, headers: by.headers, payload });
  return (answer.body ? answer.json() : { status: answer.statusCode }) as T & ProblemBody;
};
const create = async <T>(url: string, by: MadePerson, payload: object) =>
  (await post(world.cloud, `${base}${url}`, by.headers, payload)).json<T & ProblemBody>();

test('trainings and commendations are entered by staff, and removed', async () => {
  const honour = {
    kind: 'training',
    title: '急救培训',
    givenBy: '红十字会',
    givenOn: '2026-11-20',
    minutes: 90,
  };
  const late = await create(`/members/${volunteer.id}/honours`, staff, { ...honour, givenOn: '2027-01-01' });
  expect(late).toMatchObject({ code: 'invalid_input' });
  const entered = await create<Honour>(`/members/${volunteer.id}/honours`, staff, honour);
  expect((await read<ServiceSummary>('/service/mine')).honours).toMatchObject([
    { title: '急救培训', minutes: 90 },
  ]);
  await send('DELETE', `/members/${volunteer.id}/honours/${entered.id}`, staff);
  expect((await read<ServiceSummary>('/service/mine')).honours).toEqual([]);
});

test('the province’s file has the columns that were set, its gaps are named, and no formula', async () => {
  await world.cloud.database.script('delete from service_records');
  await send('PUT', '/service/mine/name', volunteer, { name: '=陈小明', noticeVersion });
  await makeRecord(world.cloud, { personId: volunteer.id, minutes: 150 });
  await makeRecord(world.cloud, { personId: leader.id, on: '2026-11-22' });
  const settings = await read<ServiceSettings>('/service/settings', staff);
  expect(settings).toMatchObject({ version: 0, can: { change: false } });
  const columns = [
    { header: '姓名', field: 'real_name' },
    { header: '小时', field: 'hours' },
    { header: '项目编码', field: 'fixed', text: 'A-01' },
  ];
  const put = (by: MadePerson, version: number) =>
    send<ServiceSettings>('PUT', '/service/settings', by, { ...settings, can: undefined, columns, version });
  expect((await put(staff, 0)).code).toBe('forbidden');
  expect(await put(organiser, 0)).toMatchObject({ version: 1 });
  expect((await put(organiser, 0)).code).toBe('conflict');
  const days = '?from=2026-11-01&to=2026-11-30';
  expect(await read(`/service/export-preview${days}`, staff)).toEqual({
    rows: 2,
    columns: [
      { header: '姓名', missing: 1 },
      { header: '小时', missing: 0 },
      { header: '项目编码', missing: 0 },
    ],
  });
  const file = await read<{ name: string; file: string }>(`/service/export${days}`, staff);
  const rows = parse(Buffer.from(file.file, 'base64'), { bom: true });
  expect(rows).toEqual([
    ['姓名', '小时', '项目编码'],
    ["'=陈小明", '2.5', 'A-01'],
    ['', '2', 'A-01'],
  ]);
  expect((await read('/service/export?from=2024-01-01&to=2026-01-01', staff)).code).toBe('export_days');
});
