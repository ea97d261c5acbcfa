import type { ManagedActivityRow, ManagedSignUp } from '../../src/contract/activity-desk';
import type { ProblemBody } from '../../src/contract/http';
import { ActivityDesk, activityFacts, type Managed } from '../support/activity-desk';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { get, outang, post } from '../support/outang';

interface Updated extends Partial<ProblemBody> {
  activity: Managed;
  changed: number;
  moved: string[];
  overlaps: { nickname: string; other: string; startsAt: string }[];
}

let cloud: TestCloud;
let desk: ActivityDesk;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = await ActivityDesk.open(cloud);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'`);
});
afterAll(() => cloud.close());

describe('a draft', () => {
  test('is seen by those who manage, and by all once it is published', async () => {
    const made = await desk.make({ stationId: outang.centre.id, placeText: null });
    expect(made).toMatchObject({
      state: 'draft',
      taken: 0,
      can: { change: true, publish: true, remove: true },
    });
    expect(made.place.station).toMatchObject({ id: outang.centre.id });
    expect(made.place.position).toMatchObject({ crs: 'GCJ-02' });
    expect((await get(cloud, `/api/activities/${made.id}`)).statusCode).toBe(404);
    const published = await desk.act<Managed>(made.id, 'publication', { version: 1 });
    expect(published).toMatchObject({
      state: 'published',
      version: 2,
      can: { publish: false, cancel: true },
    });
    expect((await get(cloud, `/api/activities/${made.id}`)).statusCode).toBe(200);
    expect((await desk.act<Managed>(made.id, 'publication', { version: 2 })).code).toBe('activity_state');
  });

  test('is refused by naming what is not right', async () => {
    const refused = await desk.make({
      kind: 'tree_planting',
      endsAt: activityFacts.startsAt,
      placeText: null,
      signUpUntil: '2026-12-06T00:00:00+08:00',
      minimum: 5,
      capacity: 3,
      leaderId: outang.centre.id,
      questions: [{ id: 'a', kind: 'single', label: '？', isRequired: true, options: [] }],
    });
    expect(refused).toMatchObject({ code: 'activity_facts', status: 400 });
    expect(Object.keys(refused.fields ?? {}).sort()).toEqual([
      'endsAt',
      'insuranceText',
      'leaderId',
      'minimum',
      'placeText',
      'questions.0.options',
      'riskNotice',
      'signUpUntil',
    ]);
    const past = await desk.make({
      startsAt: '2026-11-20T19:00:00+08:00',
      endsAt: '2026-11-20T21:00:00+08:00',
    });
    expect(past.fields).toEqual({ startsAt: '要晚于现在' });
  });

  test('can be dropped, what is published can not', async () => {
    const draft = await desk.make();
    const { id } = await desk.published();
    const drop = (activityId: string) =>
      cloud.app.inject({ method: 'DELETE', url: `${desk.base}/${activityId}`, headers: desk.staff.headers });
    expect((await drop(draft.id)).statusCode).toBe(204);
    expect((await desk.look(draft.id)).code).toBe('not_found');
    expect((await drop(id)).json<ProblemBody>().code).toBe('activity_state');
  });
});

test('the list is narrowed by kind, by days and by what became of them', async () => {
  const inMay = { kind: 'film', startsAt: '2027-05-31T19:00:00+08:00', endsAt: '2027-05-31T21:00:00+08:00' };
  const film = await desk.make({ ...inMay, signUpUntil: null });
  const found = async (query: string) => {
    const url = `/api/communities/${outang.id}/activities?when=any&state=draft${query}`;
    const { items } = (await get(cloud, url, desk.staff.headers)).json<{ items: { id: string }[] }>();
    return items.map(({ id }) => id);
  };
  expect(await found('&kind=film&from=2027-05-01&until=2027-05-31')).toEqual([film.id]);
  expect(await found('&kind=film&from=2027-06-01&until=2027-06-30')).toEqual([]);
  expect(await found('&kind=eye_check&from=2027-05-01')).toEqual([]);
});

