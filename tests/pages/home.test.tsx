import Home from '../../src/client/home/rider/home';
import { PhoneStorage } from '../support/device';
import { newRider, northOf, signedInRider, stationNamed } from './support/rider';
import { all, gone, press, seen, until } from './support/screen';

test('shows an open station to someone unknown, and leads to checking in', async () => {
  const { device, open } = newRider();
  await open(Home);
  await seen('社区里正在营业的站点');
  expect(all('.station-plate')).toHaveLength(1);
  await press('签到');
  expect(device.done).toContain('to /check-ins/rider/new');
});

test('asks in its own words before it uses the position, then says how far it is', async () => {
  const { device, root, open } = newRider();
  const alwaysOpen = await stationNamed('歇歇角·北苑');
  device.position = northOf(alwaysOpen.position, 100);
  await open(Home);
  await press('开启定位');
  await seen('不记录您的位置和路线');
  await press('同意使用');
  await seen('步行约 2 分钟');
  expect(root.settings.consents.position).toBe('given');
  expect(all('.station-plate__name')[0]?.textContent).toBe(alwaysOpen.name);
});

test('goes on without the position of someone who would rather not', async () => {
  const { root, open } = newRider();
  await open(Home);
  await press('开启定位');
  await press('暂不使用');
  await gone('用一下您的位置');
  expect(root.settings.consents.position).toBe('refused');
  await until(() => all('.station-plate').length === 1);
});

test('greets by name, and takes a scanned code along', async () => {
  const { device, open } = await signedInRider();
  device.scanned = 'https://nuanxin.test/q/7h2k9m4p3w';
  await open(Home);
  await seen('陈师傅');
  await press('扫一扫');
  await until(() => device.done.length > 0);
  expect(device.done).toEqual([
    `to /check-ins/rider/new?q=${encodeURIComponent('https://nuanxin.test/q/7h2k9m4p3w')}`,
  ]);
});

test('shows what the phone remembers, and from when, while there is no network', async () => {
  const storage = new PhoneStorage();
  const before = newRider({ storage });
  await before.open(Home);
  await until(() => all('.station-plate').length > 0);
  const { device, open } = newRider({ storage });
  device.goOffline();
  await open(Home);
  await seen('没有网络');
  await seen('离线 · 显示');
  expect(all('.station-plate')).toHaveLength(1);
});

test('grows with the large text size', async () => {
  const { root, open } = newRider();
  await open(Home);
  expect(all('.screen.text-normal')).toHaveLength(1);
  root.settings.setTextSize('large');
  await until(() => all('.screen.text-large').length === 1);
});
