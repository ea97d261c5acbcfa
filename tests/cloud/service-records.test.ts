import { privacyNoticeVersion as noticeVersion } from '../../src/contract/consents';
import type { AnswerOf, ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { getMyPointsSchemas } from '../../src/contract/points.schema';
import type { Role } from '../../src/contract/roles';
import type {
  CorrectionCase,
  ServedRecord,
  ServiceRecord,
  ServiceSummary,
  Volunteer,
} from '../../src/contract/service-records';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { makeActivity, makeRecord, tellAttendance } from '../support/made-service';
import { get, outang, post } from '../support/outang';

type Points = AnswerOf<typeof getMyPointsSchemas>;

let world: IdentityCloud;
let staff: MadePerson;
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

const mine = () => read<{ items: ServiceRecord[] }>('/service/mine/records');
const points = async () => (await read<Points>('/points/mine')).balance;
const notices = async ({ headers }: MadePerson) =>
  (await get(world.cloud, '/api/notices', headers)).json<{ items: Notice[] }>().items;
const served = async (kind = 'environment', minutes = 120) => {
  const activityId = await makeActivity(world.cloud, { kind, leaderId: leader.id });
  const told = { activityId, attendanceId: newId(), personId: volunteer.id };
  await tellAttendance(world.cloud, { ...told, minutes });
  return told;
};
const ask = (recordId: string, proposedMinutes: number, by = volunteer) =>
  create<ServiceRecord>(`/service/mine/records/${recordId}/corrections`, by, {
    proposedMinutes,
    reason: '我八点就到了',
  });
const decide = (correctionId: string, by: MadePerson, body: object) =>
  send<CorrectionCase>('POST', `/service/corrections/${correctionId}/decision`, by, { version: 1, ...body });

describe('a record', () => {
  test('comes of an attendance, once, with its points and a notice', async () => {
    const told = await served();
    await tellAttendance(world.cloud, { ...told, minutes: 120 });
    const { items } = await mine();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'environment',
      content: '清理河道',
      servedOn: '2026-11-21',
      minutes: 120,
      recorder: '带队老李',
      isByPlan: false,
      can: { askCorrection: true },
    });
    expect(await points()).toBe(40);
    expect((await notices(volunteer))[0]).toMatchObject({ title: '志愿服务记好了', kind: 'service' });
    const summary = await read<ServiceSummary>('/service/mine');
    expect(summary).toMatchObject({
      total: { minutes: 120, times: 1 },
      years: [{ year: 2026, minutes: 120, times: 1 }],
      kinds: [{ kind: 'environment', minutes: 120 }],
    });
    expect(summary.volunteer?.number).toMatch(/^藕塘志-\d{4}$/);
  });

  test('does not come of what is no volunteering', async () => {
    await served('film');
    expect((await mine()).items).toEqual([]);
    expect(await points()).toBe(0);
  });

  test('follows what the day says later, and not what it said before', async () => {
    const told = await served();
    await tellAttendance(world.cloud, { ...told, minutes: 60, version: 3, leftWay: 'code' });
    await tellAttendance(world.cloud, { ...told, minutes: 180, version: 2 });
    expect((await mine()).items[0]).toMatchObject({ minutes: 60 });
    expect(await points()).toBe(20);
    await tellAttendance(world.cloud, { ...told, minutes: 0, version: 4 });
    expect((await read<ServiceSummary>('/service/mine')).total).toEqual({ minutes: 0, times: 0 });
    expect(await points()).toBe(0);
  });

  test('who has left the community meanwhile has none', async () => {
    const activityId = await makeActivity(world.cloud, { leaderId: leader.id });
    const told = { activityId, attendanceId: newId(), personId: volunteer.id, minutes: 120 };
    const gone = await makePerson(world.cloud);
    await world.cloud.database.script(
      `insert into outbox_messages (id, community_id, topic, payload) values ('${newId()}', '${outang.id}', 'attendance.closed',
       '${JSON.stringify({ communityId: outang.id, ...told, personId: gone.id, minutesBefore: null, version: 1 })}')`,
    );
    await world.cloud.jobs.drain();
    const rows = await world.cloud.database.rows(
      statement<object>('test_gone_records', 'select 1 from service_records where activity_id = $1'),
      [activityId],
    );
    expect(rows).toEqual([]);
  });
});

