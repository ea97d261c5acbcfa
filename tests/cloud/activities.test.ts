import { randomUUID } from 'node:crypto';
import type { Activity, ActivityRow, SignUp } from '../../src/contract/activities';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makeActivity } from '../support/made-activity';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

type Answer = SignUp & ProblemBody;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'; delete from activity_photos;
    delete from sign_ups; delete from agendas; delete from activities`);
});
afterAll(() => cloud.close());

const aRider = (nickname?: string) =>
  makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }], nickname);
const signUp = async (activityId: string, { headers }: MadePerson, body: object = {}, key?: string) =>
  (await post(cloud, `/api/activities/${activityId}/sign-ups`, headers, body, key)).json<Answer>();
const look = async (activityId: string, who?: MadePerson) =>
  (await get(cloud, `/api/activities/${activityId}`, who?.headers)).json<Activity & ProblemBody>();
const list = async (query: string, who?: MadePerson) =>
  (await get(cloud, `/api/activities?communityId=${outang.id}${query}`, who?.headers)).json<{
    items: ActivityRow[];
    nextCursor: string | null;
  }>();
const takeBack = async (signUpId: string, { headers }: MadePerson) =>
  (
    await cloud.app.inject({ method: 'DELETE', url: `/api/activities/sign-ups/${signUpId}`, headers })
  ).json<Answer>();
const noticesOf = async ({ headers }: MadePerson) => {
  await cloud.jobs.drain();
  const { items } = (await get(cloud, '/api/notices', headers)).json<{ items: Notice[] }>();
  return items.filter(({ kind }) => kind === 'activity');
};

describe('the list', () => {
  test('what is to come stands by its start, for anyone; drafts are nobody’s business', async () => {
    const later = await makeActivity(cloud, { startsInHours: 90 });
    const sooner = await makeActivity(cloud, { startsInHours: 10, kind: 'tree_planting', capacity: 5 });
    await makeActivity(cloud, { state: 'draft' });
    const over = await makeActivity(cloud, { startsInHours: -10 });
    const { items } = await list('');
    expect(items.map(({ id }) => id)).toEqual([sooner, later]);
    expect(items[0]).toMatchObject({
      kind: 'tree_planting',
      group: 'volunteering',
      isVolunteering: true,
      state: 'published',
      offer: 'open',
      left: 5,
      mine: null,
      place: { station: null, text: '藕塘公园东门', position: null },
      startsAt: '2026-11-23T19:00:00+08:00',
    });
    expect((await list('&when=past')).items).toMatchObject([
      { id: over, state: 'finished', offer: 'closed' },
    ]);
    expect((await list('&group=volunteering')).items.map(({ id }) => id)).toEqual([sooner]);
    expect((await list('&kind=film')).items.map(({ id }) => id)).toEqual([later]);
    expect((await list('&from=2026-11-25')).items.map(({ id }) => id)).toEqual([later]);
    expect((await list('&until=2026-11-23')).items.map(({ id }) => id)).toEqual([sooner]);
    expect((await list('&from=2026-11-24&until=2026-11-24')).items).toEqual([]);
  });

  test('goes on where a page ended', async () => {
    const ids = [];
    for (const hours of [1, 2, 2, 3]) ids.push(await makeActivity(cloud, { startsInHours: hours }));
    const first = await list('&limit=3');
    const second = await list(`&limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  test('those for grid members are there for them alone', async () => {
    const activityId = await makeActivity(cloud, { audience: 'grid_members' });
    const rider = await aRider();
    const member = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider', 'grid_member'] }]);
    expect((await list('', rider)).items).toEqual([]);
    expect((await look(activityId, rider)).code).toBe('not_found');
    expect(await signUp(activityId, rider)).toMatchObject({
      code: 'activity_not_for_you',
      detail: '这场活动面向流动网格员，加入网格后就能报名',
    });
    expect((await list('', member)).items).toHaveLength(1);
    expect((await signUp(activityId, member)).state).toBe('going');
  });

  test('one can ask only for those that take sign-ups now', async () => {
    const open = await makeActivity(cloud, { startsInHours: 20 });
    const closed = await makeActivity(cloud, { startsInHours: 20, signUpUntilHours: -1 });
    expect((await list('&isOpen=true')).items.map(({ id }) => id)).toEqual([open]);
    expect(await signUp(closed, await aRider())).toMatchObject({ code: 'sign_up_over' });
  });
});

