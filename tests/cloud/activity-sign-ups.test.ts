import readExcelFile from 'read-excel-file/node';
import type { SignUp } from '../../src/contract/activities';
import type { ManagedActivityRow, ManagedSignUp } from '../../src/contract/activity-desk';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { activitiesPersonalData } from '../../src/cloud/activities/service';
import { ActivityDesk, activityFacts, type Managed } from '../support/activity-desk';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson } from '../support/made-person';
import { makePhoto } from '../support/made-report';
import { get, outang, post } from '../support/outang';

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

type Comer = ManagedSignUp & ProblemBody;
const actions = statement<{ action: string }>(
  'test_activity_actions',
  `select action from audit_entries where action like 'sign_up%' order by number`,
);
const audited = async () => (await cloud.database.rows(actions)).map(({ action }) => action);

describe('who comes', () => {
  test('staff sign somebody up, who is told; and take them off, with a reason', async () => {
    const made = await desk.published({ capacity: 1 });
    const [rider, next] = [await desk.rider('小王'), await desk.rider('小李')];
    const added = await desk.act<Comer>(made.id, 'sign-ups', { personId: rider.id });
    expect(added).toMatchObject({
      state: 'going',
      via: 'staff',
      person: { nickname: '小王', maskedPhone: null },
    });
    expect((await desk.noticesOf(rider))[0]).toMatchObject({ title: '社区帮您报了名' });
    expect((await desk.act<Comer>(made.id, 'sign-ups', { personId: rider.id })).code).toBe(
      'already_signed_up',
    );
    const stranger = await makePerson(cloud);
    expect((await desk.act<Comer>(made.id, 'sign-ups', { personId: stranger.id })).code).toBe(
      'member_unknown',
    );
    await desk.signUp(made.id, next);
    const removed = await desk.act<Comer>(made.id, `sign-ups/${added.id}/removal`, { reason: '报重了' });
    expect(removed).toMatchObject({ state: 'removed', reason: '报重了' });
    expect((await desk.noticesOf(rider))[0]).toMatchObject({
      text: '“露天电影”的报名被社区移出了。原因：报重了。',
    });
    expect((await desk.noticesOf(next))[0]).toMatchObject({ title: '候补成功，您有名额了' });
    const again = await desk.act<Comer>(made.id, `sign-ups/${added.id}/removal`, { reason: '报重了' });
    expect(again.code).toBe('not_signed_up');
    expect((await audited()).slice(-2)).toEqual(['sign_up_added', 'sign_up_removed']);
  });

  test('is a list that is written down, page by page, and a sheet', async () => {
    const questions = [{ id: 'size', kind: 'text', label: '尺码', isRequired: false, options: [] }];
    const made = await desk.published({ questions, capacity: 2 });
    for (const name of ['=甲', '乙', '丙']) {
      const answers = [{ questionId: 'size', values: ['XL'] }];
      const { headers } = await desk.rider(name);
      await post(cloud, `/api/activities/${made.id}/sign-ups`, headers, { answers });
      cloud.clock.advance({ seconds: 1 });
    }
    const page = (query: string) =>
      desk.look<{ items: ManagedSignUp[]; nextCursor: string }>(`${made.id}/sign-ups?limit=2${query}`);
    const first = await page('');
    const second = await page(`&cursor=${first.nextCursor}`);
    const names = [...first.items, ...second.items].map(({ person }) => person?.nickname);
    expect(names).toEqual(['=甲', '乙', '丙']);
    expect((await audited()).at(-1)).toBe('sign_ups_listed');
    const sheet = await desk.look<{ name: string; file: string }>(`${made.id}/sign-ups/export`);
    expect(sheet.name).toBe('露天电影-报名名单.xlsx');
    const [page1] = await readExcelFile(Buffer.from(sheet.file, 'base64'));
    expect(page1?.data.map((row) => [row[1], row[2], row[5]])).toEqual([
      ['昵称', '状态', '尺码'],
      ['=甲', '已报名', 'XL'],
      ['乙', '已报名', 'XL'],
      ['丙', '候补中', 'XL'],
    ]);
    expect((await audited()).at(-1)).toBe('sign_ups_exported');
  });
});

