import { Value } from 'typebox/value';
import type { ProblemBody } from '../../src/contract/http';
import type { Station, StationRow } from '../../src/contract/stations';
import { getStationSchemas, listStationsSchemas } from '../../src/contract/stations.schema';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { change, get, newTown, outang, type Headers } from '../support/outang';

interface Page {
  items: StationRow[];
  nextCursor: string | null;
}

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(() => cloud.clock.set(monday9));
afterAll(() => cloud.close());

const text: unknown = expect.any(String);

const here = 'lat=31.8861&lng=117.2502';
const list = async (query = '') => (await get(cloud, `/api/stations?${query}`)).json<Page>();
const idsOf = async (query: string) => (await list(query)).items.map(({ id }) => id);
const station = async (id: string, headers?: Headers, query = '') =>
  (await get(cloud, `/api/stations/${id}${query}`, headers)).json<Station>();

describe('the list', () => {
  test('is by distance from the asker, in whole metres, as the contract says', async () => {
    const answer = await get(cloud, `/api/stations?${here}`);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const page = answer.json<Page>();
    expect(Value.Errors(listStationsSchemas.answer, page)).toEqual([]);
    const distances = page.items.map(({ distanceM }) => distanceM ?? NaN);
    expect(page.items).toHaveLength(14);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(page.items[0]).toMatchObject({ name: '藕塘社区党群服务中心', distanceM: 116 });
  });

  test('shows of each what the station itself shows', async () => {
    for (const row of (await list(here)).items) {
      expect(await station(row.id, {}, `?${here}`)).toMatchObject(row);
    }
  });

  test('without a position is by distance from the centre and names no distance', async () => {
    const { items } = await list();
    expect(items[0]?.id).toBe(outang.centre.id);
    expect(new Set(items.map(({ distanceM }) => distanceM))).toEqual(new Set([null]));
  });

  test('wants every facility, and in order', async () => {
    const { items } = await list('facilities=microwave&facilities=charging');
    expect(items.map(({ id }) => id)).not.toContain(outang.brokenMicrowave.id);
    expect(items.length).toBeGreaterThan(2);
    for (const { facilities } of items) {
      expect(facilities).toEqual(expect.arrayContaining([{ code: 'microwave', isWorking: true }]));
      expect(facilities).toEqual(expect.arrayContaining([{ code: 'charging', isWorking: true }]));
    }
    const { items: broken } = await list('facilities=seats');
    expect(broken.find(({ id }) => id === outang.brokenMicrowave.id)?.facilities).toContainEqual({
      code: 'microwave',
      isWorking: false,
    });
  });

  test('keeps to a kind, to what is open now, to a community', async () => {
    expect((await list('kind=rest_corner')).items).toHaveLength(3);
    cloud.clock.set('2026-11-24T04:30:00+08:00');
    expect((await idsOf('openNow=true')).toSorted()).toEqual(outang.roundTheClock);
    cloud.clock.set('2026-11-24T01:59:59+08:00');
    expect(await idsOf('openNow=true')).toContain(outang.nightCorner.id);
    expect((await list(`communityId=${outang.id}`)).items).toHaveLength(14);
  });

  test('keeps to a box, with or without a position', async () => {
    const all = (await list()).items;
    const box = { south: 31.885, west: 117.2495, north: 31.8885, east: 117.2555 };
    const inside = all
      .filter(
        ({ position: { lat, lng } }) =>
          lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east,
      )
      .map(({ id }) => id);
    expect(inside.length).toBeGreaterThan(1);
    const query = new URLSearchParams(Object.entries(box).map(([name, value]) => [name, String(value)]));
    expect(await idsOf(query.toString())).toEqual(inside);
    expect((await idsOf(`${query.toString()}&${here}`)).toSorted()).toEqual(inside.toSorted());
  });

  test.each(['', here, 'openNow=true', 'facilities=water'])(
    'pages of “%s” make up the whole',
    async (query) => {
      const whole = await idsOf(`${query}&limit=50`);
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Page = await list(`${query}&limit=4${cursor && `&cursor=${cursor}`}`);
        expect(page.items.length).toBeLessThanOrEqual(4);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole);
    },
  );

  test('is not sent again to who has it, until something changes', async () => {
    const first = await get(cloud, `/api/stations?${here}`);
    const headers = { 'if-none-match': String(first.headers['etag']) };
    expect((await get(cloud, `/api/stations?${here}`, headers)).statusCode).toBe(304);
    cloud.clock.set('2026-11-23T18:00:00+08:00');
    expect((await get(cloud, `/api/stations?${here}`, headers)).statusCode).toBe(200);
  });

  test('asks the database nothing', async () => {
    await list(here);
    const { rows } = cloud.database;
    cloud.database.rows = () => Promise.reject(new Error('asked'));
    const pages = await Promise.all([list(here), list('openNow=true'), list(`communityId=${outang.id}`)]);
    cloud.database.rows = rows;
    expect(pages.map(({ items }) => items.length > 0)).toEqual([true, true, true]);
  });
});