describe('signing up', () => {
  test('gives a place, which the activity and one’s own list show', async () => {
    const activityId = await makeActivity(cloud, { capacity: 2 });
    const rider = await aRider();
    const made = await signUp(activityId, rider);
    expect(made).toMatchObject({
      state: 'going',
      waitPlace: null,
      via: 'self',
      version: 1,
      activity: { id: activityId, title: '露天电影' },
      can: { cancel: true, changeAnswers: false },
    });
    const seen = await look(activityId, rider);
    expect(seen).toMatchObject({ taken: 1, left: 1, mine: { id: made.id, state: 'going' } });
    expect(seen.can).toMatchObject({ signUp: false, cancel: true, lead: false, manage: false });
    const mine = await get(cloud, '/api/activities/sign-ups/mine', rider.headers);
    expect(mine.json<{ items: SignUp[] }>().items).toMatchObject([{ id: made.id, state: 'going' }]);
    expect((await get(cloud, `/api/activities/sign-ups/${made.id}`, rider.headers)).json()).toEqual(
      expect.objectContaining({ id: made.id, activity: made.activity }),
    );
  });

  test('makes who is no member one', async () => {
    const stranger = await makePerson(cloud);
    const activityId = await makeActivity(cloud);
    expect((await signUp(activityId, stranger)).state).toBe('going');
  });

  test('with one key is one for good, and of one content', async () => {
    const activityId = await makeActivity(cloud, { capacity: 1 });
    const rider = await aRider();
    const key = randomUUID();
    const first = await signUp(activityId, rider, {}, key);
    expect((await signUp(activityId, rider, {}, key)).id).toBe(first.id);
    expect((await signUp(activityId, rider, { hasAgreedToRisk: true }, key)).code).toBe(
      'idempotency_key_reused',
    );
    const other = await makeActivity(cloud, { startsInHours: 200 });
    expect((await signUp(other, rider, {}, key)).code).toBe('idempotency_key_reused');
    expect((await signUp(activityId, rider)).code).toBe('already_signed_up');
  });

  test('where it is full one waits, with a number, and moves up when somebody takes it back', async () => {
    const activityId = await makeActivity(cloud, { capacity: 1 });
    const [first, second, third] = [await aRider(), await aRider(), await aRider()];
    const going = await signUp(activityId, first);
    expect((await look(activityId)).offer).toBe('waitlist');
    expect(await signUp(activityId, second)).toMatchObject({ state: 'waitlisted', waitPlace: 1 });
    const last = await signUp(activityId, third);
    expect(last).toMatchObject({ state: 'waitlisted', waitPlace: 2 });
    expect(await look(activityId)).toMatchObject({ taken: 1, waiting: 2, left: 0 });
    expect(await takeBack(going.id, first)).toMatchObject({ state: 'cancelled', can: { cancel: false } });
    expect((await takeBack(going.id, first)).state).toBe('cancelled');
    expect((await look(activityId, second)).mine).toMatchObject({ state: 'going' });
    expect((await look(activityId, third)).mine).toMatchObject({ state: 'waitlisted', waitPlace: 1 });
    expect(await noticesOf(second)).toMatchObject([
      { title: '候补成功，您有名额了', link: `activities/rider/detail?id=${activityId}` },
    ]);
    expect(await noticesOf(third)).toEqual([]);
    await takeBack(last.id, third);
    expect(await look(activityId)).toMatchObject({ taken: 1, waiting: 0 });
  });

  test('at the same time as another is refused, naming it; next to it it is not', async () => {
    const rider = await aRider();
    const film = await makeActivity(cloud, { startsInHours: 10, hours: 2, title: '露天电影' });
    const during = await makeActivity(cloud, { startsInHours: 11, hours: 2 });
    const after = await makeActivity(cloud, { startsInHours: 12, hours: 2 });
    const made = await signUp(film, rider);
    expect(await signUp(during, rider)).toMatchObject({
      code: 'overlaps',
      detail: '这个时间您已经报了“露天电影”（11 月 23 日周一 19:00），先取消那一场再报吧',
    });
    expect((await signUp(after, rider)).state).toBe('going');
    await takeBack(made.id, rider);
    expect((await signUp(during, rider)).code).toBe('overlaps');
    expect((await signUp(film, rider)).state).toBe('going');
  });

  test('who waits is taken at that time, too', async () => {
    const full = await makeActivity(cloud, { capacity: 1, title: '免费查眼睛' });
    const other = await makeActivity(cloud);
    await signUp(full, await aRider());
    const rider = await aRider();
    const waiting = await signUp(full, rider);
    expect((await signUp(other, rider)).detail).toContain('正在候补“免费查眼睛”');
    await takeBack(waiting.id, rider);
    expect((await signUp(other, rider)).state).toBe('going');
  });

  test('is not possible before its time, after it, once it has begun or is called off', async () => {
    const rider = await aRider();
    const soon = await makeActivity(cloud);
    await cloud.database.script(
      `update activities set sign_up_from = '2026-11-24T09:00:00+08:00' where id = '${soon}'`,
    );
    expect((await look(soon, rider)).offer).toBe('soon');
    expect(await signUp(soon, rider)).toMatchObject({
      code: 'sign_up_not_yet',
      detail: '11 月 24 日周二 09:00开始报名，到时再来',
    });
    expect((await signUp(await makeActivity(cloud, { startsInHours: -1 }), rider)).code).toBe('sign_up_over');
    const off = await makeActivity(cloud, { state: 'cancelled' });
    expect((await signUp(off, rider)).code).toBe('activity_cancelled');
    expect((await signUp(await makeActivity(cloud, { state: 'draft' }), rider)).code).toBe('not_found');
    expect((await signUp(randomUUID(), rider)).code).toBe('not_found');
  });

  test('can not be taken back once it has begun', async () => {
    const rider = await aRider();
    const { id } = await signUp(await makeActivity(cloud, { startsInHours: 1 }), rider);
    cloud.clock.advance({ hours: 1 });
    expect((await takeBack(id, rider)).code).toBe('activity_begun');
    expect((await takeBack(id, await aRider())).code).toBe('not_found');
  });
});

