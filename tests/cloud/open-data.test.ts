import type { ProblemBody } from '../../src/contract/http';
import type { Publicity } from '../../src/contract/report-figures';
import type { Report } from '../../src/contract/reports';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { deskOf, makePhoto, sendReport, settle } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, positionNear } from '../support/outang';

const union = '019ab000-0000-7000-8000-000000000402';
const staff = { as: 'staff', personId: null } as const;
const department = { as: 'department', personId: null } as const;
const base = '/open311/v2';
const slug = 'outang';
const here = `jurisdiction_id=${slug}`;

interface Request {
  service_request_id: string;
  status: string;
  description: string | null;
  status_notes: string;
  lat: number;
  long: number;
  media_url: string | null;
  updated_datetime: string;
  extended_attributes: { state: string; duplicate_of: string | null };
}

let cloud: TestCloud;
let desk: ReturnType<typeof deskOf>;
let rider: MadePerson;
let organiser: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = deskOf(cloud);
  organiser = await makePerson(cloud, [{ communityId: outang.id, roles: ['organiser'] }]);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`delete from rate_limits; delete from report_tokens; delete from api_keys;
    delete from report_publicity; update reports set submitted_at = '2025-01-01', changed_at = '2025-01-01',
    closed_at = case when closed_at is null then null else timestamptz '2025-01-02' end`);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

const list = async (query = '') =>
  (await get(cloud, `${base}/requests.json?${here}${query}`)).json<Request[]>();
const idsOf = (requests: readonly Request[]) => requests.map((one) => one.service_request_id);

async function given(body: object = {}): Promise<Report> {
  const report = await sendReport(cloud, rider, body);
  await settle(cloud);
  const assignee = { kind: 'department', id: union } as const;
  await desk.move(report.id, { action: 'assign', by: staff, version: null, assignee });
  return report;
}
async function done(report: Report): Promise<void> {
  await desk.move(report.id, { action: 'accept', by: department, version: null });
  await desk.move(report.id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
}
const publicity = (id: string, body: object, headers = organiser.headers) =>
  cloud.app.inject({
    method: 'PUT',
    url: `/api/communities/${outang.id}/cases/${id}/publicity`,
    headers,
    payload: { showsWords: false, showsReply: false, mediaIds: [], ...body },
  });

describe('what there is', () => {
  test('the discovery names where and how; services are those people report by', async () => {
    const found = (await get(cloud, '/open311/discovery.json')).json<{
      endpoints: { url: string; formats: string[] }[];
      jurisdictions: { jurisdiction_id: string }[];
    }>();
    expect(found.endpoints[0]).toMatchObject({
      url: 'https://nuanxin.test/open311/v2',
      formats: ['text/xml', 'application/json'],
    });
    expect(found.jurisdictions.map((one) => one.jurisdiction_id)).toContain(slug);
    const services = (await get(cloud, `${base}/services.json?${here}`)).json<{ service_code: string }[]>();
    expect(services).toHaveLength(8);
    expect(services[0]).toMatchObject({
      service_code: 'food_safety',
      service_name: '食品卫生',
      metadata: false,
    });
    const definition = await get(cloud, `${base}/services/road_manhole.json?${here}`);
    expect(definition.json()).toEqual({ service_code: 'road_manhole', attributes: [] });
  });

  test('the same in XML', async () => {
    const discovery = await get(cloud, '/open311/discovery.xml');
    expect(discovery.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(discovery.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><discovery>/);
    const services = await get(cloud, `${base}/services.xml?${here}`);
    expect(services.body).toContain('<services><service><service_code>food_safety</service_code>');
  });

  test('refusals are GeoReport’s, in the format that was asked for', async () => {
    const unknown = await get(cloud, `${base}/services/plumbing.xml?${here}`);
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toContain('<errors><error><code>404</code><description>');
    const nowhere = await get(cloud, `${base}/services.json?jurisdiction_id=atlantis`);
    expect(nowhere.statusCode).toBe(404);
    expect(nowhere.json<{ code: number }[]>()[0]?.code).toBe(404);
    // Where one community is served it need not be named.
    expect((await get(cloud, `${base}/services.json`)).statusCode).toBe(200);
  });
});

describe('what is public', () => {
  test('a report that was taken on: roughly where, no words, nobody’s name', async () => {
    const sent = await sendReport(cloud, rider, { words: '张三家门口的井盖翘起来了' });
    await settle(cloud);
    expect(await list()).toEqual([]);
    expect((await get(cloud, `${base}/requests/${sent.number}.json?${here}`)).statusCode).toBe(404);
    const assignee = { kind: 'department', id: union } as const;
    await desk.move(sent.id, { action: 'assign', by: staff, version: null, assignee });
    const [request, ...others] = await list();
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      service_request_id: String(sent.number),
      status: 'open',
      status_notes: '待接单',
      service_code: 'road_manhole',
      description: null,
      media_url: null,
      requested_datetime: expect.stringMatching(/^2026-11-23T09:00:0\d\+08:00$/) as unknown,
      extended_attributes: { state: 'assigned', event_code: '01010', event_code_version: '2026-1' },
    });
    // WGS 84 lies about 500 metres from GCJ-02 here, and the cell hides the rest.
    const { lat, lng } = positionNear(outang.noodles.at, 0);
    expect(Math.abs((request?.lat ?? 0) - lat)).toBeLessThan(0.006);
    expect(Math.abs((request?.long ?? 0) - lng)).toBeGreaterThan(0.002);
    const text = JSON.stringify(request);
    expect(text).not.toContain('张三');
    expect(text).not.toContain(String(lat));
  });

  test('two in one place of a hundred metres lie on the same point', async () => {
    await given();
    await given({ position: positionNear(outang.noodles.at, 1) });
    const [one, two] = await list();
    expect([one?.lat, one?.long]).toEqual([two?.lat, two?.long]);
  });

  test('words, reply and photos once somebody has looked and said so; no longer when they say so', async () => {
    const mediaId = await makePhoto(cloud, rider.id);
    const report = await given({ mediaIds: [mediaId] });
    await done(report);
    const other = await given();
    expect((await publicity(report.id, { mediaIds: [other.photos[0]?.id] })).statusCode).toBe(400);
    const shown = await publicity(report.id, { showsWords: true, showsReply: true, mediaIds: [mediaId] });
    expect(shown.json<Publicity>()).toEqual({ showsWords: true, showsReply: true, mediaIds: [mediaId] });
    const [request] = (await get(cloud, `${base}/requests/${report.number}.json?${here}`)).json<Request[]>();
    expect(request).toMatchObject({
      status: 'closed',
      description: '井盖翘起来了，车轮会卡住',
      status_notes: '换了新井盖',
    });
    const photo = new URL(request?.media_url ?? '');
    expect((await get(cloud, photo.pathname + photo.search)).statusCode).toBe(302);
    await publicity(report.id, {});
    expect((await get(cloud, photo.pathname + photo.search)).statusCode).toBe(404);
    expect((await list()).map(({ description }) => description)).toEqual([null, null]);
  });

  test('nothing can be shown of what nobody has taken on; riders decide nothing', async () => {
    const { id } = await sendReport(cloud, rider);
    await settle(cloud);
    const early = await publicity(id, { showsWords: true });
    expect(early.json<ProblemBody>().code).toBe('not_public');
    expect((await publicity(id, {}, rider.headers)).statusCode).toBe(403);
  });

  test('as GeoJSON, and in a box', async () => {
    const report = await given();
    const answer = await get(cloud, `${base}/requests.geojson?${here}`);
    expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
    const { features } = answer.json<{
      features: { id: string; geometry: { type: string; coordinates: [number, number] } }[];
    }>();
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({ id: String(report.number), geometry: { type: 'Point' } });
    const [long = 0, lat = 0] = features[0]?.geometry.coordinates ?? [];
    const around = [long - 0.01, lat - 0.01, long + 0.01, lat + 0.01].join(',');
    const away = [long + 0.1, lat + 0.1, long + 0.2, lat + 0.2].join(',');
    expect(await list(`&bbox=${around}`)).toHaveLength(1);
    expect(await list(`&bbox=${away}`)).toHaveLength(0);
    const wrong = await get(cloud, `${base}/requests.geojson?${here}&bbox=1,2,3`);
    expect(wrong.json<ProblemBody>()).toMatchObject({ status: 400, code: 'invalid_input' });
  });
});

