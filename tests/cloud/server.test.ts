import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { ProblemBody } from '../../src/contract/http';
import { startTestCloud, type TestCloud } from '../support/cloud';

interface Operation {
  operationId: string;
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Reference {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const reference = async () => (await cloud.app.inject({ url: '/api/openapi.json' })).json<Reference>();

describe('the reference', () => {
  test('is OpenAPI 3.1 and lists every endpoint with a schema for every answer', async () => {
    const { openapi, paths } = await reference();
    expect(openapi).toBe('3.1.0');
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining([
        'listStations',
        'getStation',
        'createCheckIn',
        'listMyCheckIns',
        'signInWithWechat',
      ]),
    );
    for (const { operationId, responses } of operations) {
      for (const [status, response] of Object.entries(responses)) {
        const isDescribed = status === '204' || Object.keys(response.content ?? {}).length > 0;
        expect([operationId, status, isDescribed]).toEqual([operationId, status, true]);
      }
    }
  });

  test('names the codes of every refusal', async () => {
    const { paths } = await reference();
    const codes = paths['/api/check-ins']?.['post']?.responses['409']?.description ?? '';
    expect(codes.split(', ')).toEqual(
      expect.arrayContaining(['too_far', 'position_inaccurate', 'code_stale']),
    );
  });

  test('can be read in a browser', async () => {
    const page = await cloud.app.inject({ url: '/api/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
  });
});

describe('refusals', () => {
  test('an unknown path is a problem too', async () => {
    const answer = await cloud.app.inject({ url: '/api/nothing' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<ProblemBody>()).toMatchObject({
      code: 'not_found',
      status: 404,
      type: '/problems/not_found',
    });
  });

  test.each([
    ['{"account":', 'application/json', 'invalid_input'],
    ['account=rider', 'application/x-www-form-urlencoded', 'unsupported_media_type'],
    [JSON.stringify({ account: 'x'.repeat(70_000) }), 'application/json', 'payload_too_large'],
  ])('%.20s as %s is %s', async (payload, type, code) => {
    const headers = { 'content-type': type };
    const answer = await cloud.app.inject({ method: 'POST', url: '/api/sessions/demo', headers, payload });
    expect(answer.json<ProblemBody>().code).toBe(code);
  });

  test('too many requests from one address are told when to come back', async () => {
    const strict = await startTestCloud({ settings: { rateLimitPerMinute: 2 } });
    for (let request = 0; request < 2; request += 1) await strict.app.inject({ url: '/api/communities' });
    const answer = await strict.app.inject({ url: '/api/communities' });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.json<ProblemBody>().retryAfter).toBe(Number(answer.headers['retry-after']));
    await strict.close();
  });
});

test('the log knows the route, and neither position, person nor address', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const logged = await startTestCloud({ settings: { logLevel: 'info' }, logStream: stream });
  const headers = await logged.signIn('rider');
  await logged.app.inject({ url: '/api/stations?lat=31.88612345&lng=117.25012345', headers });
  await logged.app.inject({ url: '/api/stations/not-an-id?lat=31.88612345&lng=117.2', headers });
  await logged.close();
  const log = lines.join('');
  expect(log).toContain('"route":"/api/stations"');
  expect(log).not.toContain('31.886');
  expect(log).not.toContain('127.0.0.1');
  expect(log).not.toContain(headers.authorization.slice(7));
});

test('health and readiness', async () => {
  expect((await cloud.app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
  expect((await cloud.app.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
});

describe('the web app', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nuanxin-h5-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>H5</title>');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const account = {
    ...{ appId: 'wx00000000000000bb', secret: 'secret-of-the-account' },
    ...{ apiUrl: 'https://api.weixin.test', openUrl: 'https://open.weixin.test' },
  };

  test.each([
    ['its own scripts alone', null, "'self' 'wasm-unsafe-eval'"],
    [
      'WeChat’s JS-SDK too, that one file, where there is an official account',
      account,
      "'self' 'wasm-unsafe-eval' https://res.wx.qq.com/open/js/jweixin-1.6.0.js",
    ],
  ])('runs %s', async (_title, officialAccount, sources) => {
    const served = await startTestCloud({ settings: { h5Dir: folder, officialAccount } });
    const { headers, statusCode } = await served.app.inject({ url: '/' });
    await served.close();
    expect(statusCode).toBe(200);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy.filter((part) => part.includes('script') || part.includes('weixin'))).toEqual([
      `script-src ${sources}`,
    ]);
    expect(policy).toContain("connect-src 'self'");
  });
});