describe('what is asked', () => {
  const questions = [
    { id: 'size', kind: 'single', label: '衣服尺码', isRequired: true, options: ['M', 'L'] },
    { id: 'note', kind: 'text', label: '备注', isRequired: false, options: [] },
  ];
  async function asking() {
    const activityId = await makeActivity(cloud, { kind: 'tree_planting' });
    await cloud.database.script(
      `update activities set questions = '${JSON.stringify(questions)}', is_risky = true, risk_notice = '小心铁锹',
         insurance_text = '已上意外险' where id = '${activityId}'`,
    );
    return activityId;
  }

  test('is answered before one has a place, the risk agreed to', async () => {
    const activityId = await asking();
    const rider = await aRider();
    const answers = [{ questionId: 'size', values: ['L'] }];
    expect((await signUp(activityId, rider, { answers })).code).toBe('risk_not_agreed');
    expect(await signUp(activityId, rider, { hasAgreedToRisk: true })).toMatchObject({
      code: 'answers_wrong',
      fields: { 'answers.size': '这一项要填' },
    });
    const made = await signUp(activityId, rider, { hasAgreedToRisk: true, answers });
    expect(made).toMatchObject({ state: 'going', answers, questions, can: { changeAnswers: true } });
  });

  test('can be answered otherwise until it begins', async () => {
    const activityId = await asking();
    const rider = await aRider();
    const answers = [{ questionId: 'size', values: ['L'] }];
    const made = await signUp(activityId, rider, { hasAgreedToRisk: true, answers });
    const change = async (body: object) =>
      (
        await cloud.app.inject({
          method: 'PUT',
          url: `/api/activities/sign-ups/${made.id}/answers`,
          headers: rider.headers,
          payload: body,
        })
      ).json<Answer>();
    const other = [{ questionId: 'size', values: ['M'] }];
    expect(await change({ answers: other, version: 1 })).toMatchObject({ answers: other, version: 2 });
    expect((await change({ answers, version: 1 })).code).toBe('conflict');
    expect((await change({ answers: [], version: 2 })).code).toBe('answers_wrong');
    cloud.clock.advance({ days: 4 });
    expect((await change({ answers, version: 2 })).code).toBe('activity_begun');
  });
});