describe('bad input is refused, naming the field', () => {
  test.each([
    ['lat=91&lng=117', 'invalid_input', ['lat']],
    ['lat=here&lng=117', 'invalid_input', ['lat']],
    ['lat=31.8&lng=181', 'invalid_input', ['lng']],
    ['lat=31.8', 'position_incomplete', ['lng']],
    ['south=31&west=117', 'box_incomplete', ['north', 'east']],
    ['south=32&west=117&north=31&east=118', 'invalid_input', ['south']],
    ['south=31&west=118&north=32&east=117', 'invalid_input', ['west']],
    ['facilities=swimming_pool', 'invalid_input', ['facilities.0']],
    ['kind=palace', 'invalid_input', ['kind']],
    ['openNow=perhaps', 'invalid_input', ['openNow']],
    ['limit=10000', 'invalid_input', ['limit']],
    ['limit=0', 'invalid_input', ['limit']],
    ['cursor=nonsense', 'invalid_input', ['cursor']],
    [`cursor=${Buffer.from('["x","y"]').toString('base64url')}`, 'invalid_input', ['cursor']],
    ['communityId=outang', 'invalid_input', ['communityId']],
    ['radius=5', 'invalid_input', ['radius']],
  ])('%s', async (query, code, fields) => {
    const answer = await get(cloud, `/api/stations?${query}`);
    const body = answer.json<ProblemBody>();
    expect([answer.statusCode, body.code, Object.keys(body.fields ?? {})]).toEqual([400, code, fields]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  test('a community or station that is not there is not found', async () => {
    for (const url of [`/api/stations?communityId=${newTown.id}`, `/api/stations/${newTown.station.id}`]) {
      const answer = await get(cloud, url);
      expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
    }
    const half = await get(cloud, `/api/stations/${outang.centre.id}?lng=117`);
    expect(half.json()).toMatchObject({ code: 'position_incomplete', fields: { lat: text } });
  });
});

describe('a station', () => {
  test('says all there is to say', async () => {
    const centre = await station(outang.centre.id, {}, `?${here}`);
    expect(Value.Errors(getStationSchemas.answer, centre)).toEqual([]);
    expect(centre).toMatchObject({
      tier: 'centre',
      parent: null,
      distanceM: 116,
      capacity: 40,
      verifiedAt: '2026-11-16T10:00:00+08:00',
      opening: { isOpen: true, changesAt: '2026-11-23T18:00:00+08:00' },
    });
    expect(await station(outang.garden.id)).toMatchObject({
      tier: 'station',
      parent: { id: outang.centre.id, name: '藕塘社区党群服务中心' },
    });
  });

  test('keeps its holidays', async () => {
    cloud.clock.set('2027-02-06T10:00:00+08:00');
    expect((await station(outang.centre.id)).opening).toEqual({
      isOpen: false,
      changesAt: '2027-02-12T08:30:00+08:00',
    });
    expect((await station(outang.nightCorner.id)).opening).toEqual({
      isOpen: true,
      changesAt: '2027-02-06T22:00:00+08:00',
    });
  });

  test('that is suspended is listed and never open', async () => {
    const { items } = await list();
    const row = items.find(({ id }) => id === outang.suspended.id);
    expect(row).toMatchObject({ status: 'suspended', opening: { isOpen: false, changesAt: null } });
    expect(await idsOf('openNow=true')).not.toContain(outang.suspended.id);
    expect(await station(outang.suspended.id)).toMatchObject({ statusNote: '室内装修，预计 12 月底恢复' });
  });

  test.each([
    ['rider', { checkIn: true, seeCodes: false, tallyWalkIns: false }],
    ['auditor', { checkIn: true, seeCodes: false, tallyWalkIns: false }],
    ['staff', { checkIn: true, seeCodes: true, tallyWalkIns: true }],
  ])('tells a %s what they may do', async (account, can) => {
    const headers = await cloud.signIn(account);
    expect((await station(outang.centre.id, headers)).can).toEqual(can);
    expect((await station(outang.suspended.id, headers)).can.checkIn).toBe(false);
  });

  test('tells a guest that they may nothing', async () => {
    expect((await station(outang.centre.id)).can).toEqual({
      checkIn: false,
      seeCodes: false,
      tallyWalkIns: false,
    });
  });
});

describe('what changes in the database', () => {
  test('is seen as soon as it is announced; a closed station is not listed, yet readable', async () => {
    await list();
    await change(cloud, 'stations', `update stations set status = 'closed' where id = '${outang.garden.id}'`);
    expect(await idsOf('')).not.toContain(outang.garden.id);
    expect(await station(outang.garden.id)).toMatchObject({ status: 'closed', opening: { isOpen: false } });
  });

  test('a station elsewhere opens by its own clock', async () => {
    await change(cloud, 'communities', newTown.script);
    expect((await list('')).items).toHaveLength(14);
    expect(await idsOf(`communityId=${newTown.id}`)).toEqual([newTown.station.id]);
    expect(await station(newTown.station.id)).toMatchObject({
      opening: { isOpen: false, changesAt: '2026-11-23T08:00:00-05:00' },
    });
  });

  test.each([
    [
      'a parent of the same tier',
      `update stations set parent_id = '${outang.suspended.id}', parent_tier = 'station' where tier = 'station'`,
    ],
    ['a facility nobody knows', `update station_facilities set code = 'swimming_pool'`],
    ['a latitude of 91', `update stations set position = point(117, 91)`],
    ['hours that are none', `update stations set hours = '{}'`],
  ])('%s is refused by the database itself', async (_name, script) => {
    await expect(cloud.database.script(script)).rejects.toThrow(/constraint/);
  });
});