describe('searching', () => {
  test('by status, service and number; pages follow each other', async () => {
    const first = await given();
    cloud.clock.advance({ minutes: 1 });
    const second = await given({ category: 'environment' });
    await done(first);
    expect(idsOf(await list('&status=closed'))).toEqual([String(first.number)]);
    expect(idsOf(await list('&status=open'))).toEqual([String(second.number)]);
    expect(await list('&status=open,closed')).toHaveLength(2);
    expect(idsOf(await list('&service_code=environment,other'))).toEqual([String(second.number)]);
    expect(idsOf(await list(`&service_request_id=${first.number},${second.number},999999`))).toHaveLength(2);
    expect(idsOf(await list('&page_size=1'))).toEqual([String(second.number)]);
    expect(idsOf(await list('&page_size=1&page=2'))).toEqual([String(first.number)]);
    expect(await list('&page_size=1&page=3')).toEqual([]);
  });

  test('by when it was sent and when it changed; 90 days at most', async () => {
    const report = await given();
    cloud.clock.advance({ days: 2 });
    await done(report);
    expect(
      await list('&start_date=2026-11-23T00:00:00%2B08:00&end_date=2026-11-24T00:00:00%2B08:00'),
    ).toHaveLength(1);
    expect(await list('&start_date=2026-11-24T00:00:00Z')).toHaveLength(0);
    expect(await list('&updated_after=2026-11-25T00:00:00Z')).toHaveLength(1);
    expect(await list('&updated_before=2026-11-24T00:00:00Z')).toHaveLength(0);
    const long = await get(
      cloud,
      `${base}/requests.json?${here}&start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z`,
    );
    expect(long.statusCode).toBe(400);
    expect((await get(cloud, `${base}/requests.json?${here}&start_date=yesterday`)).statusCode).toBe(400);
    expect((await get(cloud, `${base}/requests.json?${here}&status=lost`)).statusCode).toBe(400);
  });
});