describe('a change', () => {
  const changed = (made: Managed, facts: object, rest: object = {}) =>
    desk.put<Updated>(made.id, { ...activityFacts, ...facts, version: made.version, ...rest });

  test('of one that somebody changed meanwhile is refused', async () => {
    const made = await desk.make();
    expect((await changed(made, { title: '换个名字' })).activity).toMatchObject({
      title: '换个名字',
      version: 2,
    });
    expect((await changed(made, { title: '又换一个' })).code).toBe('conflict');
  });

  test('of time or place is told to those who come, and names who has something else then', async () => {
    const made = await desk.published();
    const other = await desk.published({
      title: '法律咨询',
      startsAt: '2026-12-06T19:00:00+08:00',
      endsAt: '2026-12-06T20:00:00+08:00',
    });
    const rider = await desk.rider('小王');
    await desk.signUp(made.id, rider);
    await desk.signUp(other.id, rider);
    const sunday = { startsAt: '2026-12-06T19:30:00+08:00', endsAt: '2026-12-06T21:00:00+08:00' };
    const moved = await changed(made, { ...sunday, placeText: '社区礼堂' });
    expect(moved.overlaps).toEqual([
      { nickname: '小王', other: '法律咨询', startsAt: '2026-12-06T19:30:00+08:00' },
    ]);
    expect((await desk.noticesOf(rider))[0]).toMatchObject({
      title: '活动有变动',
      text: '“露天电影”时间和地点都改了：12 月 6 日周日 19:30，社区礼堂。来不了的话，请取消报名。',
    });
    // The time it was at is free again.
    const saturday = await desk.published({ title: '免费查眼睛' });
    expect((await desk.signUp(saturday.id, rider)).state).toBe('going');
  });

  test('of its words tells nobody', async () => {
    const made = await desk.published();
    const rider = await desk.rider();
    await desk.signUp(made.id, rider);
    await changed(made, { description: '自带水杯' });
    expect(await desk.noticesOf(rider)).toEqual([]);
  });

  test('to fewer places than are taken is refused with names, or those who came last wait', async () => {
    const made = await desk.published({ capacity: 3 });
    const people = [];
    for (const name of ['甲', '乙', '丙', '丁']) people.push(await desk.rider(name));
    for (const person of people) {
      await desk.signUp(made.id, person);
      cloud.clock.advance({ seconds: 1 });
    }
    const refused = await changed(made, { capacity: 1 });
    expect(refused).toMatchObject({
      code: 'capacity_below',
      detail: '已经有 3 人报名。要减少名额，丙、乙会转为候补',
      fields: { capacity: '不能少于 3' },
    });
    const smaller = await changed(made, { capacity: 1 }, { moveToWaitlist: true });
    expect(smaller).toMatchObject({ moved: ['丙', '乙'], activity: { taken: 1, waiting: 3, capacity: 1 } });
    const order = (rows: readonly ManagedSignUp[]) =>
      rows.map(({ person, state, waitPlace }) => [person?.nickname, state, waitPlace]);
    expect(order(await desk.comers(made.id))).toEqual([
      ['甲', 'going', null],
      ['乙', 'waitlisted', 1],
      ['丙', 'waitlisted', 2],
      ['丁', 'waitlisted', 3],
    ]);
    expect((await desk.noticesOf(people[1] ?? desk.staff))[0]).toMatchObject({ title: '您转为候补了' });
    const larger = await changed(smaller.activity, { capacity: 3 });
    expect(larger.activity).toMatchObject({ taken: 3, waiting: 1 });
    expect((await desk.noticesOf(people[2] ?? desk.staff))[0]).toMatchObject({
      title: '候补成功，您有名额了',
    });
  });
});

describe('calling it off', () => {
  test('tells everybody why, whoever waits too, and their time is theirs again', async () => {
    const made = await desk.published({ capacity: 1 });
    const [going, waiting] = [await desk.rider(), await desk.rider()];
    await desk.signUp(made.id, going);
    await desk.signUp(made.id, waiting);
    const off = await desk.act<Managed>(made.id, 'cancellation', { reason: '下雨', version: 2 });
    expect(off).toMatchObject({
      state: 'cancelled',
      cancelReason: '下雨',
      can: { change: false, cancel: false },
    });
    for (const person of [going, waiting])
      expect((await desk.noticesOf(person))[0]).toMatchObject({
        title: '活动取消了',
        text: '“露天电影”原定12 月 5 日周六 19:00，现在取消了。原因：下雨。',
      });
    const instead = await desk.published();
    expect((await desk.signUp(instead.id, going)).state).toBe('going');
  });

  test('its leader hears of it, and that it is theirs', async () => {
    const leader = await desk.rider('队长');
    const made = await desk.published({ leaderId: leader.id });
    expect((await desk.noticesOf(leader))[0]).toMatchObject({ title: '有一场活动由您带队' });
    await desk.act<Managed>(made.id, 'cancellation', { reason: '下雨', version: 2 });
    expect((await desk.noticesOf(leader))[0]).toMatchObject({ title: '活动取消了' });
  });
});

test('too few at the end of sign-up: the leader and staff are told once', async () => {
  const leader = await desk.rider('队长');
  const made = await desk.published({
    leaderId: leader.id,
    minimum: 2,
    signUpUntil: '2026-11-24T12:00:00+08:00',
  });
  await desk.signUp(made.id, await desk.rider());
  cloud.clock.set('2026-11-24T12:00:01+08:00');
  const heard = async () =>
    (await desk.noticesOf(leader)).filter(({ text }) => text.includes('还没到最少人数')).length;
  expect(await heard()).toBe(1);
  cloud.clock.advance({ minutes: 30 });
  expect(await heard()).toBe(1);
  expect((await desk.noticesOf(desk.staff))[0]?.link).toBe(
    `activities/desk/sign-ups?communityId=${outang.id}&activityId=${made.id}`,
  );
});

test('a leader without a desk sees what is theirs, and who comes', async () => {
  const leader = await desk.rider('队长');
  const made = await desk.published({ leaderId: leader.id });
  await desk.published();
  await desk.signUp(made.id, await desk.rider('小王'));
  const { items } = (await get(cloud, desk.base, leader.headers)).json<{ items: ManagedActivityRow[] }>();
  expect(items.map(({ id }) => id)).toEqual([made.id]);
  expect((await desk.look(made.id, leader)).can).toMatchObject({
    change: false,
    seeSignUps: true,
    addSignUp: false,
  });
  expect((await desk.comers(made.id, leader)).map(({ person }) => person?.nickname)).toEqual(['小王']);
  expect((await desk.look(made.id, await desk.rider())).code).toBe('forbidden');
});

test('one key makes one draft', async () => {
  const key = 'one-activity-of-one-key';
  const first = await post(cloud, desk.base, desk.staff.headers, activityFacts, key);
  const again = await post(cloud, desk.base, desk.staff.headers, activityFacts, key);
  expect(again.json<Managed>().id).toBe(first.json<Managed>().id);
});
