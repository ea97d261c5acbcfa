import StationDetail from '../../src/client/stations/rider/detail';
import { newRider, signedInRider, stationNamed } from './support/rider';
import { all, control, press, seen, until } from './support/screen';

test('tells all there is of a station', async () => {
  const { device, open } = newRider();
  const { id, name, address } = await stationNamed('党群服务中心');
  await open(StationDetail, { id });
  await seen(address);
  for (const words of ['社区中心', '开放时间', '周一至周五', '怎么去', '约 40 人', '核对过', '来过的人'])
    await seen(words);
  await press('导航');
  await press('打电话');
  expect(device.done).toEqual([`directions ${name}`, expect.stringMatching(/^call /)]);
});

test('lets anyone go and check in, and shows no codes to them', async () => {
  const { device, open } = newRider();
  const { id } = await stationNamed('党群服务中心');
  await open(StationDetail, { id });
  await press('在这里签到');
  expect(device.done).toEqual(['to /check-ins/rider/new']);
  expect(control('站点二维码与登记')).toBeNull();
});

test('leads staff to the codes', async () => {
  const { device, open } = await signedInRider('staff');
  const { id } = await stationNamed('党群服务中心');
  await open(StationDetail, { id });
  await press('站点二维码与登记');
  expect(device.done).toEqual([`to /stations/desk/codes?id=${id}`]);
});

test('greys what is out of order, and offers no check-in where there is no service', async () => {
  const { open } = newRider();
  await open(StationDetail, { id: (await stationNamed('采莲路')).id });
  await until(() => all('.facility-tag--broken').length === 1);
  await open(StationDetail, { id: (await stationNamed('清荷家园')).id });
  await seen('暂停服务');
  expect(control('在这里签到')).toBeNull();
});
