import { sessionProblems } from '../../contract/sessions';
import { serveTestCloud, type ServedCloud } from '../../../tests/support/phone';

let served: ServedCloud;

beforeAll(async () => {
  served = await serveTestCloud();
});

afterAll(() => served.close());

test('a demonstration account signs in, stays signed in after a restart, and signs out everywhere at once', async () => {
  const { root, device } = served.openApp();
  await root.sessions.loadDemoAccounts();
  const rider = root.sessions.demoAccounts.data?.find(({ role }) => role === 'rider');
  expect(await root.sessions.signInAsDemo(rider?.account ?? '')).toBe(true);
  expect(root.sessions).toMatchObject({ isSignedIn: true, failure: null, isWorking: false });
  const again = served.openApp({ storage: device.storage });
  expect(again.root.sessions.me?.nickname).toBe(rider?.nickname);
  await again.root.sessions.refresh();
  expect(again.root.sessions.isSignedIn).toBe(true);
  const token = again.root.sessions.token;
  await again.root.sessions.signOut();
  expect(again.root.sessions).toMatchObject({ me: null, isSignedIn: false, failure: null });
  const headers = { authorization: `Bearer ${token}` };
  expect((await served.cloud.app.inject({ url: '/api/me', headers })).statusCode).toBe(401);
  expect([...device.storage.texts.values()].join()).not.toContain(token);
});

test('an account that does not exist is refused; without a network nobody signs in', async () => {
  const { root, device } = served.openApp();
  expect(await root.sessions.signInAsDemo('nobody')).toBe(false);
  expect(root.sessions.failure).toMatchObject({ kind: 'refused', code: 'not_found' });
  device.goOffline();
  expect(await root.sessions.signInAsDemo('rider')).toBe(false);
  expect(root.sessions.failure).toEqual({ kind: 'offline' });
  expect(root.sessions).toMatchObject({ isSignedIn: false, isWorking: false });
});

test('signing out without a network leaves the phone at once', async () => {
  const { root, device } = served.openApp();
  await root.sessions.signInAsDemo('rider');
  device.goOffline();
  await root.sessions.signOut();
  expect(root.sessions.isSignedIn).toBe(false);
  expect(served.openApp({ storage: device.storage }).root.sessions.isSignedIn).toBe(false);
});

test('a session that has run out by the phone’s clock is not used', async () => {
  const { root, device } = served.openApp();
  await root.sessions.signInAsDemo('rider');
  served.cloud.clock.advance({ days: 31 });
  expect(served.openApp({ storage: device.storage }).root.sessions.isSignedIn).toBe(false);
});

test('a session that the cloud has ended is given up at the next start', async () => {
  const { root, device } = served.openApp();
  await root.sessions.signInAsDemo('rider');
  const texts = new Map(device.storage.texts);
  await root.sessions.signOut();
  for (const [key, text] of texts) device.storage.texts.set(key, text);
  const again = served.openApp({ storage: device.storage });
  expect(again.root.sessions.isSignedIn).toBe(true);
  await again.root.sessions.refresh();
  expect(again.root.sessions.isSignedIn).toBe(false);
  expect(device.storage.get('session')).toBeNull();
});

test('a late word about an old session does not end the new one', async () => {
  const { root, device } = served.openApp();
  await root.sessions.signInAsDemo('rider');
  const headers = { authorization: `Bearer ${root.sessions.token}` };
  await served.cloud.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers });
  const release = device.http.holdNextAnswer();
  const refreshed = root.sessions.refresh();
  await root.sessions.signInAsDemo('rider-2');
  release();
  await refreshed;
  expect(root.sessions).toMatchObject({ isSignedIn: true, failure: null });
});

test('WeChat is offered where there is one, and says when it does not answer', async () => {
  const { root, device } = served.openApp();
  expect(root.sessions.canUseWechat).toBe(false);
  device.wechatCode = 'code';
  expect(await root.sessions.signInWithWechat()).toBe(false);
  expect(root.sessions.failure).toMatchObject({ code: sessionProblems.wechat_unavailable.code });
});