describe('a series', () => {
  const make = (rest: object) =>
    post(cloud, `/api/communities/${outang.id}/activity-series`, desk.staff.headers, {
      ...activityFacts,
      ...rest,
    });
  const weekly = { kind: 'weekly', everyWeeks: 1 };
  async function three(rest: object = {}) {
    const answer = await make({ rule: weekly, count: 3, ...rest });
    return answer.json<{ seriesId: string; items: ManagedActivityRow[] }>();
  }
  const startsOf = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await desk.look(id)).startsAt.slice(0, 16)));

  test('is as many drafts as there are dates, published together', async () => {
    const { items } = await three();
    const ids = items.map(({ id }) => id);
    expect(await startsOf(ids)).toEqual(['2026-12-05T19:00', '2026-12-12T19:00', '2026-12-19T19:00']);
    const published = await desk.act<Managed>(ids[1] ?? '', 'publication', {
      version: 1,
      scope: 'following',
    });
    expect(published.series).toMatchObject({ ordinal: 2, count: 3 });
    const states = await Promise.all(ids.map(async (id) => (await desk.look(id)).state));
    expect(states).toEqual(['draft', 'published', 'published']);
  });

  test('ends on a day, and is never longer than 26', async () => {
    const until = (await make({ rule: weekly, untilOn: '2026-12-19' })).json<{ items: unknown[] }>();
    expect(until.items).toHaveLength(3);
    expect((await make({ rule: weekly, untilOn: '2027-12-19' })).json<ProblemBody>().code).toBe(
      'series_too_long',
    );
    expect((await make({ rule: weekly })).json<ProblemBody>().fields).toHaveProperty('count');
    expect((await make({ rule: weekly, untilOn: '2026-12-06' })).json<ProblemBody>().fields).toHaveProperty(
      'untilOn',
    );
  });

  test('changes as one, as this and those after it, or alone; the others keep what is their own', async () => {
    const { items } = await three({ signUpUntil: '2026-12-05T12:00:00+08:00' });
    const [one, two, last] = items.map(({ id }) => id) as [string, string, string];
    const alone = { ...activityFacts, signUpUntil: '2026-12-12T12:00:00+08:00' };
    const second = { startsAt: '2026-12-12T19:00:00+08:00', endsAt: '2026-12-12T21:00:00+08:00' };
    await desk.put(two, { ...alone, ...second, title: '只改这一场', version: 1 });
    const later = { startsAt: '2026-12-06T18:30:00+08:00', endsAt: '2026-12-06T20:30:00+08:00' };
    const signUpUntil = '2026-12-06T12:00:00+08:00';
    const all = await desk.put<{ changed: number }>(one, {
      ...activityFacts,
      ...later,
      signUpUntil,
      capacity: 8,
      version: 1,
      scope: 'all',
    });
    expect(all.changed).toBe(3);
    expect(await startsOf([one, two, last])).toEqual([
      '2026-12-06T18:30',
      '2026-12-13T18:30',
      '2026-12-20T18:30',
    ]);
    expect(await desk.look(two)).toMatchObject({
      title: '只改这一场',
      capacity: 8,
      signUpUntil: '2026-12-13T12:00:00+08:00',
      endsAt: '2026-12-13T20:30:00+08:00',
    });
  });
});

describe('photos', () => {
  test('go with it, the first in the list; those dropped are gone', async () => {
    const mediaIds = [
      await makePhoto(cloud, desk.staff.id, 'activity'),
      await makePhoto(cloud, desk.staff.id, 'activity'),
    ];
    const made = await desk.published({ mediaIds });
    expect(made.photos.map(({ id }) => id)).toEqual(mediaIds);
    const others = await makePhoto(cloud, (await desk.rider()).id, 'activity');
    expect((await desk.make({ mediaIds: [others] })).code).toBe('photo_gone');
    await desk.put(made.id, { ...activityFacts, mediaIds: [mediaIds[1]], version: 2 });
    const seen = (await get(cloud, `/api/activities/${made.id}`)).json<{ cover: { id: string } }>();
    expect(seen.cover.id).toBe(mediaIds[1]);
    const left = statement<{ id: string }>(
      'test_left_media',
      'select id from media where id = any($1::uuid[])',
    );
    expect((await cloud.database.rows(left, [mediaIds])).map(({ id }) => id)).toEqual([mediaIds[1]]);
  });

  test('of how it was are shown once it has begun, with everybody’s consent, by its leader too', async () => {
    const leader = await desk.rider('队长');
    const made = await desk.published({ leaderId: leader.id });
    const body = { mediaIds: [await makePhoto(cloud, leader.id, 'activity')], haveAgreed: true };
    const add = (content: object) => desk.act<Managed>(made.id, 'photos', content, leader);
    expect((await add(body)).code).toBe('activity_state');
    cloud.clock.set('2026-12-05T20:00:00+08:00');
    expect((await add({ ...body, haveAgreed: false })).code).toBe('invalid_input');
    expect((await add(body)).afterPhotos.map(({ id }) => id)).toEqual(body.mediaIds);
    const url = `${desk.base}/${made.id}/photos/${body.mediaIds[0] ?? ''}`;
    const remove = await cloud.app.inject({ method: 'DELETE', url, headers: leader.headers });
    expect(remove.statusCode).toBe(204);
    expect((await desk.look(made.id)).afterPhotos).toEqual([]);
  });
});