describe('a correction', () => {
  test('is asked for, granted by who led it; points follow, and nothing the day says changes it', async () => {
    const told = await served();
    const [record] = (await mine()).items;
    const recordId = record?.id ?? '';
    expect((await ask(recordId, 120)).code).toBe('correction_same');
    const asked = await ask(recordId, 180);
    expect(asked).toMatchObject({
      correction: { state: 'asked', wasMinutes: 120 },
      can: { askCorrection: false },
    });
    expect((await ask(recordId, 200)).code).toBe('correction_running');
    expect((await notices(leader))[0]).toMatchObject({ title: '有志愿者申请更正时长' });
    const { items } = await read<{ items: CorrectionCase[] }>('/service/corrections?state=asked', leader);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ can: { decide: true }, record: { volunteer: { nickname: '陈师傅' } } });
    const id = asked.correction?.id ?? '';
    expect((await decide(id, volunteer, { decision: 'grant', reply: '好' })).code).toBe('not_found');
    expect(await decide(id, leader, { decision: 'grant', reply: '核对过了' })).toMatchObject({
      state: 'granted',
      grantedMinutes: 180,
      record: { minutes: 180 },
    });
    expect(await decide(id, staff, { decision: 'decline', reply: '不' })).toMatchObject({
      code: 'conflict',
      current: { state: 'granted', version: 2 },
    });
    expect(await points()).toBe(60);
    await tellAttendance(world.cloud, { ...told, minutes: 30, version: 9 });
    expect((await mine()).items[0]).toMatchObject({ minutes: 180 });
    expect((await notices(volunteer))[0]).toMatchObject({ title: '服务时长更正了' });
  });

  test('down takes back what was earned too much, as far as it is there', async () => {
    await served('environment', 180);
    const [record] = (await mine()).items;
    await world.cloud.database.script(
      `update points_balances set balance = 10 where person_id = '${volunteer.id}'`,
    );
    const asked = await ask(record?.id ?? '', 60);
    await decide(asked.correction?.id ?? '', staff, { decision: 'grant', reply: '谢谢说明' });
    expect(await points()).toBe(0);
  });

  test('is declined with a reply, withdrawn by who asked, and not decided by who asked', async () => {
    await served();
    const recordId = (await mine()).items[0]?.id ?? '';
    const first = await ask(recordId, 150);
    const id = first.correction?.id ?? '';
    expect(await decide(id, staff, { decision: 'decline', reply: ' ' })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await decide(id, staff, { decision: 'decline', reply: '签到表上是九点' })).toMatchObject({
      state: 'declined',
      record: { minutes: 120 },
    });
    const second = await ask(recordId, 150);
    const withdraw = `/service/corrections/${second.correction?.id ?? ''}/withdraw`;
    expect((await send('POST', withdraw, leader, { version: 1 })).code).toBe('not_found');
    expect(await send<ServiceRecord>('POST', withdraw, volunteer, { version: 1 })).toMatchObject({
      correction: { state: 'withdrawn' },
    });
    const own = await makeRecord(world.cloud, { personId: staff.id });
    const asked = await ask(own, 150, staff);
    const ofOwn = asked.correction?.id ?? '';
    expect((await decide(ofOwn, staff, { decision: 'grant', reply: '好' })).code).toBe('correction_own');
  });

  test('comes too late after a year; the words go after two', async () => {
    const old = await makeRecord(world.cloud, { personId: volunteer.id, on: '2025-11-01' });
    expect((await ask(old, 150)).code).toBe('correction_late');
    await served();
    const asked = await ask((await mine()).items[0]?.id ?? '', 150);
    await decide(asked.correction?.id ?? '', staff, { decision: 'decline', reply: '不对' });
    world.cloud.clock.advance({ days: 760 });
    await world.cloud.jobs.drain();
    const kept = statement<{ reason: string | null; reply: string | null }>(
      'test_correction_words',
      'select reason, reply from service_corrections where id = $1',
    );
    const row = await world.cloud.database.row(kept, [asked.correction?.id]);
    expect(row).toEqual({ reason: null, reply: null });
  });
});

test('who led it grades, once seen; nobody grades themselves; the volunteer reads it', async () => {
  const { activityId } = await served();
  const [one] = (await read<{ items: ServedRecord[] }>(`/activities/${activityId}/service-records`, leader))
    .items;
  expect(one).toMatchObject({ can: { grade: true }, volunteer: { nickname: '陈师傅' } });
  const url = `/service/records/${one?.id ?? ''}/grade`;
  const body = { grade: 'excellent', words: '手脚麻利', version: one?.version };
  expect((await send('PUT', url, volunteer, body)).code).toBe('not_found');
  expect(await send<ServedRecord>('PUT', url, leader, body)).toMatchObject({ grade: 'excellent' });
  expect((await send('PUT', url, leader, body)).code).toBe('conflict');
  expect((await mine()).items[0]).toMatchObject({ grade: 'excellent', gradeWords: '手脚麻利' });
  const own = await makeRecord(world.cloud, { personId: leader.id, leaderId: leader.id });
  expect(
    (await send('PUT', `/service/records/${own}/grade`, leader, { grade: 'good', version: 1 })).code,
  ).toBe('grade_own');
  expect((await read(`/activities/${activityId}/service-records`)).code).toBe('not_found');
});

test('the real name is sealed, and goes with its consent', async () => {
  const given = await send<Volunteer>('PUT', '/service/mine/name', volunteer, {
    name: '陈小明',
    noticeVersion,
  });
  expect(given).toMatchObject({ name: '陈小明' });
  const sealed = statement<{ sealed: Buffer | null }>(
    'test_sealed_name',
    'select sealed_name as sealed from volunteers where person_id = $1',
  );
  const kept = () => world.cloud.database.row(sealed, [volunteer.id]);
  expect((await kept())?.sealed?.includes(Buffer.from('陈小明'))).toBe(false);
  const seen = await read<ServiceSummary>(`/members/${volunteer.id}/service`, staff);
  expect(seen.volunteer).toMatchObject({ name: null });
  const no = { isGiven: false, noticeVersion };
  await world.cloud.app.inject({
    method: 'PUT',
    url: '/api/me/consents/volunteer_name',
    headers: volunteer.headers,
    payload: no,
  });
  expect((await kept())?.sealed).toBeNull();
});
