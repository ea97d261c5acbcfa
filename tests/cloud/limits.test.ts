import type { ProblemBody } from '../../src/contract/http';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson } from '../support/made-person';

const perMinute = 40;
const clouds: TestCloud[] = [];
const start = async (options: Parameters<typeof startTestCloud>[0] = {}) => {
  const cloud = await startTestCloud({
    ...options,
    settings: { rateLimitPerMinute: perMinute, ...options.settings },
  });
  clouds.push(cloud);
  return cloud;
};
afterEach(async () => {
  for (const cloud of clouds.splice(0).reverse()) await cloud.close();
});

const read = (cloud: TestCloud, remoteAddress: string, headers: Record<string, string> = {}) =>
  cloud.app.inject({ url: '/api/communities', remoteAddress, headers });
const readTimes = async (
  cloud: TestCloud,
  times: number,
  address: string,
  headers?: Record<string, string>,
) => {
  const answers = [];
  for (let count = 0; count < times; count += 1) answers.push(await read(cloud, address, headers));
  return answers;
};

test('an address has so many reads a minute; the refusal says how long to wait, others go on', async () => {
  const cloud = await start();
  cloud.clock.advance({ seconds: 15 });
  const answers = await readTimes(cloud, perMinute + 1, '10.0.0.1');
  const [refused] = answers.splice(-1);
  expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(refused?.json<ProblemBody>()).toMatchObject({ code: 'rate_limited', retryAfter: 45 });
  expect(refused?.headers['retry-after']).toBe('45');
  expect((await read(cloud, '10.0.0.2')).statusCode).toBe(200);
  cloud.clock.advance({ seconds: 45 });
  expect((await read(cloud, '10.0.0.1')).statusCode).toBe(200);
});

test('writes are fewer than reads', async () => {
  const cloud = await start();
  const write = () =>
    cloud.app.inject({ method: 'POST', url: '/api/sessions/demo', payload: {}, remoteAddress: '10.0.0.3' });
  const answers = [];
  for (let count = 0; count <= perMinute / 2; count += 1) answers.push((await write()).statusCode);
  expect(answers.filter((status) => status === 429)).toHaveLength(1);
});

test('a person has their own share, from whatever address', async () => {
  const cloud = await start();
  const { headers } = await makePerson(cloud);
  for (let count = 0; count < perMinute / 2; count += 1)
    expect((await read(cloud, `10.0.1.${count}`, headers)).statusCode).toBe(200);
  expect((await read(cloud, '10.0.2.1', headers)).statusCode).toBe(429);
  expect((await read(cloud, '10.0.2.1')).statusCode).toBe(200);
});

test('signing in is counted to the last one, and nothing in the table tells whose address it was', async () => {
  const cloud = await start({ settings: { rateLimitPerMinute: perMinute, sms: null } });
  const enter = () =>
    cloud.app.inject({
      method: 'POST',
      url: '/api/sessions/phone',
      payload: { phone: '+8613900000000', code: '000000' },
      remoteAddress: '10.0.0.9',
    });
  const answers = await Promise.all(Array.from({ length: 6 }, enter));
  // A twentieth of the reads a minute, for ten minutes.
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(4);
  const rows = await cloud.database.rows({
    name: 'test_limits',
    text: 'select key from rate_limits',
    row: { key: '' },
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ key }) => key.includes('10.0.0.9'))).toBe(false);
});

if (process.env['DATABASE_URL']) {
  test('two instances share a limit as soon as they have told each other', async () => {
    const one = await start();
    const two = await start({ databaseUrl: one.settings.databaseUrl ?? '' });
    await readTimes(one, perMinute - 10, '10.0.0.5');
    await readTimes(two, 8, '10.0.0.5');
    for (const cloud of [one, two, one]) await cloud.limits.share();
    const [first, second] = [await readTimes(one, 3, '10.0.0.5'), await readTimes(two, 3, '10.0.0.5')];
    expect(first.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(second.at(-1)?.statusCode).toBe(429);
  });
}
