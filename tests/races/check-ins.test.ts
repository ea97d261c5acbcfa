import type { CheckIn, StationVisits } from '../../src/contract/check-ins';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { change, checkIn, get, newTown, outang, post, type Headers, forgetVisits } from '../support/outang';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let riders: Headers[];
let staff: Headers;
const { centre } = outang;
const many = Array.from({ length: 50 }, (_, index) => index);
const anyCloud = (index: number) => (index % 2 ? clouds[1] : clouds[0]);

beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  riders = await Promise.all(
    ['rider', 'rider-2', 'rider-3', 'grid-member'].map((name) => first.signIn(name)),
  );
  staff = await first.signIn('staff');
});
beforeEach(async () => {
  clouds.forEach(({ clock }) => clock.set(monday9));
  await clouds[0].database.script(forgetVisits);
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const visits = statement<{ occurredAt: Date }>(
  'test_visits',
  'select occurred_at as "occurredAt" from check_ins order by occurred_at',
);
const visitTimes = async () =>
  (await clouds[0].database.rows(visits)).map(({ occurredAt }) => occurredAt.getTime());
const drain = () => Promise.all(clouds.map(({ jobs }) => jobs.drain()));
const countsOf = async (id: string) =>
  (await get(clouds[0], `/api/stations/${id}/visits`)).json<StationVisits>();

test('fifty at once with keys of their own are one visit, and all are told of it', async () => {
  const answers = await Promise.all(
    many.map((index) => checkIn(anyCloud(index), riders[0] ?? {}, { code: centre.code })),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  const told = answers.map((answer) => answer.json<CheckIn>());
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(told.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(await visitTimes()).toHaveLength(1);
  await drain();
  expect((await countsOf(centre.id)).today).toEqual({ visits: 1, people: 1, walkIns: 0 });
});

test('fifty at once with one key are one visit and one answer', async () => {
  const key = 'the-same-tap-again-1';
  const answers = await Promise.all(
    many.map((index) => checkIn(anyCloud(index), riders[0] ?? {}, { code: centre.code }, key)),
  );
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(answers[0]?.json()).toMatchObject({ isRepeat: false });
  expect(await visitTimes()).toHaveLength(1);
});

test('one key with two contents keeps to the first', async () => {
  const key = 'one-key-two-contents';
  const codes = [centre.code, outang.garden.code];
  const answers = await Promise.all(
    many.map((index) => checkIn(anyCloud(index), riders[0] ?? {}, { code: codes[index % 2] }, key)),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 201)).toHaveLength(25);
  expect(statuses.filter((status) => status === 422)).toHaveLength(25);
  expect(await visitTimes()).toHaveLength(1);
});

test('late ones at once, in any order, are never nearer to each other than two hours', async () => {
  const minutes = many.map((index) => ((index * 37) % 50) * 25);
  const start = Date.parse(monday9);
  const answers = await Promise.all(
    minutes.map((minute, index) =>
      checkIn(anyCloud(index), riders[0] ?? {}, {
        code: centre.code,
        phoneTime: new Date(start - minute * 60_000).toISOString(),
      }),
    ),
  );
  const times = await visitTimes();
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7_200_000);
  const told = answers.map((answer) => answer.json<CheckIn>());
  expect(told.filter(({ isRepeat }) => !isRepeat)).toHaveLength(times.length);
  // A repeat is answered with a visit that is there, within two hours of it.
  told.forEach(({ occurredAt }, index) => {
    expect(times).toContain(Date.parse(occurredAt));
    expect(Math.abs(Date.parse(occurredAt) - (start - (minutes[index] ?? 0) * 60_000))).toBeLessThan(
      7_200_000,
    );
  });
});

test('visits, people and walk-ins are right when people, staff and runners all work at once', async () => {
  const stations = [centre, outang.garden, outang.nightCorner];
  const work = many.flatMap((index) => {
    const cloud = anyCloud(index);
    const station = stations[index % 3] ?? centre;
    const phoneTime = new Date(Date.parse(monday9) - Math.floor(index / 10) * 2 * 3_600_000).toISOString();
    return [
      ...riders.map((rider) => checkIn(cloud, rider, { code: station.code, phoneTime })),
      post(cloud, `/api/stations/${station.id}/walk-ins`, staff, { people: 2 }),
      drain(),
    ];
  });
  await Promise.all(work);
  await drain();
  const counts = await Promise.all(stations.map(({ id }) => countsOf(id)));
  // Five times two hours apart (09, 07, 05, 03, 01), at every station by each of the four.
  expect(counts.map(({ today }) => [today.visits, today.people])).toEqual([
    [20, 4],
    [20, 4],
    [20, 4],
  ]);
  expect(counts.map(({ month }) => [month.visits, month.people])).toEqual([
    [20, 4],
    [20, 4],
    [20, 4],
  ]);
  expect(counts.map(({ today }) => today.walkIns)).toEqual([34, 34, 32]);
});

test('first check-ins at once in a new community make one member', async () => {
  await change(clouds[0], 'communities', newTown.script);
  const answers = await Promise.all(
    many.map((index) => checkIn(anyCloud(index), riders[1] ?? {}, { code: newTown.station.code })),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  expect(await visitTimes()).toHaveLength(1);
});
