import type { DayList } from '../../src/contract/attendance-days';
import type { Recorded } from '../../src/contract/attendances';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { codeOf, keepClosings, makeDay, scan, shownCode, type MadeDay } from '../support/made-day';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let leader: MadePerson;
let riders: MadePerson[];
let day: MadeDay;
const many = Array.from({ length: 50 }, (_, index) => index);
const anyCloud = (index: number) => (index % 2 ? clouds[1] : clouds[0]);
const member = () => makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]);

beforeAll(async () => {
  const first = await startTestCloud();
  await keepClosings(first);
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  leader = await member();
  riders = await Promise.all(many.map(member));
});
beforeEach(async () => {
  clouds.forEach(({ clock }) => clock.set(monday9));
  await clouds[0].database.script('delete from told_closings');
  day = await makeDay(clouds[0], { leaderId: leader.id, people: riders.map(({ id }) => id) });
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const known = statement<{ personId: string; cameAt: Date | null; leftAt: Date | null; version: number }>(
  'test_known',
  `select person_id as "personId", came_at as "cameAt", left_at as "leftAt", version from attendances
   where activity_id = $1`,
);
const said = statement<{ count: number; taken: number }>(
  'test_said',
  `select count(*) as count, count(*) filter (where is_taken) as taken from attendance_marks where activity_id = $1`,
);
const told = statement<{ personId: string; minutes: number; version: number }>(
  'test_told',
  `select payload ->> 'personId' as "personId", (payload ->> 'minutes')::int as minutes,
     (payload ->> 'version')::int as version
   from told_closings order by id`,
);
const rows = () => clouds[0].database.rows(known, [day.id]);
const mark = (cloud: TestCloud, people: readonly MadePerson[], kind: 'in' | 'out', at: Date) =>
  post(cloud, `${day.path}/attendances`, leader.headers, {
    marks: people.map(({ id: personId }) => ({ personId, kind, mode: 'tick', at: at.toISOString() })),
  });
const minutes = (count: number) => new Date(Date.parse(monday9) - count * 60_000);

test('leader and rider say so at once, again and again, some late: one attendance, the earliest', async () => {
  const [rider] = riders as [MadePerson];
  const code = await codeOf(clouds[0], day, leader.headers);
  const answers = await Promise.all(
    many.flatMap((index) => {
      const at = minutes((index * 37) % 25);
      return [
        scan(anyCloud(index), rider.headers, shownCode(code, 'in', at), at),
        mark(anyCloud(index + 1), [rider], 'in', minutes((index * 17) % 25)),
      ];
    }),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  const [only, ...others] = await rows();
  expect(others).toEqual([]);
  expect(only?.cameAt).toEqual(minutes(24));
  const [counted] = await clouds[0].database.rows(said, [day.id]);
  expect(counted?.count).toBe(100);
  // Every one that was taken made a version: nothing is lost between them.
  expect(counted?.taken).toBe(only?.version);
});

test('fifty scan at once while the leader ticks all of them: each is there once', async () => {
  const code = await codeOf(clouds[0], day, leader.headers);
  const shown = shownCode(code, 'in', clouds[0].clock.now());
  const answers = await Promise.all([
    ...riders.map((rider, index) => scan(anyCloud(index), rider.headers, shown)),
    mark(clouds[1], riders, 'in', minutes(1)),
    mark(clouds[0], [...riders].reverse(), 'in', minutes(2)),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
  const there = await rows();
  expect(new Set(there.map(({ personId }) => personId)).size).toBe(50);
  expect(there).toHaveLength(50);
  expect(there.every(({ cameAt }) => cameAt?.getTime() === minutes(2).getTime())).toBe(true);
  const list = (await get(clouds[0], `${day.path}/attendances`, leader.headers)).json<DayList>();
  expect(list.counts).toEqual({ expected: 50, came: 50, left: 0 });
});

test('one tap sent fifty times is one answer', async () => {
  const [rider] = riders as [MadePerson];
  const code = shownCode(await codeOf(clouds[0], day, leader.headers), 'in', clouds[0].clock.now());
  const phoneTime = clouds[0].clock.now();
  const answers = await Promise.all(
    many.map((index) => scan(anyCloud(index), rider.headers, code, phoneTime, 'the-same-scan-again-1')),
  );
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(answers[0]?.json<Recorded>()).toMatchObject({ isRepeat: false });
  expect((await rows())[0]?.version).toBe(1);
});

test('whoever goes while the day is ended is told of with the hours that hold, whichever is first', async () => {
  await mark(clouds[0], riders, 'in', minutes(0));
  const code = await codeOf(clouds[0], day, leader.headers);
  clouds.forEach(({ clock }) => clock.set('2026-11-23T10:30:00+08:00'));
  const out = shownCode(code, 'out', clouds[0].clock.now());
  const answers = await Promise.all([
    ...riders.map((rider, index) => scan(anyCloud(index), rider.headers, out)),
    post(clouds[1], `${day.path}/day/close`, leader.headers, {}),
    post(clouds[0], `${day.path}/day/close`, leader.headers, {}),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
  const latest = new Map<string, number>();
  for (const { personId, minutes: counted } of await clouds[0].database.rows(told))
    latest.set(personId, counted);
  expect(latest.size).toBe(50);
  // From the start at 9:30 until 10:30, when all of them went; never the planned end in the end.
  expect(new Set(latest.values())).toEqual(new Set([60]));
});
