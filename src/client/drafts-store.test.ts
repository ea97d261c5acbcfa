import { reportProblems } from '../contract/reports';
import { mediaProblems } from '../contract/media';
import { handedIn, photoSoWide, reportsOf, wholeDraft } from '../../tests/support/drafted';
import { outang } from '../../tests/support/outang';
import { serveTestCloud, until, type Phone, type ServedCloud } from '../../tests/support/phone';

let served: ServedCloud;

beforeAll(async () => {
  served = await serveTestCloud();
});

afterAll(() => served.close());

const draftsOf = (phone: Phone) => reportsOf(phone).drafts;
/** The app, closed and opened again. */
const reopened = ({ device }: Phone) =>
  served.openApp({ storage: device.storage, photoFiles: device.photoFiles });
const created = ({ device }: Phone) => device.http.log.filter((line) => /POST .*\/reports$/.test(line));

test('each step is written down: another start of the app goes on with it', async () => {
  const phone = await served.signedIn('rider');
  phone.device.goOffline();
  const first = await wholeDraft(draftsOf(phone), { words: '楼道堆了纸箱' });
  const second = draftsOf(phone).begin(outang.id);
  const again = reopened(phone);
  const drafts = draftsOf(again);
  expect(drafts.mine.map(({ key }) => key)).toEqual([second, first]);
  expect(drafts.find(first)).toMatchObject({
    words: '楼道堆了纸箱',
    category: 'road_manhole',
    state: 'draft',
  });
  expect(again.root.reports.drafts).toBe(2);
  expect(again.device.photoFiles.files.size).toBe(1);
  for (const { key } of drafts.mine) drafts.remove(key);
  expect(again.device.photoFiles.files.size).toBe(0);
  expect(draftsOf(reopened(again)).mine).toEqual([]);
});

test('sent without a network, it leaves with the network, photos first, and is gone from the phone', async () => {
  const phone = await served.signedIn('rider');
  phone.device.goOffline();
  const drafts = draftsOf(phone);
  const photos = [await photoSoWide(101), await photoSoWide(102)];
  const key = await wholeDraft(drafts, { words: '等网络的', photos });
  expect(await drafts.submit(key)).toBe('waiting');
  expect(drafts.find(key)).toMatchObject({ state: 'waiting', isAsked: false, failure: { kind: 'offline' } });
  phone.device.goOnline();
  await until(() => drafts.find(key) === null);
  expect(drafts.mine).toEqual([]);
  expect(phone.root.reports.drafts).toBe(0);
  expect(phone.device.photoFiles.files.size).toBe(0);
  const report = (await handedIn(phone)).find(({ words }) => words === '等网络的');
  expect(report?.photos.map(({ width }) => width)).toEqual([101, 102]);
});

test('an app that was closed in the middle sends on its next start', async () => {
  const phone = await served.signedIn('rider-2');
  const drafts = draftsOf(phone);
  const key = await wholeDraft(drafts, { words: '关掉又打开' });
  phone.device.goOffline();
  await drafts.submit(key);
  const again = reopened(phone);
  await until(() => again.root.reports.drafts === 0);
  expect((await handedIn(again)).filter(({ words }) => words === '关掉又打开')).toHaveLength(1);
});

test('an answer that was lost makes no second report, and until it is known nothing is changed', async () => {
  const phone = await served.signedIn('rider-2');
  const drafts = draftsOf(phone);
  const key = await wholeDraft(drafts, { words: '只有一条' });
  phone.device.http.loseNextAnswerTo(/\/reports$/);
  expect(await drafts.submit(key)).toBe('waiting');
  expect(drafts.find(key)?.isAsked).toBe(true);
  drafts.change(key, { words: '改不了' });
  expect(drafts.find(key)?.words).toBe('只有一条');
  await drafts.send();
  expect(drafts.mine).toEqual([]);
  expect(created(phone)).toHaveLength(2);
  expect((await handedIn(phone)).filter(({ words }) => words === '只有一条')).toHaveLength(1);
});

test('a session that has run out keeps it until its person is back', async () => {
  const phone = await served.signedIn('rider-3');
  const drafts = draftsOf(phone);
  const key = await wholeDraft(drafts, { words: '登录后再发' });
  phone.device.http.answerNext({
    status: 401,
    body: { code: 'unauthenticated', status: 401, title: '', type: '', detail: '请先登录' },
  });
  expect(await drafts.submit(key)).toBe('waiting');
  expect(drafts).toMatchObject({ needsSignIn: true });
  expect(drafts.find(key)).toMatchObject({ state: 'waiting' });
  await phone.root.sessions.signInAsDemo('rider-3');
  await until(() => drafts.find(key) === null);
});

