import { Value } from 'typebox/value';
import type { CheckIn, StationVisits } from '../../src/contract/check-ins';
import { CheckInSchema } from '../../src/contract/check-ins.schema';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import {
  change,
  checkIn,
  get,
  newTown,
  outang,
  positionNear,
  post,
  type Headers,
  forgetVisits,
} from '../support/outang';

interface Page {
  items: CheckIn[];
  nextCursor: string | null;
}
type Answer = CheckIn & { code: string; detail: string; fields?: Record<string, string> };

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

const text: unknown = expect.any(String);

const { centre, garden, suspended } = outang;
const visit = async (payload: object, headers = rider) =>
  (await checkIn(cloud, headers, payload)).json<Answer>();
const mine = async (headers = rider, query = '') =>
  (await get(cloud, `/api/check-ins/mine${query}`, headers)).json<Page>();
const visitsOf = async (id: string) => {
  await cloud.jobs.drain();
  return (await get(cloud, `/api/stations/${id}/visits`)).json<StationVisits>();
};

describe('evidence', () => {
  test('a code alone is enough', async () => {
    const answer = await checkIn(cloud, rider, { code: centre.code });
    expect([answer.statusCode, Value.Errors(CheckInSchema, answer.json())]).toEqual([201, []]);
    expect(answer.json()).toMatchObject({
      communityId: outang.id,
      station: { id: centre.id, name: '藕塘社区党群服务中心' },
      evidence: 'code',
      occurredAt: monday9,
      receivedAt: monday9,
      isLate: false,
      isRepeat: false,
    });
  });

  test.each([
    [positionNear(centre.at, 100), 'code_and_position'],
    [positionNear(centre.at, 5_000), 'code'],
    [positionNear(centre.at, 0, 900), 'code'],
  ])('a code and the position %j is graded %s', async (position, evidence) => {
    expect(await visit({ code: centre.code, position })).toMatchObject({ evidence });
  });

  test.each([
    [positionNear(centre.at, 150, 10), { evidence: 'position' }],
    [positionNear(centre.at, 340, 200), { evidence: 'position' }],
    [positionNear(centre.at, 165, 10), { code: 'too_far', status: 409 }],
    [positionNear(centre.at, 0, 201), { code: 'position_inaccurate', status: 409 }],
  ])('without a code the position %j answers %j', async (position, answer) => {
    expect(await visit({ stationId: centre.id, position })).toMatchObject(answer);
  });

  test.each([
    [{}, 400, 'target_missing', undefined],
    [{ position: positionNear(centre.at, 0) }, 400, 'target_missing', undefined],
    [{ stationId: centre.id }, 400, 'position_missing', undefined],
    [{ stationId: newTown.station.id, position: positionNear(centre.at, 0) }, 404, 'not_found', undefined],
    [{ code: suspended.code }, 409, 'station_not_operating', undefined],
    [
      { stationId: suspended.id, position: positionNear(suspended.at, 0) },
      409,
      'station_not_operating',
      undefined,
    ],
    [{ code: 'hello' }, 400, 'invalid_input', ['code']],
    [{ stationId: 'centre' }, 400, 'invalid_input', ['stationId']],
    [
      { stationId: centre.id, position: { ...positionNear(centre.at, 0), lat: 91 } },
      400,
      'invalid_input',
      ['position.lat'],
    ],
    [{ code: centre.code, phoneTime: 'nine' }, 400, 'invalid_input', ['phoneTime']],
    [{ code: centre.code, phoneTime: '2026-11-23T23:59:60Z' }, 400, 'invalid_input', ['phoneTime']],
    [{ code: centre.code, mood: 'good' }, 400, 'invalid_input', ['mood']],
  ])('%j is refused with %s %s', async (payload, status, code, fields) => {
    const body = await visit(payload);
    expect(body).toMatchObject({ status, code });
    expect(body.fields && Object.keys(body.fields)).toEqual(fields);
    expect((await mine()).items).toEqual([]);
  });

  test('a guest is asked to sign in, a create without a key for its key', async () => {
    expect(await visit({ code: centre.code }, {})).toMatchObject({ status: 401, code: 'unauthenticated' });
    const payload = { code: centre.code, phoneTime: monday9 };
    const keyless = await cloud.app.inject({
      method: 'POST',
      url: '/api/check-ins',
      headers: rider,
      payload,
    });
    expect(keyless.json()).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
  });

  test('a position is kept nowhere', async () => {
    const position = { lat: 31.8852612345, lng: 117.2509312345, crs: 'GCJ-02', accuracyM: 7.12345 };
    await visit({ code: centre.code, position });
    await cloud.jobs.drain();
    const tables = await cloud.database.rows(
      statement<{ name: string }>(
        'test_tables',
        `select tablename as name from pg_tables where schemaname = 'public'`,
      ),
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const holding = statement<object>(
        `test_holding_${name}`,
        `select 1 from ${name} t where t::text ~ '12345'`,
      );
      expect([name, await cloud.database.rows(holding)]).toEqual([name, []]);
    }
  });
});

