import Codes from '../../src/client/stations/desk/codes';
import { signedInRider, stationNamed } from './support/rider';
import { all, press, seen, until } from './support/screen';

const picture = () => document.querySelector<HTMLImageElement>('.qr-code img, .qr-code')?.getAttribute('src');

test('shows both codes of a station', async () => {
  const { device, open } = await signedInRider('staff');
  const { id } = await stationNamed('党群服务中心');
  await open(Codes, { id });
  await seen('秒后换新');
  const rotating = picture();
  expect(rotating).toMatch(/^data:image\/svg\+xml/);
  await press('张贴码');
  await seen('7h2k9m4p3w');
  expect(picture()).not.toBe(rotating);
  await press('复制网址');
  await until(() => device.done.includes('toast 网址已复制'));
});

test('counts people who came without the app', async () => {
  const { open } = await signedInRider('staff');
  const { id } = await stationNamed('采莲路');
  await open(Codes, { id });
  await press('加一人');
  await press('加一人');
  await until(() => all('.walk-in-tally__people')[0]?.textContent === '3 人');
  await press('登记');
  await seen('已登记 3 人');
  await seen('另有 3 人由工作人员登记');
});

test('is refused to those who are not staff', async () => {
  const { open } = await signedInRider('rider');
  const { id } = await stationNamed('党群服务中心');
  await open(Codes, { id });
  await seen('没有权限');
});
