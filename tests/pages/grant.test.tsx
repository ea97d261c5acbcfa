import GrantPage from '../../src/client/coupons/rider/grant';
import { outang } from '../support/outang';
import { counter, heldBy, publishedCoupon } from './support/counter';
import { newRider, signedInRider } from './support/rider';
import { all, press, seen, until } from './support/screen';

test('waits for the shop, and is live with the shop’s number as soon as it has confirmed', async () => {
  const rider = await signedInRider();
  const { id, coupon } = await heldBy(rider);
  await rider.open(GrantPage, { id });
  await seen('请荷风面馆的店员在手机上点一下“确认”');
  const left = Number(all('.grant-waiting__seconds')[0]?.textContent);
  expect(left).toBeGreaterThan(100);
  expect(left).toBeLessThanOrEqual(120);
  const redemption = await counter.confirm(id);
  await seen('核销成功');
  await seen(redemption.number);
  await seen(coupon.title);
  const clock = () => all('.grant-live__clock')[0]?.textContent;
  const first = clock();
  await until(() => clock() !== first);
});

test('a wait is taken back by its rider', async () => {
  const rider = await signedInRider();
  const { id } = await heldBy(rider);
  await rider.open(GrantPage, { id });
  await press('先不用了');
  await seen('已取消，券还在您手里');
  await seen('扫店里的码');
});

test('a shop that does not confirm leaves the coupon, and the page says so', async () => {
  const rider = await signedInRider();
  const { id } = await heldBy(rider);
  await rider.open(GrantPage, { id });
  await seen('正在等店家确认');
  await counter.decline(id);
  await seen('店家没有确认');
});

test('one taken back by the shop says why, and can be used again', async () => {
  const rider = await signedInRider();
  const { id } = await heldBy(rider);
  const redemption = await counter.confirm(id);
  await counter.takeBack(redemption, '点错了');
  await rider.open(GrantPage, { id });
  await seen('上一次使用被店家撤销了，券可以再用');
  await seen('店家说：点错了');
});

test('opened again without a network it is a receipt, not live', async () => {
  const rider = await signedInRider();
  const { id } = await heldBy(rider);
  const { number } = await counter.confirm(id);
  const page = await rider.open(GrantPage, { id });
  await seen('核销成功');
  page.close();
  const again = newRider(rider.device);
  again.device.goOffline();
  await again.open(GrantPage, { id });
  await seen('这是使用记录，不能再次使用。');
  await seen(number);
  expect(all('.grant-live')).toHaveLength(0);
});

describe('usable', () => {
  async function claimed() {
    const rider = await signedInRider();
    const { id: couponId } = await publishedCoupon({ use: 'ahead' });
    const grant = await rider.root.grants.claim(couponId);
    if (!grant) throw new Error('Not claimed');
    return { rider, grant };
  }

  test('goes on in the shop whose code is scanned, with this coupon in hand', async () => {
    const { rider, grant } = await claimed();
    rider.device.scanned = `https://nuanxin.test/q/${outang.noodles.code}`;
    await rider.open(GrantPage, { id: grant.id });
    await press('扫店里的码');
    await until(() => rider.device.done.length > 0);
    const { code, id } = outang.noodles;
    expect(rider.device.done).toEqual([`to /merchants/rider/detail?id=${id}&code=${code}`]);
    expect(rider.root.grants.picked).toEqual({ couponId: grant.coupon.id, grantId: grant.id });
  });

  test.each([
    [outang.centre.code, '这不是店家的优惠码，请扫店里的码'],
    ['0000000000', '没有找到这个码，请确认是不是社区张贴的二维码'],
    ['nothing', '没有找到这个码，请确认是不是社区张贴的二维码'],
  ])('says what is wrong with %s', async (scanned, words) => {
    const { rider, grant } = await claimed();
    rider.device.scanned = scanned;
    await rider.open(GrantPage, { id: grant.id });
    await press('扫店里的码');
    await seen(words);
    await press('出示骑手码');
    expect(rider.device.done).toEqual(['to /redemptions/rider/pass']);
  });
});