describe('one visit in two hours', () => {
  test('a repeat is answered with the first, whatever its evidence; another person or station is another visit', async () => {
    const first = await visit({ code: centre.code });
    cloud.clock.advance({ hours: 1, minutes: 59, seconds: 59 });
    const repeat = await visit({ stationId: centre.id, position: positionNear(centre.at, 0) });
    expect(repeat).toEqual({ ...first, isRepeat: true });
    expect(await visit({ code: centre.code }, other)).toMatchObject({ isRepeat: false });
    expect(await visit({ code: garden.code })).toMatchObject({ isRepeat: false });
    cloud.clock.advance({ seconds: 1 });
    expect(await visit({ code: centre.code })).toMatchObject({ isRepeat: false });
    expect((await mine()).items).toHaveLength(3);
  });

  test('late ones out of order fit between, or repeat what they are near', async () => {
    const at = (time: string) => visit({ code: centre.code, phoneTime: `2026-11-23T${time}+08:00` });
    await at('09:00:00');
    expect(await at('05:00:00')).toMatchObject({ isRepeat: false, isLate: true });
    expect(await at('07:00:00')).toMatchObject({ isRepeat: false, isLate: true });
    expect(await at('07:00:01')).toMatchObject({ isRepeat: true, occurredAt: '2026-11-23T07:00:00+08:00' });
    expect(await at('06:59:59')).toMatchObject({ isRepeat: true, occurredAt: '2026-11-23T05:00:00+08:00' });
    expect(await at('03:00:01')).toMatchObject({ isRepeat: true, occurredAt: '2026-11-23T05:00:00+08:00' });
    expect(await at('03:00:00')).toMatchObject({ isRepeat: false });
    expect((await mine()).items.map(({ occurredAt }) => occurredAt.slice(11, 13))).toEqual([
      '09',
      '07',
      '05',
      '03',
    ]);
  });

  test('the times that are kept to judge by do not grow for ever', async () => {
    for (let day = 0; day < 8; day += 1) {
      await visit({ code: centre.code });
      cloud.clock.advance({ days: 1 });
    }
    const turns = statement<{ times: Date[] }>('test_turns', 'select times from check_in_turns');
    expect((await cloud.database.row(turns))?.times).toHaveLength(4);
  });
});

describe('time', () => {
  test.each([
    ['2026-11-23T08:55:00+08:00', { isLate: false, occurredAt: '2026-11-23T08:55:00+08:00' }],
    ['2026-11-23T08:54:59Z', { isLate: false, occurredAt: monday9 }],
    ['2026-11-23T08:54:59+08:00', { isLate: true, occurredAt: '2026-11-23T08:54:59+08:00' }],
    ['2027-01-01T00:00:00Z', { isLate: false, occurredAt: monday9 }],
    ['2026-11-20T09:00:00+08:00', { isLate: true, occurredAt: '2026-11-20T09:00:00+08:00' }],
    ['2026-11-20T08:59:59+08:00', { status: 409, code: 'too_old' }],
  ])('the phone’s %s answers %j', async (phoneTime, answer) => {
    expect(await visit({ code: centre.code, phoneTime })).toMatchObject(answer);
  });
});

describe('my check-ins', () => {
  test('are mine, the newest first, in pages that make up the whole', async () => {
    await visit({ code: centre.code }, other);
    for (let number = 0; number < 7; number += 1) {
      await visit({ code: number % 2 ? centre.code : garden.code });
      cloud.clock.advance({ minutes: 70 });
    }
    const whole = (await mine()).items;
    expect(whole).toHaveLength(7);
    expect(whole[0]).toMatchObject({ station: { id: garden.id }, occurredAt: '2026-11-23T16:00:00+08:00' });
    const paged: CheckIn[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await mine(rider, `?limit=3${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  test('a made-up cursor is refused, naming the field', async () => {
    for (const parts of [
      ['now', 'x'],
      [0, 'x'],
      ['x', centre.id],
    ]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      expect(await mine(rider, `?cursor=${cursor}`)).toMatchObject({
        code: 'invalid_input',
        fields: { cursor: text },
      });
    }
  });

  test('are one query, read from one index', async () => {
    await visit({ code: centre.code });
    await mine();
    const { rows } = cloud.database;
    const asked: string[] = [];
    cloud.database.rows = (query, values) => {
      asked.push(query.name);
      return rows(query, values);
    };
    await mine();
    cloud.database.rows = rows;
    expect(asked).toEqual(['check_ins_list_mine']);
  });
});

describe('in another community', () => {
  beforeAll(() => change(cloud, 'communities', newTown.script));

  test('the first check-in makes the member, known from the next request on; days are by its own calendar', async () => {
    const memberships = async () =>
      (await get(cloud, '/api/me', other)).json<{ memberships: { communityId: string; roles: string[] }[] }>()
        .memberships;
    expect(await memberships()).toHaveLength(1);
    await visit({ code: centre.code }, other);
    cloud.clock.set('2026-11-23T22:00:00+08:00');
    expect(await visit({ code: newTown.station.code }, other)).toMatchObject({
      communityId: newTown.id,
      occurredAt: '2026-11-23T09:00:00-05:00',
    });
    expect(await memberships()).toContainEqual(
      expect.objectContaining({ communityId: newTown.id, roles: ['rider'] }),
    );
    expect((await mine(other)).items.map(({ communityId }) => communityId)).toEqual([newTown.id, outang.id]);
    cloud.clock.set('2026-11-24T12:00:00+08:00');
    expect(await visitsOf(newTown.station.id)).toMatchObject({ day: '2026-11-23', today: { visits: 1 } });
  });

  test('staff of one community count nobody in another', async () => {
    const answer = await post(cloud, `/api/stations/${newTown.station.id}/walk-ins`, staff, { people: 1 });
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
  });
});
