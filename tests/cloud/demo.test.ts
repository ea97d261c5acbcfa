import type { SignUpPause } from '../../src/contract/no-shows';
import type { Bulletin, BulletinRow } from '../../src/contract/bulletins';
import { roles } from '../../src/contract/roles';
import type { Report, ReportRow } from '../../src/contract/reports';
import type { PersonRequest, RequestRow } from '../../src/contract/requests';
import type { DemoAccount } from '../../src/contract/sessions';
import type { Station, StationRow } from '../../src/contract/stations';
import type { ActivityRow, SignUp } from '../../src/contract/activities';
import type { DayList } from '../../src/contract/attendance-days';
import type { MyDay } from '../../src/contract/attendances';
import type { BlockMap } from '../../src/contract/communities';
import { readDemo } from '../../src/cloud/demo/data';
import { loadDemo } from '../../src/cloud/demo/load';
import { loadDemoActivities } from '../../src/cloud/demo/load-activities';
import { loadDemoDay } from '../../src/cloud/demo/load-day';
import { loadDemoNoShows } from '../../src/cloud/demo/load-no-shows';
import { loadDemoService } from '../../src/cloud/demo/load-service';
import { loadDemoBulletins } from '../../src/cloud/demo/load-bulletins';
import { loadDemoReports } from '../../src/cloud/demo/load-reports';
import { loadDemoRequests } from '../../src/cloud/demo/load-requests';
import { statement } from '../../src/cloud/platform/database';
import { metresBetween } from '../../src/cloud/platform/distance';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const demo = readDemo();
const centre = demo.community.centre;
const rows = statement<{ rows: object }>(
  'test_demo_rows',
  `select jsonb_build_array(
     (select jsonb_agg(s order by s.id) from stations s), (select jsonb_agg(f order by f.station_id, f.code) from station_facilities f),
     (select jsonb_agg(c order by c.id) from codes c), (select jsonb_agg(p order by p.id) from people p),
     (select jsonb_agg(m order by m.person_id) from memberships m), (select jsonb_agg(b) from block_maps b)) as rows`,
);

test('a second start changes nothing', async () => {
  const before = await cloud.database.row(rows);
  cloud.clock.advance({ days: 1 });
  expect(await loadDemo(cloud)).toBe(false);
  expect(await cloud.database.row(rows)).toEqual(before);
});

test.each([
  { isDemo: true, isProduction: true },
  { isDemo: false, isProduction: false },
])('%j refuses it', async (settings) => {
  await expect(loadDemo({ ...cloud, settings })).rejects.toThrow('for demonstrations only');
});

test('without the demonstration there is no community', async () => {
  const real = await startTestCloud({ settings: { isDemo: false } });
  const { items } = (await get(real, '/api/communities')).json<{ items: object[] }>();
  await real.close();
  expect(items).toEqual([]);
});

test('there is an account for every role, riders first', async () => {
  const { items } = (await get(cloud, '/api/sessions/demo-accounts')).json<{ items: DemoAccount[] }>();
  expect(new Set(items.map(({ role }) => role))).toEqual(new Set(roles));
  expect(items.slice(0, 3).map(({ account }) => account)).toEqual(['rider', 'rider-2', 'rider-3']);
});

test('stations stand about the community, each with its code, guide and true parent', async () => {
  const { items } = (await get(cloud, '/api/stations?limit=50')).json<{ items: StationRow[] }>();
  expect(items).toHaveLength(demo.stations.length);
  for (const { id } of items) {
    const station = (await get(cloud, `/api/stations/${id}`)).json<Station>();
    expect(metresBetween(station.position, centre)).toBeLessThan(1_200);
    expect(station.guide.length).toBeGreaterThan(10);
    expect(station.address).toContain('示例地址');
    expect(station.phone ?? '0551-0000-').toMatch(/^0551-0000-/);
    expect([station.tier === 'centre', station.parent === null]).toEqual([
      id === outang.centre.id,
      id === outang.centre.id,
    ]);
  }
  for (const { id, code } of demo.stations) {
    expect((await get(cloud, `/api/codes/${code}`)).json()).toMatchObject({ targetId: id });
  }
});

test('nobody has visited yet', async () => {
  for (const { id } of demo.stations) {
    const none = { visits: 0, people: 0, walkIns: 0 };
    expect((await get(cloud, `/api/stations/${id}/visits`)).json()).toMatchObject({
      today: none,
      month: none,
    });
  }
});

test('the block map lies under the stations', async () => {
  const { features } = (await get(cloud, `/api/communities/${outang.id}/block-map`)).json<BlockMap>()
    .features;
  const points = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates,
  );
  const places = points.map(([lng = 0, lat = 0]) => ({ lng, lat }));
  for (const place of places) expect(metresBetween(place, centre)).toBeLessThan(2_000);
  const side = (of: (place: { lat: number; lng: number }) => number) => places.map(of);
  for (const { position } of demo.stations) {
    expect(position.lat).toBeGreaterThan(Math.min(...side(({ lat }) => lat)));
    expect(position.lat).toBeLessThan(Math.max(...side(({ lat }) => lat)));
    expect(position.lng).toBeGreaterThan(Math.min(...side(({ lng }) => lng)));
    expect(position.lng).toBeLessThan(Math.max(...side(({ lng }) => lng)));
  }
});