test('another person on the same phone neither sees nor sends it', async () => {
  const phone = await served.signedIn('rider-3');
  phone.device.goOffline();
  const drafts = draftsOf(phone);
  const key = await wholeDraft(drafts, { words: '我自己的' });
  await drafts.submit(key);
  await phone.root.sessions.signOut();
  expect(drafts.mine).toEqual([]);
  expect(phone.root.reports.drafts).toBe(0);
  phone.device.goOnline();
  await phone.root.sessions.signInAsDemo('rider');
  await drafts.send();
  expect(drafts.mine).toEqual([]);
  expect(drafts.madeOf(key)).toBeNull();
  await phone.root.sessions.signInAsDemo('rider-3');
  await until(() => drafts.find(key) === null);
});

test('a photo the cloud refuses is named, and can be replaced', async () => {
  const phone = await served.signedIn('rider');
  const drafts = draftsOf(phone);
  const noPicture = Buffer.from('不是照片').toString('base64');
  const key = await wholeDraft(drafts, { words: '换一张', photos: [await photoSoWide(103), noPicture] });
  expect(await drafts.submit(key)).toBe('refused');
  const refused = drafts.find(key);
  expect(refused).toMatchObject({ state: 'refused', failure: { code: mediaProblems.photo_kind.code } });
  expect(refused?.photos.map(({ failure }) => failure !== null)).toEqual([false, true]);
  drafts.removePhoto(key, refused?.photos[1]?.key ?? '');
  await drafts.addPhotos(key, [await photoSoWide(104)]);
  expect(await drafts.submit(key)).toBe('sent');
  const report = (await handedIn(phone)).find(({ words }) => words === '换一张');
  expect(report?.photos.map(({ width }) => width)).toEqual([103, 104]);
});

test('a photo that is gone from the phone is named too', async () => {
  const phone = await served.signedIn('rider');
  const drafts = draftsOf(phone);
  const key = await wholeDraft(drafts);
  phone.device.photoFiles.files.clear();
  expect(await drafts.submit(key)).toBe('refused');
  expect(drafts.find(key)?.photos[0]?.failure).toMatchObject({ code: 'photo_missing' });
  drafts.remove(key);
});

test('what the cloud refuses stays with its words, and does not hold up the next', async () => {
  const phone = await served.signedIn('rider');
  const drafts = draftsOf(phone);
  phone.device.goOffline();
  const first = await wholeDraft(drafts, { words: '没有这个社区' });
  const second = await wholeDraft(drafts, { words: '排在后面的' });
  await drafts.submit(first);
  await drafts.submit(second);
  phone.device.http.answerNextTo(/\/reports$/, {
    status: 404,
    body: { code: 'not_found', status: 404, title: '没有找到', type: '', detail: '您已经离开这个社区' },
  });
  phone.device.goOnline();
  await until(() => drafts.find(second) === null);
  expect(drafts.find(first)).toMatchObject({ state: 'refused', isAsked: false });
  expect(drafts.find(first)?.failure).toMatchObject({ detail: '您已经离开这个社区' });
  expect(await drafts.submit(first)).toBe('sent');
});

test('photos that waited so long that the cloud let go of them are sent anew', async () => {
  const phone = await served.signedIn('rider-2');
  const drafts = draftsOf(phone);
  const key = await wholeDraft(drafts, { words: '等了很久' });
  const { code, status, title } = reportProblems.report_photo_unknown;
  phone.device.http.answerNextTo(/\/reports$/, {
    status,
    body: { code, status, title, type: '', detail: title },
  });
  expect(await drafts.submit(key)).toBe('sent');
  expect((await handedIn(phone)).filter(({ words }) => words === '等了很久')).toHaveLength(1);
});

test('a phone without room says so, and keeps nothing by halves', async () => {
  const phone = await served.signedIn('rider');
  const drafts = draftsOf(phone);
  const key = drafts.begin(outang.id) ?? '';
  phone.device.photoFiles.isFull = true;
  expect(await drafts.addPhotos(key, [await photoSoWide(105)])).toBe('full');
  expect(drafts.find(key)?.photos).toEqual([]);
  phone.device.storage.isFull = true;
  drafts.change(key, { words: '存不下' });
  expect(drafts.isKept).toBe(false);
});

test('files no draft speaks of go, but not those just made', async () => {
  const phone = await served.signedIn('rider');
  const hour = 3_600_000;
  const old = `${(phone.clock.now() - 2 * hour).toString(36)}-old`;
  const young = `${(phone.clock.now() - hour / 2).toString(36)}-young`;
  phone.device.photoFiles.files.set(old, Buffer.alloc(1));
  phone.device.photoFiles.files.set(young, Buffer.alloc(1));
  draftsOf(phone);
  while (phone.device.photoFiles.files.has(old)) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(phone.device.photoFiles.files.has(young)).toBe(true);
});
