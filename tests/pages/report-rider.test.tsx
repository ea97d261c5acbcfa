import NewReport from '../../src/client/reports/rider/new';
import MyReports from '../../src/client/reports/rider/mine';
import Detail from '../../src/client/reports/rider/detail';
import { CameraError } from '../../src/client/platform/camera-error';
import { openReports, type ReportsStore } from '../../src/client/reports/store';
import { phonePhoto } from '../support/photos';
import { outang, positionNear } from '../support/outang';
import { newMember, newRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const reportsOf = ({ root }: Rider): ReportsStore => root.reports.opened(openReports);
const at = positionNear(outang.noodles.at, 0);
const here = { ...at, crs: 'GCJ-02' as const };
let photo: string;

beforeAll(async () => {
  photo = (await phonePhoto()).toString('base64');
});

/** A member whose phone knows where it is, with a photo to choose. */
async function reporter(): Promise<Rider> {
  const rider = await newMember();
  rider.device.chosenPhotos = [photo];
  rider.device.position = here;
  rider.root.settings.givePosition();
  await rider.root.communities.load();
  return rider;
}

/** Reports something without a page. */
async function reported(rider: Rider, words: string): Promise<string> {
  const { drafts } = reportsOf(rider);
  const key = drafts.begin(outang.id) ?? '';
  await drafts.addPhotos(key, [photo]);
  drafts.change(key, { category: 'corridor_clutter', words, place: { position: here, source: 'device' } });
  await drafts.submit(key);
  const report = drafts.madeOf(key);
  if (!report) throw new Error(`Not taken: ${JSON.stringify(drafts.find(key)?.failure)}`);
  return report.id;
}

test('photo, category, send: the place is found meanwhile, and the report’s page follows', async () => {
  const rider = await reporter();
  await rider.open(NewReport);
  await press('拍照');
  await until(() => all('.photo-grid__one').length === 1);
  await seen('手机定位，误差约 10 米');
  await press('路面、井盖');
  await press('提交');
  // Something like it may have been reported by another test.
  await until(
    () => control('不是，继续提交') ?? rider.device.done.some((line) => line.startsWith('replace')),
  );
  control('不是，继续提交')?.click();
  const moved = await until(() => rider.device.done.find((line) => line.startsWith('replace')));
  expect(moved).toMatch(/^replace \/reports\/rider\/detail\?id=.+&sent=1$/);
});

test('what is missing is said, and the emergency numbers are there', async () => {
  const rider = await reporter();
  await rider.open(NewReport);
  await press('安全隐患');
  await seen('着火、漏气、有人受伤，先打电话');
  await press('火警 119');
  expect(rider.device.done).toContain('call 119');
  await press('提交');
  await seen('还差：照片');
});

test('without leave for the camera the page says so', async () => {
  const rider = await reporter();
  rider.device.chosenPhotos = new CameraError('refused');
  await rider.open(NewReport);
  await press('拍照');
  await seen('没有拿到相机或相册的权限');
});

test('drafts stand on top of mine with their state, and go when their person says so', async () => {
  const rider = await reporter();
  const { drafts } = reportsOf(rider);
  const key = drafts.begin(outang.id) ?? '';
  await drafts.addPhotos(key, [photo]);
  drafts.change(key, { category: 'other', words: '还没写完' });
  await reported(rider, '楼道里的纸箱');
  await rider.open(MyReports);
  await seen('还没写完');
  await seen('草稿');
  await seen('楼道里的纸箱');
  await press('删除：其他');
  await seen('删除这条草稿？');
  await press('删除');
  await gone('还没写完');
  expect(rider.device.photoFiles.files.size).toBe(0);
});

test('offline the list says how old it is, and a draft that it waits', async () => {
  const rider = await reporter();
  await reported(rider, '先前报的');
  await reportsOf(rider).loadMine('all');
  rider.device.goOffline();
  const { drafts } = reportsOf(rider);
  const key = drafts.begin(outang.id) ?? '';
  await drafts.addPhotos(key, [photo]);
  drafts.change(key, {
    category: 'environment',
    words: '离线写的',
    place: { position: here, source: 'pin' },
  });
  await drafts.submit(key);
  await rider.open(MyReports);
  await seen('等网络');
  await seen('先前报的');
  await seen('离线 · 显示');
});

test('a report says what comes next; it can be withdrawn, and a failure keeps the words', async () => {
  const rider = await reporter();
  const id = await reported(rider, '要撤回的');
  const reports = reportsOf(rider);
  const { moves } = reports;
  // What was written is looked at first.
  while (!reports.report(id).data?.can.withdraw) await reports.open(id);
  await rider.open(Detail, { id, sent: '1' });
  await seen('已经交到社区');
  await seen('提交上报');
  await press('撤回');
  await write('撤回的原因', '已经有人处理好了');
  rider.device.goOffline();
  all('.bottom-sheet .action-button--primary')[0]?.click();
  await until(() => moves.failed !== null && !moves.isWorking);
  rider.device.goOnline();
  all('.bottom-sheet .action-button--primary')[0]?.click();
  await seen('已撤回');
});

test('a stranger is asked to sign in first', async () => {
  const rider = newRider();
  await rider.open(NewReport);
  await press('登录');
  expect(rider.device.done).toEqual(['to /sessions/rider/sign-in']);
});
