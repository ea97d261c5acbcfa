import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import { similarRadiusM, type Report, type ReportRow, type SimilarReport } from '../../src/contract/reports';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { deskOf, makePhoto, reportOf, sendReport, settle } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, newTown, change, outang, positionNear, post } from '../support/outang';

type Answer = Report & ProblemBody;

const street = '019ab000-0000-7000-8000-000000000401';
const url = `/api/communities/${outang.id}/reports`;
const staff = { as: 'staff', personId: null } as const;
const department = { as: 'department', personId: null } as const;

let cloud: TestCloud;
let desk: ReturnType<typeof deskOf>;
let rider: MadePerson;
let other: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = deskOf(cloud);
  await change(cloud, 'communities', newTown.script);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(
    `update recurring_jobs set due_at = '2026-11-01'; update reports set is_seen = false`,
  );
  const here = [{ communityId: outang.id, roles: ['rider'] as const }];
  rider = await makePerson(cloud, here);
  other = await makePerson(cloud, here);
});
afterAll(() => cloud.close());

const seen = async (id: string, person = rider) =>
  (await get(cloud, `/api/reports/${id}`, person.headers)).json<Answer>();
const mine = async (person = rider, query = '') =>
  (await get(cloud, `/api/reports/mine${query}`, person.headers)).json<{
    items: ReportRow[];
    nextCursor: string | null;
  }>();
const noticesOf = async (person: MadePerson) =>
  (await get(cloud, '/api/notices', person.headers)).json<{ items: Notice[] }>().items;
const act = async (id: string, what: string, body: object, person = rider) =>
  (await post(cloud, `/api/reports/${id}/${what}`, person.headers, body)).json<Answer>();

