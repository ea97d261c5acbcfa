import StationList from '../../src/client/stations/rider/list';
import { allStations, newRider } from './support/rider';
import { all, control, press, seen, until } from './support/screen';

const names = () => all('.station-row__name').map((one) => one.textContent);

test('lists the community’s stations, each with its state and what it offers', async () => {
  const { device, open } = newRider();
  await open(StationList);
  const stations = await allStations();
  await until(() => names().length === stations.length);
  expect(names()).toEqual(stations.map(({ name }) => name));
  expect(all('.open-badge')).toHaveLength(stations.length);
  await seen('微波炉 · 待修');
  await seen('暂停服务');
  await press(stations[0]?.name ?? '');
  expect(device.done).toEqual([`to /stations/rider/detail?id=${stations[0]?.id}`]);
});

test('keeps those that have all of the chosen facilities, in order', async () => {
  const { open } = newRider();
  await open(StationList);
  await until(() => names().length > 0);
  await press('微波炉');
  const wanted = (await allStations()).filter(({ facilities }) =>
    facilities.some(({ code, isWorking }) => code === 'microwave' && isWorking),
  );
  await until(() => names().length === wanted.length);
  expect(names()).toEqual(wanted.map(({ name }) => name));
  expect(control('微波炉')?.getAttribute('aria-pressed')).toBe('true');
});

test('says so when nothing fits, and how to go on', async () => {
  const { open } = newRider();
  await open(StationList);
  await until(() => names().length > 0);
  await press('绿色通道');
  await press('微波炉');
  await seen('没有符合条件的站点');
  await press('清除筛选');
  await until(() => names().length > 5);
});

test('says what went wrong and tries again', async () => {
  const { device, open } = newRider();
  device.goOffline();
  await open(StationList);
  await seen('请检查网络后再试');
  device.goOnline();
  await press('再试一次');
  await until(() => names().length > 0);
});

test('repeats what the cloud said when it refused', async () => {
  const { device, root, open } = newRider();
  await root.communities.load();
  device.http.answerNext({
    status: 429,
    body: {
      type: '',
      title: '',
      status: 429,
      code: 'rate_limited',
      detail: '操作太频繁，请稍后再试',
      retryAfter: 7,
    },
  });
  await open(StationList);
  await seen('操作太频繁');
  await seen('请 7 秒后再试');
});
