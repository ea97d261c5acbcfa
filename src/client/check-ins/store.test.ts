import { checkInProblems } from '../../contract/check-ins';
import { codeProblems } from '../../contract/codes';
import { problems } from '../../contract/http';
import type { StationRow } from '../../contract/stations';
import { LocationError } from '../platform/location-error';
import { checkInsSent, serveTestCloud, until, type ServedCloud } from '../../../tests/support/phone';

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

describe('with a network', () => {
  test('a scanned code checks in, and the cloud’s word is shown', async () => {
    const { root } = await served.signedIn();
    expect(await root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(root.checkIns.last).toMatchObject({
      checkIn: { station: { id: first.id }, evidence: 'code', isRepeat: false, isLate: false },
    });
    expect(root.checkIns.queue).toEqual([]);
    await root.checkIns.loadMine();
    expect(root.checkIns.mine.data?.[0]?.station.name).toBe(first.name);
  });

  test('a position goes with a code only where its person agreed, and is not waited for', async () => {
    const { root, device } = await served.signedIn();
    device.position = first.position;
    await root.checkIns.checkInByCode(firstUrl);
    expect(root.checkIns.last).toMatchObject({ checkIn: { evidence: 'code' } });
    served.cloud.clock.advance({ hours: 3 });
    const agreed = await served.signedIn();
    agreed.root.settings.givePosition();
    agreed.device.position = first.position;
    await agreed.root.checkIns.checkInByCode(firstUrl);
    expect(agreed.root.checkIns.last).toMatchObject({ checkIn: { evidence: 'code_and_position' } });
    agreed.device.position = new LocationError('timeout');
    expect(await agreed.root.checkIns.checkInByCode(secondUrl)).toBe(true);
    expect(agreed.root.checkIns.last).toMatchObject({ checkIn: { evidence: 'code' } });
  });

  test('by position: consent first, then a fix, then near enough', async () => {
    const phone = await served.signedIn();
    const { checkIns, settings } = phone.root;
    const code = () => (checkIns.failure?.kind === 'refused' ? checkIns.failure.code : null);
    phone.device.position = first.position;
    expect(await checkIns.checkInAt(first)).toBe(false);
    expect(code()).toBe(checkInProblems.position_missing.code);
    settings.givePosition();
    phone.device.position = new LocationError('unavailable');
    expect(await checkIns.checkInAt(first)).toBe(false);
    expect(code()).toBe(checkInProblems.position_inaccurate.code);
    expect(checkInsSent(phone)).toEqual([]);
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
      const phone = await served.signedIn();
      expect(await phone.root.checkIns.checkInByCode(text)).toBe(false);
      expect(phone.root.checkIns.failure).toMatchObject({ code: codeProblems.code_unknown.code });
      expect(phone.root.checkIns.isWorking).toBe(false);
      expect(checkInsSent(phone)).toEqual([]);
    },
  );

  test('a second tap while the first is under way is none', async () => {
    const phone = await served.signedIn();
    const both = [phone.root.checkIns.checkInByCode(firstUrl), phone.root.checkIns.checkInByCode(firstUrl)];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(checkInsSent(phone).length).toBe(1);
  });
});

describe('without a network', () => {
  test('a tap survives a restart and is sent exactly once, with the time of the tap', async () => {
    const since = served.cloud.clock.now();
    const phone = await served.signedIn();
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
    const visits = await served.visitsSince(since);
    expect(visits.map(({ occurredAt }) => Date.parse(occurredAt))).toEqual([since.getTime()]);
  });

  test('an answer lost after the cloud has written it is asked for again with the same key', async () => {
    const since = served.cloud.clock.now();
    const phone = await served.signedIn();
    phone.device.http.loseNextAnswer();
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(phone.root.checkIns.last).toMatchObject({ queued: { failure: { kind: 'timeout' } } });
    const again = served.openApp({ storage: phone.device.storage });
    await until(() => again.root.checkIns.queue.length === 0);
    expect(again.root.checkIns.last).toMatchObject({ checkIn: { isRepeat: false, isLate: false } });
    expect(checkInsSent(again)[0]?.key).toBe(checkInsSent(phone)[0]?.key);
    expect(await served.visitsSince(since)).toHaveLength(1);
  });

  test('an app closed while it was sending sends again when it is opened', async () => {
    const since = served.cloud.clock.now();
    const phone = await served.signedIn();
    phone.device.http.holdNextAnswer();
    void phone.root.checkIns.checkInByCode(firstUrl);
    await until(() => phone.root.checkIns.queue.some(({ state }) => state === 'sending'));
    const again = served.openApp({ storage: phone.device.storage });
    await until(() => again.root.checkIns.queue.length === 0);
    expect(checkInsSent(again)[0]?.key).toBe(checkInsSent(phone)[0]?.key);
    expect(await served.visitsSince(since)).toHaveLength(1);
  });

  test('an app that comes to the front again sends what waits', async () => {
    const phone = await served.signedIn();
    phone.device.http.isBlocked = true;
    await phone.root.checkIns.checkInByCode(firstUrl);
    phone.device.http.isBlocked = false;
    phone.device.show();
    await until(() => phone.root.checkIns.queue.length === 0);
  });

  test('taps are sent in their order, a new one after those that wait', async () => {
    const phone = await served.signedIn();
    phone.device.goOffline();
    await phone.root.checkIns.checkInByCode(secondUrl);
    phone.device.http.isBlocked = false;
    phone.clock.advance(1_000);
    expect(await phone.root.checkIns.checkInByCode(firstUrl)).toBe(true);
    expect(phone.root.checkIns.last).toMatchObject({ checkIn: { station: { id: first.id } } });
    const codes = checkInsSent(phone).map(({ code }) => code);
    expect(codes.slice(1)).toEqual([secondUrl.slice(-10), firstUrl.slice(-10)]);
    expect(new Set(checkInsSent(phone).map(({ key }) => key)).size).toBe(2);
  });

  test('what the cloud refuses later is kept with its reason until it is discarded; the next is sent', async () => {
    const phone = await served.signedIn();
    phone.device.goOffline();
    await phone.root.checkIns.checkInByCode(firstUrl);
    served.pass(phone, 80 * hourMs);
    await phone.root.checkIns.checkInByCode(secondUrl);
    phone.device.goOnline();
    await until(() => phone.root.checkIns.queue.length === 1);
    const reason = { state: 'refused', failure: { code: checkInProblems.too_old.code } };
    expect(phone.root.checkIns.queue).toMatchObject([reason]);
    const again = served.openApp({ storage: phone.device.storage });
    await again.root.checkIns.sendQueue();
    expect(checkInsSent(again)).toEqual([]);
    const [kept] = again.root.checkIns.queue;
    expect(kept).toMatchObject(reason);
    again.root.checkIns.discard(kept?.key ?? '');
    expect(again.root.checkIns.queue).toEqual([]);
    expect(served.openApp({ storage: phone.device.storage }).root.checkIns.queue).toEqual([]);
  });

  test('a page of a café’s network is not taken for success; the tap is tried again by itself', async () => {
    const phone = await served.signedIn();
    phone.device.http.answerNext({ status: 200, body: '<html>请登录 WiFi</html>' });
    await phone.root.checkIns.checkInByCode(firstUrl);
    expect(phone.root.checkIns.last).toMatchObject({
      queued: { state: 'waiting', failure: { kind: 'broken' } },
    });
    served.pass(phone, 30_000);
    await until(() => phone.root.checkIns.queue.length === 0);
    expect(phone.root.checkIns.last).toMatchObject({ checkIn: { isRepeat: false } });
  });

  test('a cloud that is overloaded says when to come back', async () => {
    const phone = await served.signedIn();
    const busy = {
      ...problems.unavailable,
      type: '/problems/unavailable',
      detail: '请稍后再试',
      retryAfter: 5,
    };
    phone.device.http.answerNext({ status: 503, body: busy });
    await phone.root.checkIns.checkInByCode(firstUrl);
    expect(phone.root.checkIns.queue).toMatchObject([{ state: 'waiting' }]);
    served.pass(phone, 4_000);
    expect(checkInsSent(phone).length).toBe(1);
    served.pass(phone, 1_000);
    await until(() => phone.root.checkIns.queue.length === 0);
    expect(checkInsSent(phone).length).toBe(2);
  });

  test('a phone without room says that the queue is not kept', async () => {
    const phone = await served.signedIn();
    phone.device.goOffline();
    phone.device.storage.isFull = true;
    await phone.root.checkIns.checkInByCode(firstUrl);
    expect(phone.root.checkIns.isQueueKept).toBe(false);
    phone.device.goOnline();
    await until(() => phone.root.checkIns.queue.length === 0);
  });
});
