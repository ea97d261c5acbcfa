import type { DayList } from '../../src/contract/attendance-days';
import type { ProblemBody } from '../../src/contract/http';
import type { ActivityRules, SignUpPause } from '../../src/contract/no-shows';
import type { Notice } from '../../src/contract/notices';
import { statement } from '../../src/cloud/platform/database';
import { attendancesPersonalData, createAttendances } from '../../src/cloud/attendances/service';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { codeOf, makeDay, scan, shownCode, type MadeDay } from '../support/made-day';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
let leader: MadePerson;
let staff: MadePerson;
let organiser: MadePerson;
let there: MadePerson;
let missing: MadePerson;

const member = (roles: ('rider' | 'staff' | 'organiser' | 'auditor')[] = ['rider']) =>
  makePerson(cloud, [{ communityId: outang.id, roles }]);
const told = async (who: MadePerson) =>
  (await get(cloud, '/api/notices', who.headers)).json<{ items: Notice[] }>().items.map(({ title }) => title);

/** An activity that one came to and one did not, judged. */
async function missed(): Promise<MadeDay> {
  const day = await makeDay(cloud, { leaderId: leader.id, people: [there.id, missing.id] });
  const marks = [{ personId: there.id, kind: 'in', mode: 'tick', at: cloud.clock.now().toISOString() }];
  await post(cloud, `${day.path}/attendances`, leader.headers, { marks });
  cloud.clock.advance({ hours: 27 });
  await cloud.jobs.drain();
  return day;
}

const noShowsOf = async (day: MadeDay) =>
  (await get(cloud, `${day.path}/attendances`, staff.headers))
    .json<DayList>()
    .rows.map(({ noShow }) => noShow);
const forgive = (day: MadeDay, who: MadePerson, reason = '家里有急事') =>
  post(cloud, `${day.path}/no-shows/${missing.id}/forgiveness`, who.headers, { reason });
const pauseOf = (personId: string) => {
  const parts = cloud as unknown as Parameters<typeof createAttendances>[0];
  return createAttendances(parts).pauseOf(cloud.database, outang.id, personId);
};

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'; delete from activity_rules`);
  [leader, staff, organiser] = [await member(), await member(['staff']), await member(['organiser'])];
  [there, missing] = [await member(), await member()];
});

test('a day after the end it is judged who did not come, kindly told', async () => {
  const day = await missed();
  expect(await noShowsOf(day)).toEqual([null, 'counted']);
  expect(await told(missing)).toEqual(['您报名的活动没有签到']);
  expect(await told(there)).toContain('您忘了签退');
  expect(await pauseOf(missing.id)).toBeNull();
  const again = await get(cloud, `${day.path}/attendances`, leader.headers);
  expect(again.json<DayList>()).toMatchObject({ isJudged: true, closedAt: '2026-11-24T12:00:00+08:00' });
});

test('where nobody was recorded at all, nobody is missing', async () => {
  const day = await makeDay(cloud, { leaderId: leader.id, people: [missing.id] });
  cloud.clock.advance({ hours: 27 });
  await cloud.jobs.drain();
  expect(await noShowsOf(day)).toEqual([null]);
  expect(await told(missing)).toEqual([]);
});

test('three pause signing up for thirty days; one forgiven ends that, told and written down', async () => {
  await missed();
  const second = await missed();
  await missed();
  expect((await told(missing))[0]).toBe('报名先歇一歇');
  const until = await pauseOf(missing.id);
  expect(until?.toISOString()).toBe('2026-12-25T09:30:00.000Z');
  expect((await forgive(second, leader)).statusCode).toBe(403);
  expect((await forgive(second, staff)).json()).toEqual({ personId: missing.id, noShow: 'forgiven' });
  expect((await forgive(second, staff)).statusCode).toBe(201);
  expect(await noShowsOf(second)).toEqual([null, 'forgiven']);
  const theirs = JSON.stringify(await attendancesPersonalData.collect(cloud.database, missing.id));
  expect(theirs).toContain('"不再计入":true,"原因":"家里有急事"');
  expect(await pauseOf(missing.id)).toBeNull();
  expect((await told(missing)).filter((title) => title === '又可以报名了')).toHaveLength(1);
  const audited = statement<{ action: string }>(
    'test_forgiven',
    `select action from audit_entries where action = 'no_show_forgiven'`,
  );
  expect(await cloud.database.rows(audited)).toHaveLength(1);
  const other = await makeDay(cloud, { leaderId: leader.id });
  expect((await forgive(other, staff)).json()).toMatchObject({ code: 'no_show_unknown' });
});

