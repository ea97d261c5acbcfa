import { Value } from 'typebox/value';
import type { StationVisits } from '../../src/contract/check-ins';
import { getStationVisitsSchemas } from '../../src/contract/check-ins.schema';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { checkIn, forgetVisits, get, newTown, outang, post, type Headers } from '../support/outang';

let cloud: TestCloud;
let rider: Headers;
let other: Headers;
let staff: Headers;
beforeAll(async () => {
  cloud = await startTestCloud();
  [rider, other, staff] = [
    await cloud.signIn('rider'),
    await cloud.signIn('rider-2'),
    await cloud.signIn('staff'),
  ];
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(forgetVisits);
});
afterAll(() => cloud.close());

const { centre, garden } = outang;
const text: unknown = expect.any(String);
const visit = (payload: object, headers = rider) => checkIn(cloud, headers, payload);
const visitsOf = async (id: string) => {
  await cloud.jobs.drain();
  return (await get(cloud, `/api/stations/${id}/visits`)).json<StationVisits>();
};

describe('counts', () => {
  test('visits and distinct people are separate, by the calendar of the community', async () => {
    cloud.clock.set('2026-11-29T22:30:00+08:00');
    await visit({ code: centre.code });
    await visit({ code: centre.code }, other);
    cloud.clock.set('2026-11-30T07:30:00+08:00');
    await visit({ code: centre.code });
    await visit({ code: centre.code });
    cloud.clock.set('2026-11-30T23:59:59+08:00');
    await visit({ code: centre.code });
    const answer = await visitsOf(centre.id);
    expect(Value.Check(getStationVisitsSchemas.answer, answer)).toBe(true);
    expect(answer).toEqual({
      stationId: centre.id,
      day: '2026-11-30',
      today: { visits: 2, people: 1, walkIns: 0 },
      month: { visits: 4, people: 2, walkIns: 0 },
    });
    cloud.clock.set('2026-12-01T00:00:00+08:00');
    expect(await visitsOf(centre.id)).toMatchObject({
      day: '2026-12-01',
      today: { visits: 0 },
      month: { visits: 0 },
    });
  });

  test('a late visit counts for the day it was', async () => {
    await visit({ code: centre.code, phoneTime: '2026-11-22T23:50:00+08:00' });
    expect(await visitsOf(centre.id)).toMatchObject({
      today: { visits: 0 },
      month: { visits: 1, people: 1 },
    });
  });

  test('stay right after what they were told apart by is purged', async () => {
    await visit({ code: centre.code });
    await cloud.jobs.drain();
    const kept = statement<{ count: number }>(
      'test_kept',
      `select (select count(*) from station_day_people) + (select count(*) from station_month_people)
         + (select count(*) from check_in_turns) as count`,
    );
    expect(await cloud.database.row(kept)).toEqual({ count: 3 });
    cloud.clock.advance({ days: 6 });
    expect(await visitsOf(centre.id)).toMatchObject({ month: { visits: 1, people: 1 } });
    expect(await cloud.database.row(kept)).toEqual({ count: 1 });
    cloud.clock.set('2026-12-10T09:00:00+08:00');
    await cloud.jobs.drain();
    expect(await cloud.database.row(kept)).toEqual({ count: 0 });
  });

  test('of a station that is not there are not found', async () => {
    expect(await visitsOf(newTown.station.id)).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('walk-ins', () => {
  const tally = async (headers: Headers, people: unknown, id = centre.id) =>
    (await post(cloud, `/api/stations/${id}/walk-ins`, headers, { people })).json<
      StationVisits & ProblemBody
    >();

  test('are counted by staff, beside visits, and answered with the new counts', async () => {
    await visit({ code: centre.code });
    await cloud.jobs.drain();
    await tally(staff, 3);
    expect(await tally(staff, 4)).toMatchObject({
      day: '2026-11-23',
      today: { visits: 1, people: 1, walkIns: 7 },
      month: { visits: 1, people: 1, walkIns: 7 },
    });
    expect((await visitsOf(centre.id)).today.walkIns).toBe(7);
    expect((await visitsOf(garden.id)).today.walkIns).toBe(0);
  });

  test('the same key counts once', async () => {
    const key = 'one-tally-only-0001';
    const url = `/api/stations/${centre.id}/walk-ins`;
    const answers = await Promise.all([1, 2].map(() => post(cloud, url, staff, { people: 5 }, key)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect((await visitsOf(centre.id)).today.walkIns).toBe(5);
  });

  test('are for staff, organisers and admins of that community', async () => {
    const codes = [];
    for (const account of ['organiser', 'admin', 'auditor', 'rider', 'department-officer']) {
      codes.push((await tally(await cloud.signIn(account), 1)).code);
    }
    expect(codes).toEqual([undefined, undefined, 'forbidden', 'forbidden', 'forbidden']);
    expect(await tally({}, 1)).toMatchObject({ code: 'unauthenticated' });
    expect(await tally(staff, 1, newTown.station.id)).toMatchObject({ code: 'not_found' });
  });

  test.each([0, 201, 1.5, '3'])('%j people are refused, naming the field', async (people) => {
    expect(await tally(staff, people)).toMatchObject({
      code: 'invalid_input',
      fields: { people: text },
    });
  });
});
