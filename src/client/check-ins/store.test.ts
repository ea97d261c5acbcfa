import { checkInProblems } from '../../contract/check-ins';
import { codeProblems } from '../../contract/codes';
import { problems } from '../../contract/http';
import type { StationRow } from '../../contract/stations';
import { LocationError } from '../platform/location-error';
import { serveTestCloud, until, type Phone, type ServedCloud } from '../../../tests/support/phone';

let served: ServedCloud;
let first: StationRow;
let second: StationRow;
let firstUrl: string;
let secondUrl: string;

const hourMs = 3_600_000;

beforeAll(async () => {
  served = await serveTestCloud();
  const open = (await served.stations()).filter(({ status }) => status === 'operating');
  [first, second] = open as [StationRow, StationRow];
  firstUrl = (await served.codesOf(first.id)).printed.url;
  secondUrl = (await served.codesOf(second.id)).printed.url;
});

afterAll(() => served.close());

// Visits of one test are never repeats of those before.
beforeEach(() => served.cloud.clock.advance({ hours: 3 }));

async function signedIn(
  account = 'rider',
  options: Parameters<ServedCloud['openApp']>[0] = {},
): Promise<Phone> {
  const phone = served.openApp(options);
  expect(await phone.root.sessions.signInAsDemo(account)).toBe(true);
  return phone;
}

/** Time passes for the phone and for the cloud. */
function pass(phone: Phone, ms: number): void {
  served.cloud.clock.advance({ seconds: ms / 1000 });
  phone.clock.advance(ms);
}

/** What the cloud has of a person since a moment, the oldest first. */
async function visitsSince(since: Date, account = 'rider') {
  const { root } = await signedIn(account);
  await root.checkIns.loadMine();
  return (root.checkIns.mine.data ?? [])
    .filter(({ occurredAt }) => Date.parse(occurredAt) >= since.getTime())
    .reverse();
}

const sent = ({ device }: Phone) => device.http.requests.filter(({ path }) => path === '/api/check-ins');
const keyOf = (request?: { headers: Readonly<Record<string, string>> }) =>
  request?.headers['idempotency-key'];