describe('a person', () => {
  const data = () => activitiesPersonalData({ clock: cloud.clock });

  test('who leaves gives the place to who waits; that somebody came stays', async () => {
    const made = await desk.published({ capacity: 1 });
    const [rider, next] = [await desk.rider(), await desk.rider()];
    await desk.signUp(made.id, rider);
    await desk.signUp(made.id, next);
    const url = `/api/communities/${outang.id}/membership`;
    const left = await cloud.app.inject({ method: 'DELETE', url, headers: rider.headers });
    expect(left.statusCode).toBe(204);
    expect((await desk.noticesOf(next))[0]).toMatchObject({ title: '候补成功，您有名额了' });
    expect(await desk.look(made.id)).toMatchObject({ taken: 1, waiting: 0 });
    expect(await data().collect(cloud.database, rider.id)).toMatchObject({ 报名: [] });
  });

  test('reads all that is kept of them', async () => {
    const made = await desk.published();
    const rider = await desk.rider();
    await desk.signUp(made.id, rider);
    expect(await data().collect(cloud.database, rider.id)).toMatchObject({
      报名: [{ 活动: '露天电影', 状态: '已报名', 方式: '自己报名', 填写的内容: [] }],
      带队: [],
    });
  });

  test('of two accounts is one afterwards: the place is kept once, and their time is both’s', async () => {
    const made = await desk.published({ capacity: 2 });
    const other = await desk.published({
      title: '法律咨询',
      startsAt: '2026-12-06T19:00:00+08:00',
      endsAt: '2026-12-06T20:00:00+08:00',
    });
    const [from, into, next] = [await desk.rider(), await desk.rider(), await desk.rider()];
    await desk.signUp(made.id, from);
    await desk.signUp(other.id, from);
    await desk.signUp(made.id, into);
    await desk.signUp(made.id, next);
    await cloud.database.transaction((tx) => data().merge(tx, from.id, into.id));
    expect(await desk.look(made.id)).toMatchObject({ taken: 2, waiting: 0 });
    const mine = (await get(cloud, '/api/activities/sign-ups/mine', into.headers)).json<{
      items: SignUp[];
    }>();
    expect(mine.items.map(({ activity, state }) => [activity.title, state])).toEqual([
      ['露天电影', 'going'],
      ['法律咨询', 'going'],
    ]);
    const clash = await desk.published({
      title: '观影',
      startsAt: '2026-12-06T19:30:00+08:00',
      endsAt: '2026-12-06T21:00:00+08:00',
    });
    expect((await desk.signUp(clash.id, into)).code).toBe('overlaps');
  });

  test('is known for two years after it, and no longer', async () => {
    const made = await desk.published();
    const rider = await desk.rider();
    await desk.signUp(made.id, rider);
    const known = statement<{ personId: string | null; busy: boolean; isGuessable: boolean }>(
      'test_known',
      `select s.person_id as "personId", exists (select from agendas where person_id = $2) as busy,
         s.request_hash <> decode(repeat('00', 32), 'hex') as "isGuessable" from sign_ups s where s.activity_id = $1`,
    );
    const after = async (days: number) => {
      cloud.clock.advance({ days });
      await cloud.jobs.drain();
      return cloud.database.row(known, [made.id, rider.id]);
    };
    expect(await after(0)).toMatchObject({ personId: rider.id, busy: true });
    expect(await after(30)).toMatchObject({ personId: rider.id, busy: false });
    expect(await after(24 * 31)).toEqual({ personId: null, busy: false, isGuessable: false });
  });
});
