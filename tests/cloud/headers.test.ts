import { startTestCloud, type TestCloud } from '../support/cloud';

const production = { isProduction: true, isDemo: false, publicUrl: 'https://nuanxin.test' };
const friend = 'https://friend.example';

let cloud: TestCloud;
afterEach(() => cloud.close());

const headersOf = async (
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'OPTIONS' = 'GET',
) => (await cloud.app.inject({ method, url, headers })).headers;

test('every answer, a refusal too, keeps browsers from guessing, framing and telling on', async () => {
  cloud = await startTestCloud({ settings: production });
  for (const url of ['/api/communities', '/api/me', '/nowhere', '/healthz']) {
    expect(await headersOf(url)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': expect.stringContaining('max-age=31536000') as string,
    });
  }
});

test('other origins are not let in unless they are named', async () => {
  cloud = await startTestCloud();
  const preflight = { origin: friend, 'access-control-request-method': 'POST' };
  expect(await headersOf('/api/communities', { origin: friend })).not.toHaveProperty(
    'access-control-allow-origin',
  );
  expect(await headersOf('/api/check-ins', preflight, 'OPTIONS')).not.toHaveProperty(
    'access-control-allow-origin',
  );
});

test('a named origin may read and write; another may not', async () => {
  cloud = await startTestCloud({ settings: { allowedOrigins: [friend] } });
  const preflight = { origin: friend, 'access-control-request-method': 'POST' };
  expect((await headersOf('/api/communities', { origin: friend }))['access-control-allow-origin']).toBe(
    friend,
  );
  const allowed = await headersOf('/api/check-ins', preflight, 'OPTIONS');
  expect(allowed['access-control-allow-origin']).toBe(friend);
  expect(allowed['access-control-allow-headers']).toContain('idempotency-key');
  const other = await headersOf('/api/communities', { origin: 'https://evil.example' });
  expect(other['access-control-allow-origin']).toBeUndefined();
});
