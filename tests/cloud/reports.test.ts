import { randomUUID } from 'node:crypto';
import { statement } from '../../src/cloud/platform/database';
import type { Report } from '../../src/contract/reports';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import {
  department,
  makePhoto,
  reportingIn,
  reportOf,
  sendReport,
  settle,
  street,
  supervisor,
  type ReportAnswer,
} from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

const url = `/api/communities/${outang.id}/reports`;

let cloud: TestCloud;
let rider: MadePerson;
let other: MadePerson;
const reporting = reportingIn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'`);
  const here = [{ communityId: outang.id, roles: ['rider'] as const }];
  rider = await makePerson(cloud, here);
  other = await makePerson(cloud, here);
});
afterAll(() => cloud.close());

test('what is sent is looked at, and then waits for the desk', async () => {
  const sent = await sendReport(cloud, rider);
  expect(sent).toMatchObject({ state: 'screening', isMine: true, next: { by: 'system', isOverdue: false } });
  expect(sent.eventCode).toBe('01010');
  expect(sent.photos).toHaveLength(1);
  await settle(cloud);
  const report = await reporting.seen(sent.id, rider);
  expect(report).toMatchObject({
    state: 'triage',
    number: sent.number,
    can: { withdraw: true, answer: false },
  });
  expect(report.entries.map(({ action, to }) => [action, to])).toEqual([
    ['submit', 'submitted'],
    ['screen', 'triage'],
  ]);
  // Four working hours, on a Monday morning.
  expect(report.next).toEqual({ by: 'staff', dueAt: '2026-11-23T13:00:03+08:00', isOverdue: false });
  expect((await reporting.mine(rider)).items[0]).toMatchObject({
    id: sent.id,
    state: 'triage',
    next: report.next,
  });
});

describe('one key', () => {
  test('is one report for good, and of one content', async () => {
    const key = randomUUID();
    const body = await reportOf(cloud, rider);
    const send = async (content: object) => post(cloud, url, rider.headers, content, key);
    const first = (await send(body)).json<ReportAnswer>();
    await settle(cloud);
    // The order in which a phone writes its fields down changes nothing.
    const again = await send(Object.fromEntries(Object.entries(body).reverse()));
    expect([again.statusCode, again.json<ReportAnswer>().id]).toEqual([201, first.id]);
    cloud.clock.advance({ days: 29 });
    expect((await send(body)).json<ReportAnswer>()).toMatchObject({ id: first.id, state: 'triage' });
    const other = await send({ ...body, words: '另一件事' });
    expect([other.statusCode, other.json<ReportAnswer>().code]).toEqual([422, 'idempotency_key_reused']);
    expect((await reporting.mine(rider)).items).toHaveLength(1);
    const next = await sendReport(cloud, rider);
    expect(next.number).toBe(first.number + 1);
  });

  test('refused for its photo, it is free for the next try', async () => {
    const key = randomUUID();
    const body = await reportOf(cloud, rider, { mediaIds: [await makePhoto(cloud, other.id)] });
    const refused = await post(cloud, url, rider.headers, body, key);
    expect([refused.statusCode, refused.json<ReportAnswer>().code]).toEqual([409, 'report_photo_unknown']);
    const sent = await post(cloud, url, rider.headers, await reportOf(cloud, rider), key);
    expect(sent.statusCode).toBe(201);
  });
});

test('what words do not pass is rejected by a person, who says why', async () => {
  const { id } = await sendReport(cloud, rider, { words: '物业都是傻逼' });
  await settle(cloud);
  expect((await reporting.seen(id, rider)).state).toBe('screening');
  const headers = await cloud.signIn('staff');
  const base = `/api/communities/${outang.id}/screenings`;
  const { items } = (await get(cloud, base, headers)).json<{
    items: { id: string; subject: { id: string } }[];
  }>();
  const round = items.find(({ subject }) => subject.id === id);
  const decision = { decision: 'reject', reason: '请换个说法再报' };
  await cloud.app.inject({
    method: 'PUT',
    url: `${base}/${round?.id ?? ''}/decision`,
    headers,
    payload: decision,
  });
  await settle(cloud);
  const report = await reporting.seen(id, rider);
  expect(report).toMatchObject({ state: 'rejected', next: null, can: { askToReopen: true } });
  expect(report.entries.at(-1)).toMatchObject({ action: 'reject', by: 'system', words: '请换个说法再报' });
  expect((await reporting.noticesOf(rider))[0]).toMatchObject({ kind: 'report', title: '上报没有受理' });
});