describe('with a network', () => {
  test('a scanned code checks in, and the cloud’s word is shown', async () => {
    const { root } = await signedIn();
    expect(await root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(root.checkIns.last).toMatchObject({
      checkIn: { station: { id: first.id }, evidence: 'code', isRepeat: false, isLate: false },
    });
    expect(root.checkIns.queue).toEqual([]);
    await root.checkIns.loadMine();
    expect(root.checkIns.mine.data?.[0]?.station.name).toBe(first.name);
  });

  test('a position goes with a code only where its person agreed, and is not waited for', async () => {
    const { root, device } = await signedIn();
    device.position = first.position;
    await root.checkIns.checkInByCode(firstUrl);
    expect(root.checkIns.last).toMatchObject({ checkIn: { evidence: 'code' } });
    served.cloud.clock.advance({ hours: 3 });
    const agreed = await signedIn();
    agreed.root.settings.givePosition();
    agreed.device.position = first.position;
    await agreed.root.checkIns.checkInByCode(firstUrl);
    expect(agreed.root.checkIns.last).toMatchObject({ checkIn: { evidence: 'code_and_position' } });
    agreed.device.position = new LocationError('timeout');
    expect(await agreed.root.checkIns.checkInByCode(secondUrl)).toBe(true);
    expect(agreed.root.checkIns.last).toMatchObject({ checkIn: { evidence: 'code' } });
  });

  test('by position: consent first, then a fix, then near enough', async () => {
    const phone = await signedIn();
    const { checkIns, settings } = phone.root;
    const code = () => (checkIns.failure?.kind === 'refused' ? checkIns.failure.code : null);
    phone.device.position = first.position;
    expect(await checkIns.checkInAt(first)).toBe(false);
    expect(code()).toBe(checkInProblems.position_missing.code);
    settings.givePosition();
    phone.device.position = new LocationError('unavailable');
    expect(await checkIns.checkInAt(first)).toBe(false);
    expect(code()).toBe(checkInProblems.position_inaccurate.code);
    expect(sent(phone)).toEqual([]);
    phone.device.position = { ...first.position, lat: first.position.lat + 0.02, accuracyM: 10 };
    expect(await checkIns.checkInAt(first)).toBe(false);
    expect(code()).toBe(checkInProblems.too_far.code);
    expect(checkIns.queue).toEqual([]);
    phone.device.position = { ...first.position, accuracyM: 10 };
    expect(await checkIns.checkInAt(first)).toBe(true);
    expect(checkIns.last).toMatchObject({ checkIn: { evidence: 'position' } });
    expect(checkIns.failure).toBeNull();
  });

  test.each(['https://example.com/menu', 'abc', '', '%2Fq%2F%E0%A4%A'])(
    '“%s” is no code of ours',
    async (text) => {
      const phone = await signedIn();
      expect(await phone.root.checkIns.checkInByCode(text)).toBe(false);
      expect(phone.root.checkIns.failure).toMatchObject({ code: codeProblems.code_unknown.code });
      expect(phone.root.checkIns.isWorking).toBe(false);
      expect(sent(phone)).toEqual([]);
    },
  );

  test('a second tap while the first is under way is none', async () => {
    const phone = await signedIn();
    const both = [phone.root.checkIns.checkInByCode(firstUrl), phone.root.checkIns.checkInByCode(firstUrl)];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(sent(phone).length).toBe(1);
  });
});

describe('without a network', () => {
  test('a tap survives a restart and is sent exactly once, with the time of the tap', async () => {
    const since = served.cloud.clock.now();
    const phone = await signedIn();
    phone.device.goOffline();
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(phone.root.checkIns.last).toMatchObject({
      queued: { state: 'waiting', failure: { kind: 'offline' } },
    });
    served.cloud.clock.advance({ minutes: 30 });
    const again = served.openApp({ storage: phone.device.storage, isOffline: true });
    expect(again.root.sessions.me?.nickname).toBe(phone.root.sessions.me?.nickname);
    expect(again.root.checkIns.queue).toMatchObject([{ label: firstUrl.slice(-10) }]);
    await again.root.checkIns.sendQueue();
    again.device.goOnline();
    again.device.show();
    await until(() => again.root.checkIns.queue.length === 0);
    expect(again.root.checkIns.last).toMatchObject({ checkIn: { isLate: true } });
    again.device.show();
    await again.root.checkIns.sendQueue();
    const visits = await visitsSince(since);
    expect(visits.map(({ occurredAt }) => Date.parse(occurredAt))).toEqual([since.getTime()]);
  });

  test('an answer lost after the cloud has written it is asked for again with the same key', async () => {
    const since = served.cloud.clock.now();
    const phone = await signedIn();
    phone.device.http.loseNextAnswer();
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(phone.root.checkIns.last).toMatchObject({ queued: { failure: { kind: 'timeout' } } });
    const again = served.openApp({ storage: phone.device.storage });
    await until(() => again.root.checkIns.queue.length === 0);
    expect(again.root.checkIns.last).toMatchObject({ checkIn: { isRepeat: false, isLate: false } });
    expect(keyOf(sent(again)[0])).toBe(keyOf(sent(phone)[0]));
    expect(await visitsSince(since)).toHaveLength(1);
  });

  test('an app closed while it was sending sends again when it is opened', async () => {
    const since = served.cloud.clock.now();
    const phone = await signedIn();
    phone.device.http.holdNextAnswer();
    void phone.root.checkIns.checkInByCode(firstUrl);
    await until(() => phone.root.checkIns.queue.some(({ state }) => state === 'sending'));
    const again = served.openApp({ storage: phone.device.storage });
    await until(() => again.root.checkIns.queue.length === 0);
    expect(keyOf(sent(again)[0])).toBe(keyOf(sent(phone)[0]));
    expect(await visitsSince(since)).toHaveLength(1);
  });

  test('taps are sent in their order, a new one after those that wait', async () => {
    const phone = await signedIn();
    phone.device.goOffline();
    await phone.root.checkIns.checkInByCode(secondUrl);
    phone.device.http.isBlocked = false;
    phone.clock.advance(1_000);
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(phone.root.checkIns.last).toMatchObject({ checkIn: { station: { id: first.id } } });
    const codes = sent(phone).map(({ body }) => (body as { code: string }).code);
    expect(codes.slice(1)).toEqual([secondUrl.slice(-10), firstUrl.slice(-10)]);
    expect(new Set(sent(phone).map(keyOf)).size).toBe(2);
  });

  test('what the cloud refuses later is kept with its reason until it is discarded; the next is sent', async () => {
    const phone = await signedIn();
    phone.device.goOffline();
    await phone.root.checkIns.checkInByCode(firstUrl);
    pass(phone, 80 * hourMs);
    await phone.root.checkIns.checkInByCode(secondUrl);
    phone.device.goOnline();
    await until(() => phone.root.checkIns.queue.length === 1);
    const reason = { state: 'refused', failure: { code: checkInProblems.too_old.code } };
    expect(phone.root.checkIns.queue).toMatchObject([reason]);
    const again = served.openApp({ storage: phone.device.storage });
    await again.root.checkIns.sendQueue();
    expect(sent(again)).toEqual([]);
    const [kept] = again.root.checkIns.queue;
    expect(kept).toMatchObject(reason);
    again.root.checkIns.discard(kept?.key ?? '');
    expect(again.root.checkIns.queue).toEqual([]);
    expect(served.openApp({ storage: phone.device.storage }).root.checkIns.queue).toEqual([]);
  });

  test('a page of a café’s network is not taken for success; the tap is tried again by itself', async () => {
    const phone = await signedIn();
    phone.device.http.answerNext({ status: 200, body: '<html>请登录 WiFi</html>' });
    await phone.root.checkIns.checkInByCode(firstUrl);
    expect(phone.root.checkIns.last).toMatchObject({
      queued: { state: 'waiting', failure: { kind: 'broken' } },
    });
    pass(phone, 30_000);
    await until(() => phone.root.checkIns.queue.length === 0);
    expect(phone.root.checkIns.last).toMatchObject({ checkIn: { isRepeat: false } });
  });

  test('a cloud that is overloaded says when to come back', async () => {
    const phone = await signedIn();
    const busy = {
      ...problems.unavailable,
      type: '/problems/unavailable',
      detail: '请稍后再试',
      retryAfter: 5,
    };
    phone.device.http.answerNext({ status: 503, body: busy });
    await phone.root.checkIns.checkInByCode(firstUrl);
    expect(phone.root.checkIns.queue).toMatchObject([{ state: 'waiting' }]);
    pass(phone, 4_000);
    expect(sent(phone).length).toBe(1);
    pass(phone, 1_000);
    await until(() => phone.root.checkIns.queue.length === 0);
    expect(sent(phone).length).toBe(2);
  });

  test('a phone without room says that the queue is not kept', async () => {
    const phone = await signedIn();
    phone.device.goOffline();
    phone.device.storage.isFull = true;
    await phone.root.checkIns.checkInByCode(firstUrl);
    expect(phone.root.checkIns.isQueueKept).toBe(false);
    phone.device.goOnline();
    await until(() => phone.root.checkIns.queue.length === 0);
  });
});

describe('whose taps', () => {
  test('another person on the same phone neither sees nor sends them', async () => {
    const since = served.cloud.clock.now();
    const phone = await signedIn('rider');
    phone.device.goOffline();
    await phone.root.checkIns.checkInByCode(firstUrl);
    await phone.root.sessions.signOut();
    expect(phone.root.checkIns).toMatchObject({ queue: [], last: null, needsSignIn: false });
    phone.device.goOnline();
    await phone.root.sessions.signInAsDemo('rider-2');
    await phone.root.checkIns.sendQueue();
    expect(phone.root.checkIns.queue).toEqual([]);
    expect(await visitsSince(since, 'rider-2')).toEqual([]);
    await phone.root.sessions.signOut();
    await phone.root.sessions.signInAsDemo('rider');
    await until(() => phone.root.checkIns.last !== null);
    expect(await visitsSince(since, 'rider')).toHaveLength(1);
  });

  test('a session that has run out keeps the tap, asks to sign in once, and then sends it', async () => {
    const since = served.cloud.clock.now();
    const phone = await signedIn();
    const elsewhere = served.openApp({ storage: phone.device.storage });
    const copy = new Map(phone.device.storage.texts);
    await elsewhere.root.sessions.signOut();
    for (const [key, text] of copy) phone.device.storage.texts.set(key, text);
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(false);
    expect(phone.root.sessions.me).toBeNull();
    expect(phone.root.checkIns).toMatchObject({ needsSignIn: true, queue: [{ state: 'waiting' }] });
    expect(phone.root.checkIns.failure).toMatchObject({ code: problems.unauthenticated.code });
    phone.device.show();
    await phone.root.checkIns.sendQueue();
    expect(sent(phone).length).toBe(1);
    await phone.root.sessions.signInAsDemo('rider');
    await until(() => phone.root.checkIns.queue.length === 0);
    expect(phone.root.checkIns.needsSignIn).toBe(false);
    expect(await visitsSince(since)).toHaveLength(1);
  });

  test('a tap before signing in is sent right after', async () => {
    const phone = served.openApp();
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(false);
    expect(phone.root.checkIns).toMatchObject({ needsSignIn: true, queue: [{ state: 'waiting' }] });
    await phone.root.checkIns.checkInByCode(firstUrl);
    await phone.root.sessions.signInAsDemo('rider');
    await until(() => phone.root.checkIns.queue.length === 0);
    expect(sent(phone).length).toBe(1);
    expect(phone.root.checkIns.last).toMatchObject({ checkIn: { station: { id: first.id } } });
  });

  test('a tap before signing in is nobody’s after a restart', async () => {
    const phone = served.openApp();
    await phone.root.checkIns.checkInByCode(firstUrl);
    const again = served.openApp({ storage: phone.device.storage });
    await again.root.sessions.signInAsDemo('rider-2');
    await again.root.checkIns.sendQueue();
    expect(sent(again)).toEqual([]);
  });

  test('what another person was shown is not shown to the next', async () => {
    const phone = await signedIn('rider');
    await phone.root.checkIns.checkInByCode(firstUrl);
    await phone.root.checkIns.loadMine();
    expect(phone.root.checkIns.mine.data).not.toEqual([]);
    await phone.root.sessions.signOut();
    expect(phone.root.checkIns.mine.data).toBeNull();
    await phone.root.sessions.signInAsDemo('rider-3');
    phone.device.goOffline();
    await phone.root.checkIns.loadMine();
    expect(phone.root.checkIns.mine).toMatchObject({ data: null, status: 'failed' });
  });
});