test('whose signing up is paused is listed with what made it, and written down', async () => {
  const url = `/api/communities/${outang.id}/sign-up-pauses`;
  const pauses = async (who: MadePerson) =>
    (await get(cloud, url, who.headers)).json<{ items: SignUpPause[]; can: object }>();
  const of = async ({ id }: MadePerson) =>
    (await pauses(staff)).items.find(({ personId }) => personId === id) ?? null;
  await missed();
  await missed();
  expect(await of(missing)).toBeNull();
  const last = await missed();
  const paused = await of(missing);
  expect(paused?.until).toBe('2026-12-25T17:30:00+08:00');
  expect(paused?.noShows).toHaveLength(3);
  expect(paused?.noShows[0]).toMatchObject({ activityId: last.id, missedAt: '2026-11-25T17:30:00+08:00' });
  expect(await of(there)).toBeNull();
  await forgive(last, staff);
  expect(await of(missing)).toBeNull();
  expect((await pauses(organiser)).can).toEqual({ forgive: true });
  expect((await pauses(await member(['auditor']))).can).toEqual({ forgive: false });
  expect((await get(cloud, url, there.headers)).statusCode).toBe(403);
  const audited = statement<{ action: string }>(
    'test_pauses_listed',
    `select action from audit_entries where action = 'sign_up_pauses_listed'`,
  );
  expect(await cloud.database.rows(audited)).toHaveLength(6);
});

test('who is found to have been there after all has not missed it', async () => {
  const day = await missed();
  const marks = [
    { personId: missing.id, kind: 'in', mode: 'set', at: day.startsAt.toISOString() },
    { personId: missing.id, kind: 'out', mode: 'set', at: day.endsAt.toISOString() },
  ];
  await post(cloud, `${day.path}/attendances`, leader.headers, { marks });
  expect(await noShowsOf(day)).toEqual([null, null]);
});

test('a community says its own rules; the version that was seen counts', async () => {
  const url = `/api/communities/${outang.id}/activity-rules`;
  const set = (rules: ActivityRules) =>
    cloud.app.inject({ method: 'PUT', url, headers: organiser.headers, payload: rules });
  const first = (await get(cloud, url, staff.headers)).json<ActivityRules>();
  expect(first).toEqual({ isPausing: true, noShows: 3, windowDays: 180, pauseDays: 30, version: 0 });
  const stricter = { ...first, noShows: 1, pauseDays: 7 };
  expect((await set(stricter)).json()).toEqual({ ...stricter, version: 1 });
  expect((await set(stricter)).json<ProblemBody>().code).toBe('conflict');
  await missed();
  expect((await pauseOf(missing.id))?.toISOString()).toBe('2026-11-30T03:30:00.000Z');
  await set({ ...stricter, isPausing: false, version: 1 });
  expect(await pauseOf(missing.id)).toBeNull();
});

test('a phone that was without a network until after the end is still in time', async () => {
  const day = await makeDay(cloud, { leaderId: leader.id, people: [missing.id] });
  const code = await codeOf(cloud, day, leader.headers);
  const at = new Date(day.startsAt);
  cloud.clock.advance({ hours: 26 });
  await scan(cloud, missing.headers, shownCode(code, 'in', at), at);
  cloud.clock.advance({ hours: 1 });
  await cloud.jobs.drain();
  expect(await noShowsOf(day)).toEqual([null]);
});
