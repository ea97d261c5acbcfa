import type { ProblemBody } from '../../src/contract/http';
import type { ApiKey, NewApiKey } from '../../src/contract/open-data';
import type { ReportFigures } from '../../src/contract/report-figures';
import type { Report } from '../../src/contract/reports';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { deskOf, sendReport, settle } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

const union = '019ab000-0000-7000-8000-000000000402';
const staff = { as: 'staff', personId: null } as const;
const department = { as: 'department', personId: null } as const;
const base = '/open311/v2';
const slug = 'outang';
const here = `jurisdiction_id=${slug}`;

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
describe('sent by machine', () => {
  const keysUrl = `/api/communities/${outang.id}/api-keys`;
  const newKey = async (name = '市 12345 平台', requestKey?: string) =>
    (await post(cloud, keysUrl, organiser.headers, { name }, requestKey)).json<NewApiKey & ProblemBody>();
  const send = (key: string, fields: Record<string, string> = {}, format = 'json') =>
    cloud.app.inject({
      method: 'POST',
      url: `${base}/requests.${format}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        jurisdiction_id: slug,
        api_key: key,
        service_code: 'environment',
        lat: '31.85',
        long: '117.25',
        description: '垃圾桶满了',
        ...fields,
      }).toString(),
    });

  test('goes the way of every report; its number is told under the token once it is taken on', async () => {
    const { key } = await newKey();
    const centre = (await get(cloud, '/api/communities'))
      .json<{ items: { slug: string; centre: { lat: number; lng: number } }[] }>()
      .items.find(({ slug }) => slug === slug)?.centre ?? { lat: 0, lng: 0 };
    const at = { lat: String(centre.lat), long: String(centre.lng) };
    const person = { first_name: '王', last_name: '小明', phone: '13800000000', email: 'w@example.com' };
    const answer = await send(key, { ...at, ...person, media_url: 'https://example.com/a.jpg' });
    expect(answer.statusCode).toBe(201);
    const token = answer.json<{ token: string }[]>()[0]?.token ?? '';
    const look = async () =>
      (await get(cloud, `${base}/tokens/${token}.json?${here}`)).json<
        { service_request_id: string | null }[]
      >();
    expect((await look())[0]?.service_request_id).toBeNull();
    await settle(cloud);
    const find = statement<{ reportId: string; state: string; number: number; text: string }>(
      'test_by_token',
      `select r.id as "reportId", r.state, r.number, r::text || coalesce((select string_agg(e::text, ' ')
         from report_entries e where e.report_id = r.id), '') as text
       from report_tokens t join reports r on r.id = t.report_id where t.token = $1`,
    );
    const row = await cloud.database.row(find, [token]);
    expect(row?.state).toBe('triage');
    expect(row?.text).toContain('https://example.com/a.jpg');
    expect(row?.text).not.toMatch(/小明|13800000000|w@example.com/);
    const assignee = { kind: 'department', id: union } as const;
    await desk.move(row?.reportId ?? '', { action: 'assign', by: staff, version: null, assignee });
    expect((await look())[0]?.service_request_id).toBe(String(row?.number));
  });

  test('a key is told once and kept as a hash; the same request is told the same', async () => {
    const requestKey = 'a-request-of-a-key-1';
    const made = await newKey('街道平台', requestKey);
    expect(await newKey('街道平台', requestKey)).toEqual(made);
    expect((await newKey('别的平台', requestKey)).code).toBe('idempotency_key_reused');
    const { items } = (await get(cloud, keysUrl, organiser.headers)).json<{ items: ApiKey[] }>();
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('key');
    const kept = statement<{ text: string }>(
      'test_kept_keys',
      `select coalesce((select string_agg(k::text, '') from api_keys k), '')
         || coalesce((select string_agg(i::text, '') from idempotency_keys i), '') as text`,
    );
    expect((await cloud.database.row(kept))?.text).not.toContain(made.key);
  });

  test('without a key, with a wrong one or one out of use nothing is taken', async () => {
    const { key, id } = await newKey();
    expect((await send('')).statusCode).toBe(403);
    expect((await send('wrong')).statusCode).toBe(403);
    const url = `${keysUrl}/${id}`;
    const remove = () => cloud.app.inject({ method: 'DELETE', url, headers: organiser.headers });
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([204, 204]);
    const refused = await send(key, {}, 'xml');
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('<error><code>403</code>');
  });

  test('what is missing or wrong is named', async () => {
    const { key } = await newKey();
    const wrong = async (fields: Record<string, string>) => {
      const answer = await send(key, fields);
      return [answer.statusCode, answer.json<{ description: string }[]>()[0]?.description.split('：')[0]];
    };
    expect(await wrong({ service_code: 'plumbing' })).toEqual([400, 'service_code']);
    expect(await wrong({ lat: '48.85', long: '2.35' })).toEqual([400, 'lat, long']);
    expect(await wrong({ description: '长'.repeat(501) })).toEqual([400, 'description']);
    expect(await wrong({ media_url: 'file:///etc/passwd' })).toEqual([400, 'media_url']);
  });

  test('twenty at most, however many are asked for at once', async () => {
    const made = await Promise.all(Array.from({ length: 25 }, (_, index) => newKey(`平台 ${index}`)));
    expect(made.filter(({ code }) => code === 'too_many_api_keys')).toHaveLength(5);
  });
});

test('figures keep apart what came of reports', async () => {
  const figures = async () =>
    (await get(cloud, `/api/communities/${outang.id}/report-figures`)).json<ReportFigures>();
  const [fixed, waiting, refused, referred] = [await given(), await given(), await given(), await given()];
  await done(fixed);
  await done(waiting);
  const by = { as: 'reporter', personId: rider.id } as const;
  await desk.move(fixed.id, { action: 'confirm', by, version: null, stars: 5 });
  for (const { id } of [refused, referred]) {
    await desk.move(id, { action: 'give_back', by: department, version: null, words: '不是我们的' });
  }
  await desk.move(refused.id, { action: 'reject', by: staff, version: null, words: '看不清是什么' });
  await desk.move(referred.id, {
    action: 'refer',
    by: staff,
    version: null,
    words: '归路灯所',
    receiver: '路灯所',
  });
  expect((await figures()).total).toEqual({
    received: 4,
    fixed: 1,
    unconfirmed: 0,
    awaiting: 1,
    closedNotFixed: 1,
    notOurRemit: 1,
    duplicates: 0,
    withdrawn: 0,
    medianHours: 0,
  });
  const { categories } = await figures();
  expect(categories.find(({ category }) => category === 'road_manhole')).toMatchObject({
    received: 4,
    fixed: 1,
  });
});
