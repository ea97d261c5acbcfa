import type { ProblemBody } from '../../src/contract/http';
import type { Export } from '../../src/contract/people';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { bearer, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { checkIn, outang } from '../support/outang';

const phone = '+8613400000001';

let world: IdentityCloud;
let session: Session;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(async () => {
  await world.cloud.database.script('delete from rate_limits; delete from data_exports');
  session = await world.withPhone(phone);
  await world.call('PATCH', '/api/me', { session, body: { nickname: '<b>小陈</b>', company: 'jd' } });
  await checkIn(world.cloud, bearer(session), { code: outang.centre.code });
});
afterAll(() => world.close());

const ask = () => world.call<Export & ProblemBody>('POST', '/api/me/exports', { session });
const list = async () => (await world.call<{ items: Export[] }>('GET', '/api/me/exports', { session })).items;
const open = (url: string | null | undefined) => world.cloud.app.inject({ url: url ?? '/nowhere' });

test('is made by a job: as JSON, and as a page to read, with everything in it', async () => {
  expect((await ask()).state).toBe('preparing');
  await world.cloud.jobs.drain();
  const [made] = await list();
  expect(made?.state).toBe('ready');
  const json = await open(made?.jsonUrl);
  expect(json.headers['content-disposition']).toContain('attachment');
  const data = json.json<Record<string, unknown>>();
  expect(data['个人资料']).toMatchObject({ 昵称: '<b>小陈</b>', 骑行公司: '京东', 手机号: phone });
  expect(data['签到记录']).toEqual([
    { 站点: expect.any(String) as string, 时间: expect.any(String) as string },
  ]);
  expect(Object.keys(data)).toEqual(expect.arrayContaining(['登录的设备', '同意记录']));
  const page = await open(made?.htmlUrl);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.body).toContain('&lt;b&gt;小陈&lt;/b&gt;');
});

test('one at a time', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, ask));
  expect(answers.filter(({ code }) => code === 'export_under_way')).toHaveLength(4);
});

test('its links open without a session for a day, for whoever has them whole', async () => {
  await ask();
  await world.cloud.jobs.drain();
  const [made] = await list();
  const url = made?.jsonUrl ?? '';
  const guessed = url.replace(/\.[A-Za-z0-9_-]{5}/, '.AAAAA');
  expect((await open(guessed)).statusCode).toBe(404);
  world.cloud.clock.advance({ hours: 23, minutes: 59 });
  expect((await open(url)).statusCode).toBe(200);
  world.cloud.clock.advance({ minutes: 2 });
  expect((await open(url)).statusCode).toBe(404);
  await world.cloud.jobs.drain();
  expect(await list()).toMatchObject([{ state: 'expired', jsonUrl: null }]);
  const left = statement<object>('test_left', 'select 1 from data_exports where json_sealed is not null');
  expect(await world.cloud.database.row(left)).toBeUndefined();
});

test('lies sealed in the database', async () => {
  await ask();
  await world.cloud.jobs.drain();
  const rows = await world.cloud.database.rows(
    statement<{ bytes: Buffer }>('test_sealed_exports', 'select json_sealed as bytes from data_exports'),
  );
  expect(rows).toHaveLength(1);
  expect(rows.some(({ bytes }) => bytes.includes(phone.slice(3)))).toBe(false);
});
