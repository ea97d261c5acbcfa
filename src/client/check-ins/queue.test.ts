import { problems } from '../../contract/http';
import { checkInsSent, serveTestCloud, until, type ServedCloud } from '../../../tests/support/phone';

let served: ServedCloud;
let stationId: string;
let url: string;

beforeAll(async () => {
  served = await serveTestCloud();
  stationId = (await served.stations()).find(({ status }) => status === 'operating')?.id ?? '';
  url = (await served.codesOf(stationId)).printed.url;
});

afterAll(() => served.close());

// Visits of one test are never repeats of those before.
beforeEach(() => served.cloud.clock.advance({ hours: 3 }));

test('another person on the same phone neither sees nor sends them', async () => {
  const since = served.cloud.clock.now();
  const phone = await served.signedIn('rider');
  phone.device.goOffline();
  await phone.root.checkIns.checkInByCode(url);
  await phone.root.sessions.signOut();
  expect(phone.root.checkIns).toMatchObject({ queue: [], last: null, needsSignIn: false });
  phone.device.goOnline();
  await phone.root.sessions.signInAsDemo('rider-2');
  await phone.root.checkIns.sendQueue();
  expect(phone.root.checkIns.queue).toEqual([]);
  expect(await served.visitsSince(since, 'rider-2')).toEqual([]);
  await phone.root.sessions.signOut();
  await phone.root.sessions.signInAsDemo('rider');
  await until(() => phone.root.checkIns.last !== null);
  expect(await served.visitsSince(since, 'rider')).toHaveLength(1);
});

test('a session that has run out keeps the tap, asks to sign in once, and then sends it', async () => {
  const since = served.cloud.clock.now();
  const phone = await served.signedIn();
  const elsewhere = served.openApp({ storage: phone.device.storage });
  const copy = new Map(phone.device.storage.texts);
  await elsewhere.root.sessions.signOut();
  for (const [key, text] of copy) phone.device.storage.texts.set(key, text);
  expect(await phone.root.checkIns.checkInByCode(url)).toBe(false);
  expect(phone.root.sessions.me).toBeNull();
  expect(phone.root.checkIns).toMatchObject({ needsSignIn: true, queue: [{ state: 'waiting' }] });
  expect(phone.root.checkIns.failure).toMatchObject({ code: problems.unauthenticated.code });
  phone.device.show();
  await phone.root.checkIns.sendQueue();
  expect(checkInsSent(phone).length).toBe(1);
  await phone.root.sessions.signInAsDemo('rider');
  await until(() => phone.root.checkIns.queue.length === 0);
  expect(phone.root.checkIns.needsSignIn).toBe(false);
  expect(await served.visitsSince(since)).toHaveLength(1);
});

test('a tap before signing in is sent right after', async () => {
  const phone = served.openApp();
  expect(await phone.root.checkIns.checkInByCode(url)).toBe(false);
  expect(phone.root.checkIns).toMatchObject({ needsSignIn: true, queue: [{ state: 'waiting' }] });
  await phone.root.checkIns.checkInByCode(url);
  await phone.root.sessions.signInAsDemo('rider');
  await until(() => phone.root.checkIns.queue.length === 0);
  expect(checkInsSent(phone).length).toBe(1);
  expect(phone.root.checkIns.last).toMatchObject({ checkIn: { station: { id: stationId } } });
});

test('a tap before signing in is nobody’s after a restart', async () => {
  const phone = served.openApp();
  await phone.root.checkIns.checkInByCode(url);
  const again = served.openApp({ storage: phone.device.storage });
  await again.root.sessions.signInAsDemo('rider-2');
  await again.root.checkIns.sendQueue();
  expect(checkInsSent(again)).toEqual([]);
});

test('what another person was shown is not shown to the next', async () => {
  const phone = await served.signedIn('rider');
  await phone.root.checkIns.checkInByCode(url);
  await phone.root.checkIns.loadMine();
  expect(phone.root.checkIns.mine.data).not.toEqual([]);
  const kept = () => phone.device.storage.keys().filter((key) => key.endsWith('check-ins.mine'));
  expect(kept()).toHaveLength(1);
  await phone.root.sessions.signOut();
  expect(phone.root.checkIns.mine.data).toBeNull();
  expect(kept()).toEqual([]);
  await phone.root.sessions.signInAsDemo('rider-3');
  phone.device.goOffline();
  await phone.root.checkIns.loadMine();
  expect(phone.root.checkIns.mine).toMatchObject({ data: null, status: 'failed' });
});
