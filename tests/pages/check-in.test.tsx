import NewCheckIn from '../../src/client/check-ins/rider/new';
import Result from '../../src/client/check-ins/rider/result';
import { outang } from '../support/outang';
import { newPerson, newRider, northOf, signedInRider, stationNamed, type Rider } from './support/rider';
import { all, control, press, seen, until } from './support/screen';

const code = '7h2k9m4p3w';

async function standing(rider: Rider, metres: number): Promise<void> {
  const { position } = await stationNamed('歇歇角·北苑');
  rider.device.position = northOf(position, metres);
  rider.root.settings.givePosition();
}

test('checks in at once by the code that opened the page', async () => {
  const rider = await newPerson();
  await rider.open(NewCheckIn, { code });
  await until(() => rider.device.done.includes('replace /check-ins/rider/result'));
  await rider.open(Result);
  await seen('签到成功');
  await seen('藕塘社区党群服务中心');
});

test('says that a second visit within two hours counts as the first', async () => {
  const rider = await signedInRider('rider-3');
  for (const round of [1, 2]) {
    await rider.open(NewCheckIn, { q: encodeURIComponent(`https://nuanxin.test/q/${code}`) });
    await until(() => rider.device.done.filter((done) => done.startsWith('replace')).length === round);
  }
  await rider.open(Result);
  await seen('已算首次签到');
});

test('offers a button only where the person stands', async () => {
  const rider = await signedInRider('grid-member');
  await standing(rider, 40);
  await rider.open(NewCheckIn);
  await until(() => control('在这里签到'));
  expect(all('.station-picker__pick')).toHaveLength(1);
  await press('在这里签到：歇歇角·北苑');
  await until(() => rider.device.done.includes('replace /check-ins/rider/result'));
});

test('explains a refusal and what to do instead', async () => {
  const rider = await signedInRider();
  await standing(rider, 40);
  await rider.open(NewCheckIn);
  await until(() => control('在这里签到'));
  await standing(rider, 900);
  await press('在这里签到');
  await seen('离站点还有点远');
  await seen('请扫站点的二维码');
});

test('knows a mistyped number before it asks anyone', async () => {
  const rider = await signedInRider();
  await rider.open(NewCheckIn);
  const field = await until(() => document.querySelector<HTMLInputElement>('.typed-code input'));
  field.value = '7k2m';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => control('用编号签到')?.getAttribute('aria-disabled') !== 'true');
  await press('用编号签到');
  await seen('编号是 10 位字母和数字');
});

test('keeps the visit of someone who has still to sign in, and sends it then', async () => {
  const rider = newRider();
  const page = await rider.open(NewCheckIn, { code });
  await seen('登录后马上为您签到');
  await press('登录并签到');
  expect(rider.device.done).toEqual(['to /sessions/rider/sign-in']);
  await rider.root.sessions.signInAsDemo('merchant-clerk');
  await page.show();
  await until(() => rider.device.done.includes('replace /check-ins/rider/result'));
});

test('writes a visit down while there is no network', async () => {
  const rider = await newPerson();
  rider.device.goOffline();
  await rider.open(NewCheckIn, { code });
  await until(() => rider.device.done.includes('replace /check-ins/rider/result'));
  await rider.open(Result);
  await seen('联网后自动补报');
});

test('a shop’s code leads to the shop, signed in or not', async () => {
  const { id, code: shopCode } = outang.noodles;
  const there = `replace /merchants/rider/detail?id=${id}&code=${shopCode}`;
  const rider = newRider();
  await rider.open(NewCheckIn, { code: shopCode });
  await until(() => rider.device.done.includes(there));
  const other = await signedInRider();
  other.device.scanned = `https://nuanxin.test/q/${shopCode}`;
  await other.open(NewCheckIn);
  await press('扫站点二维码');
  await until(() => other.device.done.includes(there));
});

test('a code that nobody knows is explained, with the other ways at hand', async () => {
  const rider = await signedInRider();
  await rider.open(NewCheckIn, { code: '0000000000' });
  await seen('没有找到这个码');
  expect(control('扫站点二维码')).not.toBeNull();
});