test('reports show what becomes of them; a second start brings no more', async () => {
  await loadDemoReports(cloud);
  await loadDemoReports(cloud);
  const headers = await cloud.signIn('rider');
  const { items } = (await get(cloud, '/api/reports/mine', headers)).json<{ items: ReportRow[] }>();
  expect(items.map(({ state, isMine }) => [state, isMine])).toEqual([
    ['info_requested', true],
    ['in_progress', false],
    ['resolved', true],
    ['confirmed', true],
  ]);
  for (const { id, photo } of items) {
    const report = (await get(cloud, `/api/reports/${id}`, headers)).json<Report>();
    expect(report.entries.length).toBeGreaterThan(2);
    const picture = await get(cloud, photo?.thumbUrl ?? '');
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  }
});

test('requests show what becomes of them; a second start brings no more', async () => {
  await loadDemoRequests(cloud);
  await loadDemoRequests(cloud);
  const headers = await cloud.signIn('rider');
  const { items } = (await get(cloud, '/api/requests/mine', headers)).json<{ items: RequestRow[] }>();
  expect(items.map(({ state, isConfidential }) => [state, isConfidential])).toEqual([
    ['accepted', true],
    ['answered', false],
    ['rated', false],
  ]);
  const told = async (id: string | undefined) =>
    (await get(cloud, `/api/requests/${id ?? ''}`, headers)).json<PersonRequest>();
  expect(await told(items[1]?.id)).toMatchObject({ can: { rate: true, followUp: true, reopen: true } });
  expect(await told(items[2]?.id)).toMatchObject({ rating: { stars: 5 }, spokenWords: true });
  const legal = await cloud.signIn('legal-officer');
  const path = '/api/communities/019ab000-0000-7000-8000-000000000001/request-cases';
  const cases = (await get(cloud, path, legal)).json<{ items: { isConfidential: boolean }[] }>();
  expect(cases.items).toMatchObject([{ isConfidential: true }]);
});

test('one activity is today, led by the volunteers’ leader, and riders come to it, once', async () => {
  await loadDemoDay(cloud);
  await loadDemoDay(cloud);
  const leader = await cloud.signIn('activity-leader');
  const { items } = (await get(cloud, '/api/attendances/days', leader)).json<{ items: MyDay[] }>();
  const [day, ...others] = items.filter(({ activity }) => activity.title === '整理爱心书屋');
  expect([day?.isLeader, others]).toEqual([true, []]);
  const path = `/api/communities/${outang.id}/activities/${day?.activity.id ?? ''}/attendances`;
  expect((await get(cloud, path, leader)).json<DayList>().counts).toEqual({ expected: 3, came: 0, left: 0 });
});

test('bulletins say what a community says; a second start brings no more', async () => {
  await loadDemoBulletins(cloud);
  await loadDemoBulletins(cloud);
  const url = `/api/communities/${outang.id}/bulletins`;
  const { pinned, items } = (await get(cloud, url)).json<{ pinned: BulletinRow[]; items: BulletinRow[] }>();
  expect([pinned.length, items.length]).toEqual([1, 2]);
  for (const { id } of [...pinned, ...items]) {
    const { blocks } = (await get(cloud, `/api/bulletins/${id}`)).json<Bulletin>();
    expect(JSON.stringify(blocks)).toContain('演示内容');
  }
});

test('activities of next week wait for riders, and those of last week are over, once each', async () => {
  await loadDemoActivities(cloud);
  await loadDemoActivities(cloud);
  const list = async (when: string) =>
    (await get(cloud, `/api/activities?communityId=${outang.id}&when=${when}`)).json<{
      items: ActivityRow[];
    }>().items;
  const upcoming = (await list('upcoming')).filter(({ title }) => title !== '整理爱心书屋');
  expect(upcoming.map(({ title, taken }) => [title, taken])).toEqual([
    ['藕塘公园义务植树', 1],
    ['陪独居老人说说话', 1],
    ['律师坐诊：劳动和交通事故', 0],
  ]);
  expect((await list('past')).map(({ title }) => title)).toContain('周末观影：奇迹·笨小孩');
  const [planting] = upcoming;
  const rider = await cloud.signIn('rider');
  const answers = [{ questionId: 'gloves', values: ['中号'] }];
  const url = `/api/activities/${planting?.id ?? ''}/sign-ups`;
  const signUp = await post(cloud, url, rider, { hasAgreedToRisk: true, answers });
  expect(signUp.json<SignUp>().state).toBe('going');
});

test('signing up is paused for one who did not come three times, once', async () => {
  await loadDemoService(cloud);
  await loadDemoActivities(cloud);
  await loadDemoNoShows(cloud);
  await loadDemoNoShows(cloud);
  const staff = await cloud.signIn('staff');
  const { items } = (await get(cloud, `/api/communities/${outang.id}/sign-up-pauses`, staff)).json<{
    items: SignUpPause[];
  }>();
  expect(items.map(({ nickname, noShows }) => [nickname, noShows.length])).toEqual([['阿琳', 3]]);
});