/** One that has been looked at, and waits for the desk. */
async function waiting(person = rider, body: object = {}): Promise<Report> {
  const { id } = await sendReport(cloud, person, body);
  await settle(cloud);
  return seen(id, person);
}
const assignee = { kind: 'department', id: street } as const;
const assign = (id: string) => desk.move(id, { action: 'assign', by: staff, version: null, assignee });
/** One that somebody works on. */
async function worked(person = rider, body: object = {}): Promise<Report> {
  const { id } = await waiting(person, body);
  await assign(id);
  await desk.move(id, { action: 'accept', by: department, version: null });
  await settle(cloud);
  return seen(id, person);
}
async function resolved(person = rider): Promise<Report> {
  const { id } = await worked(person);
  await desk.move(id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
  await settle(cloud);
  return seen(id, person);
}

test('what is sent is looked at, and then waits for the desk', async () => {
  const sent = await sendReport(cloud, rider);
  expect(sent).toMatchObject({ state: 'screening', isMine: true, next: { by: 'system', isOverdue: false } });
  expect(sent.eventCode).toBe('01010');
  expect(sent.photos).toHaveLength(1);
  await settle(cloud);
  const report = await seen(sent.id);
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
  expect((await mine()).items[0]).toMatchObject({ id: sent.id, state: 'triage', next: report.next });
});

describe('one key', () => {
  test('is one report for good, and of one content', async () => {
    const key = randomUUID();
    const body = await reportOf(cloud, rider);
    const send = async (content: object) => post(cloud, url, rider.headers, content, key);
    const first = (await send(body)).json<Answer>();
    await settle(cloud);
    // The order in which a phone writes its fields down changes nothing.
    const again = await send(Object.fromEntries(Object.entries(body).reverse()));
    expect([again.statusCode, again.json<Answer>().id]).toEqual([201, first.id]);
    cloud.clock.advance({ days: 29 });
    expect((await send(body)).json<Answer>()).toMatchObject({ id: first.id, state: 'triage' });
    const other = await send({ ...body, words: '另一件事' });
    expect([other.statusCode, other.json<Answer>().code]).toEqual([422, 'idempotency_key_reused']);
    expect((await mine()).items).toHaveLength(1);
    const next = await sendReport(cloud, rider);
    expect(next.number).toBe(first.number + 1);
  });

  test('refused for its photo, it is free for the next try', async () => {
    const key = randomUUID();
    const body = await reportOf(cloud, rider, { mediaIds: [await makePhoto(cloud, other.id)] });
    const refused = await post(cloud, url, rider.headers, body, key);
    expect([refused.statusCode, refused.json<Answer>().code]).toEqual([409, 'report_photo_unknown']);
    const sent = await post(cloud, url, rider.headers, await reportOf(cloud, rider), key);
    expect(sent.statusCode).toBe(201);
  });
});

test('what words do not pass is rejected by a person, who says why', async () => {
  const { id } = await sendReport(cloud, rider, { words: '物业都是傻逼' });
  await settle(cloud);
  expect((await seen(id)).state).toBe('screening');
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
  const report = await seen(id);
  expect(report).toMatchObject({ state: 'rejected', next: null, can: { askToReopen: true } });
  expect(report.entries.at(-1)).toMatchObject({ action: 'reject', by: 'system', words: '请换个说法再报' });
  expect((await noticesOf(rider))[0]).toMatchObject({ kind: 'report', title: '上报没有受理' });
});

test('a report goes its whole way; who reported it hears of each step, and earns points once', async () => {
  const { id, number } = await worked();
  const points = async () =>
    (await get(cloud, `/api/communities/${outang.id}/points/mine`, rider.headers)).json<{ balance: number }>()
      .balance;
  expect(await points()).toBe(10);
  expect((await seen(id)).next).toMatchObject({ by: 'department', isOverdue: false });
  await desk.move(id, { action: 'ask', by: department, version: null, words: '在马路哪一侧？' });
  await settle(cloud);
  const asked = await seen(id);
  expect(asked).toMatchObject({ state: 'info_requested', question: '在马路哪一侧？', can: { answer: true } });
  expect(asked.next).toMatchObject({ by: 'reporter', dueAt: expect.stringMatching(/^2026-11-28/) as string });
  const answered = await act(id, 'answers', { words: '东侧，靠公交站', version: asked.version });
  expect(answered).toMatchObject({ state: 'in_progress', question: null });
  await desk.move(id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
  await settle(cloud);
  const done = await seen(id);
  expect(done).toMatchObject({
    state: 'resolved',
    can: { rate: true, askToReopen: true },
    next: { by: 'reporter' },
  });
  const rated = await act(id, 'rating', { stars: 5, words: '很快', version: done.version });
  expect(rated).toMatchObject({ state: 'confirmed', rating: { stars: 5, words: '很快' }, next: null });
  expect(await points()).toBe(10);
  const told = await noticesOf(rider);
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
  const { id, next } = await worked();
  expect(next?.dueAt).toBe('2026-11-26T09:00:03+08:00');
  await desk.move(id, { action: 'ask', by: department, version: null, words: '在哪一侧？' });
  cloud.clock.advance({ days: 2 });
  const { version } = await seen(id);
  const answered = await act(id, 'answers', {
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
  const { id, version } = await waiting();
  const conflict = await act(id, 'withdrawal', { version: version - 1 });
  expect(conflict).toMatchObject({ code: 'conflict', current: { state: 'triage', version } });
  await assign(id);
  const late = await act(id, 'withdrawal', { version });
  expect(late).toMatchObject({ code: 'report_state', current: { state: 'assigned', version: version + 1 } });
  const taken = await waiting();
  expect(
    await act(taken.id, 'withdrawal', { version: taken.version, reason: '已经有人清走了' }),
  ).toMatchObject({
    state: 'withdrawn',
    next: null,
  });
});

test('whoever is not content asks to look again, within 14 days; the supervisor decides', async () => {
  const { id, version } = await resolved();
  const asked = await act(id, 'reopening', { reason: '还在晃', version });
  expect(asked).toMatchObject({
    state: 'reopen_requested',
    next: { by: 'supervisor' },
    can: { rate: false },
  });
  const supervisor = { as: 'supervisor', personId: null } as const;
  const said = { by: supervisor, version: null };
  await desk.move(id, { action: 'decline_reopening', ...said, words: '晃动在允许的范围内' });
  const declined = await seen(id);
  expect(declined).toMatchObject({ state: 'resolved', can: { rate: true, askToReopen: true } });
  cloud.clock.advance({ days: 14 });
  expect((await seen(id)).can.askToReopen).toBe(false);
  expect(await act(id, 'reopening', { reason: '还在晃', version: declined.version })).toMatchObject({
    code: 'report_too_late',
  });

  const again = await resolved();
  await act(again.id, 'reopening', { reason: '还在晃', version: again.version });
  await desk.move(again.id, { action: 'reopen', ...said, words: '再去看看', assignee });
  await settle(cloud);
  expect(await seen(again.id)).toMatchObject({ state: 'assigned', next: { by: 'department' } });
  expect((await noticesOf(rider))[0]?.title).toBe('上报重新处理');
});

describe('the same reported by others', () => {
  const near = async (person: MadePerson, metres = 0, category = 'road_manhole') => {
    const { lat, lng } = positionNear(outang.noodles.at, metres);
    const query = new URLSearchParams({ category, lat: String(lat), lng: String(lng) });
    const answer = await get(cloud, `${url}/similar?${query}`, person.headers);
    return answer.json<{ items: SimilarReport[] }>().items;
  };

  test('is suggested when it is near, like it, recent and looked at: the nearest first', async () => {
    const far = await waiting(rider, { position: positionNear(outang.noodles.at, 30) });
    const close = await waiting(rider, { position: positionNear(outang.noodles.at, 10) });
    expect(await near(other)).toEqual([]);
    for (const { id } of [far, close]) await assign(id);
    const found = await near(other);
    expect(found.map(({ id, distanceM }) => [id, distanceM])).toEqual([
      [close.id, 10],
      [far.id, 30],
    ]);
    expect(found[0]?.photos).toHaveLength(1);
    expect(await near(other, 0, 'environment')).toEqual([]);
    expect(await near(other, similarRadiusM.road_manhole + 35)).toEqual([]);
    expect(await near(rider)).toEqual([]);
    await cloud.database.script(`update reports set submitted_at = submitted_at - interval '31 days'`);
    expect(await near(other)).toEqual([]);
  });

  test('can be followed: its news without who reported it, their words and the exact place', async () => {
    const report = await worked();
    const following = `/api/reports/${report.id}/following`;
    const follow = (person: MadePerson) =>
      cloud.app.inject({ method: 'PUT', url: following, headers: person.headers });
    expect((await follow(rider)).json<ProblemBody>().code).toBe('report_own');
    expect((await follow(other)).statusCode).toBe(204);
    expect((await follow(other)).statusCode).toBe(204);
    const shown = await seen(report.id, other);
    expect(shown).toMatchObject({
      isMine: false,
      isFollowed: true,
      followers: 1,
      words: null,
      can: { unfollow: true },
    });
    expect(shown.position).toMatchObject({ lat: 31.887, lng: 117.251, accuracyM: 100 });
    expect(shown.photos).toHaveLength(1);
    await desk.move(report.id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
    await settle(cloud);
    expect((await noticesOf(other)).map(({ title }) => title)).toEqual(['上报处理好了']);
    expect((await mine(other)).items).toMatchObject([{ id: report.id, isMine: false }]);
    await cloud.app.inject({ method: 'DELETE', url: following, headers: other.headers });
    expect((await mine(other)).items).toEqual([]);
    const stranger = await makePerson(cloud, [{ communityId: newTown.id, roles: ['rider'] }]);
    expect((await seen(report.id, stranger)).code).toBe('not_found');
    expect((await follow(stranger)).statusCode).toBe(404);
  });

  test('merged, it is followed by who reported it; theirs is closed with a word, the other goes on', async () => {
    const first = await worked();
    const second = await waiting(other);
    const third = await waiting(await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]));
    await desk.merge(third.id, { canonicalId: second.id, by: staff, version: third.version });
    await desk.merge(second.id, { canonicalId: first.id, by: staff, version: second.version });
    await settle(cloud);
    const merged = await seen(second.id, other);
    expect(merged).toMatchObject({ state: 'duplicate', canonical: { id: first.id, state: 'in_progress' } });
    expect((await seen(first.id)).followers).toBe(2);
    expect((await noticesOf(other))[0]?.text).toContain(`和 ${first.number} 号是同一件事`);
    const loop = desk.merge(first.id, { canonicalId: second.id, by: staff, version: first.version });
    await expect(loop).rejects.toThrow('canonical_unknown');
  });
});

test('my list turns its pages by time, the open ones apart if wished', async () => {
  const sent: Report[] = [];
  for (let index = 0; index < 5; index += 1) {
    cloud.clock.advance({ minutes: 1 });
    sent.push(await waiting());
  }
  const [oldest] = sent;
  await act(oldest?.id ?? '', 'withdrawal', { version: oldest?.version });
  const first = await mine(rider, '?limit=3');
  const second = await mine(rider, `?limit=3&cursor=${first.nextCursor ?? ''}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(sent.map(({ id }) => id).reverse());
  expect(second.nextCursor).toBeNull();
  expect((await mine(rider, '?isOpen=true')).items).toHaveLength(4);
  expect((await mine(rider, '?isOpen=false')).items.map(({ id }) => id)).toEqual([oldest?.id]);
});
