import type { Notice } from '../../src/contract/notices';
import type { Report } from '../../src/contract/reports';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { deskOf, makePhoto, sendReport, settle } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

const union = '019ab000-0000-7000-8000-000000000402';
const staff = { as: 'staff', personId: null } as const;
const department = { as: 'department', personId: null } as const;

let cloud: TestCloud;
let desk: ReturnType<typeof deskOf>;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = deskOf(cloud);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'; delete from notices;
    delete from outbox_messages; update reports set escalate_at = null`);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

const seen = async (id: string) => (await get(cloud, `/api/reports/${id}`, rider.headers)).json<Report>();
const pass = async (time: { days?: number; hours?: number }) => {
  cloud.clock.advance(time);
  await cloud.jobs.drain();
};
const titlesOf = async (headers: { authorization: string }) =>
  (await get(cloud, '/api/notices', headers)).json<{ items: Notice[] }>().items.map(({ title }) => title);

async function given(): Promise<Report> {
  const { id } = await sendReport(cloud, rider);
  await settle(cloud);
  const assignee = { kind: 'department', id: union } as const;
  await desk.move(id, { action: 'assign', by: staff, version: null, assignee });
  await cloud.jobs.drain();
  return seen(id);
}
async function worked(): Promise<Report> {
  const { id } = await given();
  await desk.move(id, { action: 'accept', by: department, version: null });
  return seen(id);
}

test('a question nobody answers is over after five days; it goes on where it was', async () => {
  const { id } = await worked();
  await desk.move(id, { action: 'ask', by: department, version: null, words: '在哪一侧？' });
  await pass({ days: 4, hours: 23 });
  expect((await seen(id)).state).toBe('info_requested');
  await pass({ hours: 2 });
  const report = await seen(id);
  expect(report).toMatchObject({ state: 'in_progress', question: null });
  // Three working days were left at nine on Monday; it is Saturday now.
  expect(report.next?.dueAt).toBe('2026-12-02T17:30:00+08:00');
  expect(report.entries.at(-1)).toMatchObject({ action: 'lapse', by: 'system' });
  expect((await titlesOf(rider.headers))[0]).toBe('上报继续处理');
});

test('what nobody says a word about is settled after 14 days, and counts as unconfirmed', async () => {
  const { id } = await worked();
  await desk.move(id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
  await pass({ days: 13, hours: 23 });
  expect((await seen(id)).state).toBe('resolved');
  await pass({ hours: 2 });
  expect((await seen(id)).state).toBe('confirmed');
  const unconfirmed = statement<{ is: boolean }>(
    'test_unconfirmed',
    'select is_unconfirmed as "is" from reports where id = $1',
  );
  expect(await cloud.database.row(unconfirmed, [id])).toEqual({ is: true });
});

const escalation = statement<{ escalation: number; entries: number }>(
  'test_escalation',
  `select escalation, (select count(*)::int from report_entries e where e.report_id = r.id and e.action = 'escalate')
     as entries from reports r where id = $1`,
);

test('what is late climbs the ladder: who deals with it, staff, those who answer for the community', async () => {
  const officer = await cloud.signIn('department-officer');
  const colleague = await cloud.signIn('staff');
  const organiser = await cloud.signIn('organiser');
  const { id, next } = await given();
  expect(next?.dueAt).toBe('2026-11-23T13:00:03+08:00');
  expect(await titlesOf(officer)).toEqual(['有一条上报派给您']);
  await pass({ hours: 5 });
  expect(await titlesOf(officer)).toEqual(['上报超期了', '有一条上报派给您']);
  expect((await seen(id)).next?.isOverdue).toBe(true);
  expect((await seen(id)).entries.map(({ action }) => action)).not.toContain('escalate');
  await pass({ days: 1 });
  expect([await titlesOf(colleague), await titlesOf(organiser)]).toEqual([['上报超期了'], []]);
  await pass({ days: 2 });
  expect(await titlesOf(organiser)).toEqual(['上报超期了']);
  await pass({ days: 7 });
  expect(await cloud.database.row(escalation, [id])).toEqual({ escalation: 3, entries: 3 });
  // Once it is taken on, its time begins anew.
  await desk.move(id, { action: 'accept', by: department, version: null });
  expect((await seen(id)).next?.isOverdue).toBe(false);
});

test('a grid member is told where they do it', async () => {
  const headers = await cloud.signIn('grid-member');
  const { id } = await sendReport(cloud, rider);
  await settle(cloud);
  const assignee = { kind: 'grid_member', id: '019ab000-0000-7000-8000-000000000501' } as const;
  await desk.move(id, { action: 'assign', by: staff, version: null, assignee });
  await cloud.jobs.drain();
  const { items } = (await get(cloud, '/api/notices', headers)).json<{ items: Notice[] }>();
  expect(items.map(({ link }) => link)).toEqual([
    `reports/grid/task?communityId=${outang.id}&id=${id}&kind=assigned`,
  ]);
  expect((await seen(id)).next?.by).toBe('grid_member');
});

test('given back a second time somebody above hears of it', async () => {
  const organiser = await cloud.signIn('organiser');
  const { id } = await given();
  const giveBack = () =>
    desk.move(id, { action: 'give_back', by: department, version: null, words: '不归我们管' });
  await giveBack();
  await cloud.jobs.drain();
  expect(await titlesOf(organiser)).toEqual([]);
  const assignee = { kind: 'department', id: union } as const;
  await desk.move(id, { action: 'assign', by: staff, version: null, assignee });
  await giveBack();
  await cloud.jobs.drain();
  expect(await titlesOf(organiser)).toEqual(['上报被再次退回']);
  expect(await cloud.database.row(escalation, [id])).toEqual({ escalation: 1, entries: 1 });
  expect((await titlesOf(rider.headers)).filter((title) => title === '上报要重新分派')).toHaveLength(2);
});

const whose = statement<{ reporter: string | null; words: string | null; said: string[] }>(
  'test_whose',
  `select reporter_id as reporter, words, array(select words from report_entries e where e.report_id = r.id
     and e.words is not null order by e.id) as said from reports r where id = $1`,
);

test('two years after its end it is nobody’s any more; what was done stays', async () => {
  const { id } = await worked();
  await desk.move(id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
  const { version } = await seen(id);
  const rating = { stars: 4, words: '谢谢，我家就在旁边', version };
  await post(cloud, `/api/reports/${id}/rating`, rider.headers, rating);
  await pass({ days: 700 });
  expect((await cloud.database.row(whose, [id]))?.reporter).toBe(rider.id);
  await pass({ days: 50 });
  expect(await cloud.database.row(whose, [id])).toEqual({
    reporter: null,
    words: null,
    said: ['换了新井盖'],
  });
});

test('who leaves takes what they wrote along; the report goes on, and nobody waits for them', async () => {
  const { id } = await worked();
  await desk.move(id, { action: 'ask', by: department, version: null, words: '在哪一侧？' });
  const { version } = await seen(id);
  const answer = { words: '我家门口', mediaIds: [await makePhoto(cloud, rider.id)], version };
  await post(cloud, `/api/reports/${id}/answers`, rider.headers, answer);
  await settle(cloud);
  await desk.move(id, { action: 'ask', by: department, version: null, words: '几号楼？' });
  const left = await cloud.app.inject({
    method: 'DELETE',
    url: `/api/communities/${outang.id}/membership`,
    headers: rider.headers,
  });
  expect(left.statusCode).toBe(204);
  expect(await cloud.database.row(whose, [id])).toEqual({
    reporter: null,
    words: null,
    said: ['在哪一侧？', '几号楼？'],
  });
  await pass({ days: 6 });
  const state = statement<{ state: string }>('test_state', 'select state from reports where id = $1');
  expect(await cloud.database.row(state, [id])).toEqual({ state: 'in_progress' });
});
