import type { ProblemBody } from '../../src/contract/http';
import type { Session } from '../../src/contract/sessions';
import { monday9 } from '../support/cloud';
import { agreement, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';

let world: IdentityCloud;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(() => world.cloud.clock.set(monday9));
afterAll(() => world.close());

/** To WeChat's page: where it sends the visitor, and what their browser keeps. */
async function start(returnTo = '') {
  const url = `/api/sessions/wechat-web/start?returnTo=${encodeURIComponent(returnTo)}`;
  const answer = await world.cloud.app.inject({ url });
  const there = new URL(String(answer.headers.location));
  const setCookie = String(answer.headers['set-cookie']);
  return {
    there,
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
    state: there.searchParams.get('state') ?? '',
  };
}

/** Back from WeChat's page: what the sign-in page of the app is opened with. */
async function back(query: Record<string, string>, cookie: string) {
  const url = `/api/sessions/wechat-web/callback?${new URLSearchParams(query).toString()}`;
  const answer = await world.cloud.app.inject({ url, headers: { cookie } });
  expect(answer.statusCode).toBe(302);
  const [page, parameters] = String(answer.headers.location).split('?');
  expect(page).toBe('/#/sessions/rider/sign-in');
  return Object.fromEntries(new URLSearchParams(parameters));
}

const exchange = (ticket: string) =>
  world.call<Session & ProblemBody>('POST', '/api/sessions/wechat-web', { body: { ticket, agreement } });

test('goes to WeChat silently, with a state only this browser knows', async () => {
  const { there, setCookie, state } = await start('stations/rider/list');
  expect(there.origin + there.pathname).toBe('https://open.weixin.test/connect/oauth2/authorize');
  expect(there.hash).toBe('#wechat_redirect');
  expect(there.searchParams.get('scope')).toBe('snsapi_base');
  expect(there.searchParams.get('redirect_uri')).toBe(
    'https://nuanxin.test/api/sessions/wechat-web/callback',
  );
  expect(state).toMatch(/^[0-9a-f]{32}$/);
  expect(setCookie).toContain('HttpOnly; SameSite=Lax; Secure');
});

test('comes back with a ticket that is good once, and with the page it came from', async () => {
  const { state, cookie } = await start('stations/rider/detail?id=1');
  const code = world.wechat.issueWebCode('web-1');
  const { ticket = '', returnTo } = await back({ code, state }, cookie);
  expect(returnTo).toBe('stations/rider/detail?id=1');
  const session = await exchange(ticket);
  expect(session.me.identities).toMatchObject([{ kind: 'wechat_web' }]);
  expect((await exchange(ticket)).code).toBe('ticket_refused');
});

test('a ticket lasts a minute', async () => {
  const { state, cookie } = await start();
  const { ticket = '' } = await back({ code: world.wechat.issueWebCode('web-2'), state }, cookie);
  world.cloud.clock.advance({ minutes: 1 });
  expect((await exchange(ticket)).code).toBe('ticket_refused');
});

test('another browser’s state, or none, is refused before WeChat is asked', async () => {
  const [mine, theirs] = [await start(), await start()];
  const asked = world.wechat.calls().length;
  const code = world.wechat.issueWebCode('web-3');
  expect(await back({ code, state: theirs.state }, mine.cookie)).toEqual({ refused: 'state' });
  expect(await back({ code, state: mine.state }, '')).toEqual({ refused: 'state' });
  expect(world.wechat.calls()).toHaveLength(asked);
});

test('WeChat’s preview mode makes no person', async () => {
  const { state, cookie } = await start();
  const code = world.wechat.issueWebCode('made-up', { isSnapshot: true });
  expect(await back({ code, state }, cookie)).toEqual({ refused: 'snapshot' });
});

test('a visitor who said no, a code used twice and a WeChat that is busy come back with a reason', async () => {
  const { state, cookie } = await start();
  expect(await back({ state }, cookie)).toEqual({ refused: 'denied' });
  const code = world.wechat.issueWebCode('web-4');
  await back({ code, state }, cookie);
  expect(await back({ code, state }, cookie)).toEqual({ refused: 'busy' });
});

test.each(['https://evil.example', '//evil.example', '../../x', 'a/b', 'javascript:alert(1)'])(
  'does not lead to %s afterwards',
  async (returnTo) => {
    const { state, cookie } = await start(returnTo);
    const { returnTo: led } = await back({ code: world.wechat.issueWebCode('web-5'), state }, cookie);
    expect(led).toBeUndefined();
  },
);

test('the same person in the mini-program and on the web, where WeChat says so', async () => {
  const inApp = await world.withWechat('app-6', 'union-6');
  const { state, cookie } = await start();
  const code = world.wechat.issueWebCode('web-6', { unionid: 'union-6' });
  const { ticket = '' } = await back({ code, state }, cookie);
  const session = await exchange(ticket);
  expect(session.me.id).toBe(inApp.me.id);
  expect(session.me.identities.map(({ kind }) => kind).sort()).toEqual(['wechat', 'wechat_web']);
});

describe('behind 云托管', () => {
  const headers = {
    'x-wx-openid': 'run-1',
    'x-wx-appid': 'wx00000000000000aa',
    'x-wx-source': 'wx_client',
  };
  const enter = (from: IdentityCloud, given: Record<string, string>) =>
    from.call<Session & ProblemBody>('POST', '/api/sessions/cloud-run', {
      body: { agreement },
      headers: given,
    });

  test('the header is believed where the setting says so, of our own app', async () => {
    const behind = await startIdentityCloud({ trustsCloudRun: true });
    expect((await enter(behind, headers)).me.identities).toMatchObject([{ kind: 'wechat' }]);
    expect((await enter(behind, { ...headers, 'x-wx-appid': 'wx-other' })).code).toBe('not_found');
    expect((await enter(behind, { ...headers, 'x-wx-source': '' })).code).toBe('not_found');
    await behind.close();
  });

  test('and nowhere else', async () => {
    expect((await enter(world, headers)).code).toBe('not_found');
  });
});