test('a report goes its whole way; who reported it hears of each step, and earns points once', async () => {
  const { id, number } = await reporting.worked(rider);
  const points = async () =>
    (await get(cloud, `/api/communities/${outang.id}/points/mine`, rider.headers)).json<{ balance: number }>()
      .balance;
  expect(await points()).toBe(10);
  expect((await reporting.seen(id, rider)).next).toMatchObject({ by: 'department', isOverdue: false });
  await reporting.desk().move(id, { action: 'ask', by: department, version: null, words: '在马路哪一侧？' });
  await settle(cloud);
  const asked = await reporting.seen(id, rider);
  expect(asked).toMatchObject({ state: 'info_requested', question: '在马路哪一侧？', can: { answer: true } });
  expect(asked.next).toMatchObject({ by: 'reporter', dueAt: expect.stringMatching(/^2026-11-28/) as string });
  const answered = await reporting.act(rider, id, 'answers', {
    words: '东侧，靠公交站',
    version: asked.version,
  });
  expect(answered).toMatchObject({ state: 'in_progress', question: null });
  await reporting.desk().move(id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
  await settle(cloud);
  const done = await reporting.seen(id, rider);
  expect(done).toMatchObject({
    state: 'resolved',
    can: { rate: true, askToReopen: true },
    next: { by: 'reporter' },
  });
  const rated = await reporting.act(rider, id, 'rating', { stars: 5, words: '很快', version: done.version });
  expect(rated).toMatchObject({ state: 'confirmed', rating: { stars: 5, words: '很快' }, next: null });
  expect(await points()).toBe(10);
  const told = await reporting.noticesOf(rider);
  expect(told.map(({ title }) => title)).toEqual([
    '上报处理好了',
    '请补充一下您的上报',
    '上报有人接手了',
    '上报已分派',
  ]);
  expect(told[3]).toMatchObject({
    text: `您的 ${number} 号上报（路面、井盖）交给了居民委员会，最晚 11 月 23 日 13:00 接手。`,
    link: `reports/rider/detail?id=${id}`,
  });
});

test('an answer stops and starts the clock, and others see it once it has been looked at', async () => {
  const { id, next } = await reporting.worked(rider);
  expect(next?.dueAt).toBe('2026-11-26T09:00:03+08:00');
  await reporting.desk().move(id, { action: 'ask', by: department, version: null, words: '在哪一侧？' });
  cloud.clock.advance({ days: 2 });
  const { version } = await reporting.seen(id, rider);
  const answered = await reporting.act(rider, id, 'answers', {
    words: '东侧',
    mediaIds: [await makePhoto(cloud, rider.id)],
    version,
  });
  // Two days of waiting are given back.
  expect(answered.next?.dueAt).toBe('2026-11-30T09:00:03+08:00');
  expect(answered.entries.at(-1)).toMatchObject({ action: 'answer', words: '东侧' });
  expect(answered.entries.at(-1)?.photos).toHaveLength(1);
  const screening = statement<{ screening: string }>(
    'test_entry_screening',
    `select screening from report_entries where report_id = $1 and action = 'answer'`,
  );
  expect(await cloud.database.row(screening, [id])).toEqual({ screening: 'waiting' });
  await settle(cloud);
  expect(await cloud.database.row(screening, [id])).toEqual({ screening: 'passed' });
});

test('what can not be done any more is refused with how it stands', async () => {
  const { id, version } = await reporting.waiting(rider);
  const conflict = await reporting.act(rider, id, 'withdrawal', { version: version - 1 });
  expect(conflict).toMatchObject({ code: 'conflict', current: { state: 'triage', version } });
  await reporting.assign(id);
  const late = await reporting.act(rider, id, 'withdrawal', { version });
  expect(late).toMatchObject({ code: 'report_state', current: { state: 'assigned', version: version + 1 } });
  const taken = await reporting.waiting(rider);
  expect(
    await reporting.act(rider, taken.id, 'withdrawal', { version: taken.version, reason: '已经有人清走了' }),
  ).toMatchObject({
    state: 'withdrawn',
    next: null,
  });
});

test('whoever is not content asks to look again, within 14 days; the supervisor decides', async () => {
  const { id, version } = await reporting.resolved(rider);
  const asked = await reporting.act(rider, id, 'reopening', { reason: '还在晃', version });
  expect(asked).toMatchObject({
    state: 'reopen_requested',
    next: { by: 'supervisor' },
    can: { rate: false },
  });
  const said = { by: supervisor, version: null };
  await reporting.desk().move(id, { action: 'decline_reopening', ...said, words: '晃动在允许的范围内' });
  const declined = await reporting.seen(id, rider);
  expect(declined).toMatchObject({ state: 'resolved', can: { rate: true, askToReopen: true } });
  cloud.clock.advance({ days: 14 });
  expect((await reporting.seen(id, rider)).can.askToReopen).toBe(false);
  expect(
    await reporting.act(rider, id, 'reopening', { reason: '还在晃', version: declined.version }),
  ).toMatchObject({
    code: 'report_too_late',
  });

  const again = await reporting.resolved(rider);
  await reporting.act(rider, again.id, 'reopening', { reason: '还在晃', version: again.version });
  await reporting.desk().move(again.id, { action: 'reopen', ...said, words: '再去看看', assignee: street });
  await settle(cloud);
  expect(await reporting.seen(again.id, rider)).toMatchObject({
    state: 'assigned',
    next: { by: 'department' },
  });
  expect((await reporting.noticesOf(rider))[0]?.title).toBe('上报重新处理');
});

test('my list turns its pages by time, the open ones apart if wished', async () => {
  const sent: Report[] = [];
  for (let index = 0; index < 5; index += 1) {
    cloud.clock.advance({ minutes: 1 });
    sent.push(await reporting.waiting(rider));
  }
  const [oldest] = sent;
  await reporting.act(rider, oldest?.id ?? '', 'withdrawal', { version: oldest?.version });
  const first = await reporting.mine(rider, '?limit=3');
  const second = await reporting.mine(rider, `?limit=3&cursor=${first.nextCursor ?? ''}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(sent.map(({ id }) => id).reverse());
  expect(second.nextCursor).toBeNull();
  expect((await reporting.mine(rider, '?isOpen=true')).items).toHaveLength(4);
  expect((await reporting.mine(rider, '?isOpen=false')).items.map(({ id }) => id)).toEqual([oldest?.id]);
});
