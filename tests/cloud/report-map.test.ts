import type { ReportMap } from '../../src/contract/report-cases';
import { statement } from '../../src/cloud/platform/database';
import { recount } from '../../src/cloud/reports/tally-queries';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { outang } from '../support/outang';
import { atDesk, makeCase, makeDepartment, makeStaff } from '../support/report-desk';

let cloud: TestCloud;
let staff: ReturnType<typeof atDesk>;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = atDesk(cloud, await makeStaff(cloud));
});
afterAll(() => cloud.close());

/** A square of two kilometres, where nobody else reports. */
const corner = { lat: 31.95, lng: 117.3 };
const box = { south: 31.94, west: 117.29, north: 31.96, east: 117.31 };

const insertMany = statement<object>(
  'test_many_reports',
  `insert into reports (community_id, id, number, category, event_code, code_version, state, position, accuracy_m, crs,
     position_source, is_anonymous, written_at, submitted_at, changed_at, due_at, closed_at)
   select $1, gen_random_uuid(), $2 + n, (array['environment', 'other'])[1 + n % 2], '01002', '2026-1',
     case when n % 4 = 3 then 'confirmed' else 'triage' end,
     point($4 + (n % 20 - 10) * 0.0009, $3 + (n / 20 - 10) * 0.0009), 10, 'GCJ-02', 'device', false, $5, $5, $5,
     case when n % 4 < 3 then $5::timestamptz + make_interval(hours => n % 48) end, case when n % 4 = 3 then $5 end
   from generate_series(0, 399) n`,
);

const mapOf = (query: object) => {
  const text = Object.entries({ ...box, zoom: 15, ...query }).map(
    ([name, value]) => `${name}=${String(value)}`,
  );
  return staff.ask<ReportMap>(`/cases/map?${text.join('&')}`);
};
const total = ({ clusters }: ReportMap, pick: 'count' | 'overdue' = 'count') =>
  clusters.reduce((sum, cluster) => sum + cluster[pick], 0);

describe('few', () => {
  test('are shown one by one, within the box, what is over only when it is asked for', async () => {
    const position = { ...corner, lat: 32.1, crs: 'GCJ-02', accuracyM: 10 };
    const here = { south: 32.09, west: 117.29, north: 32.11, east: 117.31 };
    const open = await makeCase(cloud, undefined, { position });
    const over = await makeCase(cloud, undefined, { position });
    await makeCase(cloud, undefined, { position: { ...position, lat: 32.1101 } });
    await staff.do('reject', over.id, { reason: '不是隐患', version: over.version });
    const { markers, clusters } = await mapOf(here);
    expect(clusters).toEqual([]);
    expect(markers).toEqual([
      expect.objectContaining({ id: open.id, state: 'triage', due: 'soon', lat: 32.1, lng: 117.3 }),
    ]);
    expect((await mapOf({ ...here, isOpen: false })).markers.map(({ id }) => id)).toEqual([over.id]);
    expect((await mapOf({ ...here, state: 'rejected' })).markers.map(({ id }) => id)).toEqual([over.id]);
    const all = await mapOf({ ...here, state: 'rejected&state=triage' });
    expect(all.markers.map(({ id }) => id).sort()).toEqual([open.id, over.id].sort());
  });
});

describe('many', () => {
  beforeAll(async () => {
    await cloud.database.run(insertMany, [outang.id, 90_000, corner.lat, corner.lng, cloud.clock.now()]);
    await cloud.database.script(recount);
  });

  test.each([12, 13, 14, 15, 17, 20])(
    'are counted by squares at zoom %s: all of them, once each',
    async (zoom) => {
      const open = await mapOf({ zoom });
      expect(open.markers).toEqual([]);
      expect([total(open), total(open, 'overdue')]).toEqual([300, 9]);
      expect((await mapOf({ zoom, isOpen: false })).markers).toHaveLength(100);
      expect(total(await mapOf({ zoom, state: 'triage&state=confirmed' }))).toBe(400);
      const lats = open.clusters.map(({ lat }) => lat);
      expect(Math.min(...lats)).toBeGreaterThan(31.935);
      expect(Math.max(...lats)).toBeLessThan(31.965);
    },
  );

  test('tallies and the reports themselves say the same', async () => {
    const tallied = await mapOf({});
    const counted = await mapOf({ from: '2026-01-01' });
    const rounded = ({ clusters }: ReportMap) =>
      clusters
        .map(({ lat, lng, ...counts }) => [lat.toFixed(5), lng.toFixed(5), counts])
        .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    expect(rounded(tallied)).toEqual(rounded(counted));
    expect(total(await mapOf({ category: 'environment&category=other', search: '' }))).toBe(300);
    expect((await mapOf({ category: 'environment' })).markers.length).toBe(200);
  });

  test('what moves is counted where it is by then, before and after it is added up', async () => {
    const position = { ...corner, crs: 'GCJ-02', accuracyM: 10 };
    const { id, version } = await makeCase(cloud, undefined, { position });
    expect(total(await mapOf({}))).toBe(301);
    await staff.do('reject', id, { reason: '不是隐患', version });
    expect(total(await mapOf({}))).toBe(300);
    cloud.clock.advance({ minutes: 1 });
    await cloud.jobs.drain();
    expect(total(await mapOf({}))).toBe(300);
  });

  test('a department sees its own alone', async () => {
    const { officer } = await makeDepartment(cloud);
    const answer = await atDesk(cloud, officer).ask<ReportMap>(
      `/cases/map?zoom=14&${new URLSearchParams(Object.entries(box).map(([k, v]) => [k, String(v)])).toString()}`,
    );
    expect(answer).toEqual({ markers: [], clusters: [] });
  });

  test('the whole world at the finest zoom is no more work', async () => {
    const answer = await mapOf({ south: -90, west: -180, north: 90, east: 180, zoom: 20 });
    expect(answer.clusters.length).toBeLessThanOrEqual(256);
    expect(total(answer)).toBeGreaterThanOrEqual(300);
  });

  test('a box that is upside down is refused', async () => {
    expect((await mapOf({ south: 32, north: 31 })).code).toBe('invalid_input');
    expect((await mapOf({ west: 118, east: 117 })).code).toBe('invalid_input');
  });
});
