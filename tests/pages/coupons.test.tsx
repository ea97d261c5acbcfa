import CouponDetail from '../../src/client/coupons/rider/detail';
import CouponList from '../../src/client/coupons/rider/list';
import MyCoupons from '../../src/client/coupons/rider/mine';
import { outang } from '../support/outang';
import { counter, heldBy, publishedCoupon } from './support/counter';
import { givePoints } from './support/points';
import { newMember, newRider, northOf, signedInRider } from './support/rider';
import { all, control, press, seen, until } from './support/screen';

const shops = () => all('.offer-card__name').map((one) => one.textContent);

describe('near me', () => {
  test('shops with what they offer, the nearest first where the person may be found', async () => {
    const { device, root, open } = newRider();
    root.settings.givePosition();
    device.position = northOf({ ...outang.noodles.at, crs: 'GCJ-02', accuracyM: 10 }, 50);
    await open(CouponList);
    await until(() => shops().length > 1 && all('.offer-card__distance').length > 1);
    expect(shops()[0]).toBe('荷风面馆');
    await seen('50 米');
    await press('荷风面馆');
    expect(device.done).toEqual([`to /merchants/rider/detail?id=${outang.noodles.id}`]);
  });

  test('are filtered by kind, and by what is open now', async () => {
    const { device, open } = newRider();
    await open(CouponList);
    await until(() => shops().length > 1);
    await press('健康');
    await until(() => shops().join() === '合肥慧视眼科医院');
    await press('营业中');
    await until(() => device.http.log.at(-1)?.includes('category=health&openNow=true'));
    expect(control('营业中')?.getAttribute('aria-pressed')).toBe('true');
    await press('营业中');
    await press('免费眼科检查一次');
    expect(device.done.at(-1)).toMatch(/^to \/coupons\/rider\/detail\?id=/);
  });

  test('nothing that fits, and how to go on', async () => {
    const { device, root, open } = newRider();
    await root.communities.load();
    device.http.answerNext({ status: 200, body: { items: [], nextCursor: null } });
    root.coupons.isOpenNowOnly = true;
    await open(CouponList);
    await seen('没有符合条件的店');
    await press('清除筛选');
    await until(() => shops().length > 1);
  });

  test('no network: said, tried again, and kept for the next time', async () => {
    const { device, open } = newRider();
    device.goOffline();
    await open(CouponList);
    await seen('请检查网络后再试');
    device.goOnline();
    await press('再试一次');
    await until(() => shops().length > 1);
    const again = newRider(device);
    again.device.goOffline();
    await again.root.communities.load();
    await again.open(CouponList);
    await until(() => shops().length > 1);
    await seen('离线 · 显示');
  });
});

describe('one coupon', () => {
  test('is claimed once, and then it is how to use it', async () => {
    const { id, title } = await publishedCoupon({ use: 'ahead' });
    const { device, open } = await signedInRider();
    const page = await open(CouponDetail, { id });
    await seen(title);
    await seen('先领取，再到店使用');
    await press('领取');
    await until(() => device.done.some((done) => done.startsWith('to /coupons/rider/grant?id=')));
    await page.show();
    await press('去使用');
  });

  test('one that costs points says how many one has; once claimed they are counted anew', async () => {
    const { id } = await publishedCoupon({ use: 'ahead', pricePoints: 5 });
    const { device, root, open } = await newMember();
    await givePoints(root.sessions.me?.id ?? '', [7]);
    const page = await open(CouponDetail, { id });
    await seen('您有 7 积分');
    await press('用 5 积分领取');
    await until(() => device.done.some((done) => done.startsWith('to /coupons/rider/grant?id=')));
    await until(() => root.points.balance.data === 2);
    await page.show();
    await seen('去使用');
    expect(all('.coupon-detail__dock .hint')).toHaveLength(0);
  });

  test('too few points: how many are missing, and the cloud’s own words', async () => {
    const { id } = await publishedCoupon({ use: 'ahead', pricePoints: 900 });
    const { open } = await signedInRider('auditor');
    await open(CouponDetail, { id });
    await seen('您有 0 积分，还差 900 积分');
    await press('用 900 积分领取');
    await seen('这张券要 900 积分，还差 900 积分');
  });

  test('a guest signs in first', async () => {
    const { id } = await publishedCoupon({ use: 'ahead' });
    const { device, open } = newRider();
    await open(CouponDetail, { id });
    await press('登录后领取');
    expect(device.done).toEqual(['to /sessions/rider/sign-in']);
  });

  test('for whom it is not, in the cloud’s words', async () => {
    const { id } = await publishedCoupon({ use: 'ahead', audience: 'grid_members' });
    const { open } = await signedInRider('rider-2');
    await open(CouponDetail, { id });
    await press('领取');
    await seen('这张券是流动网格员的，申请通过后就能领');
    expect(control('领取')).not.toBeNull();
  });

  test('one that is used at once leads to the scanner, and what it reads to the page that knows codes', async () => {
    const { id } = await publishedCoupon();
    const { device, open } = await signedInRider();
    device.scanned = `https://nuanxin.test/q/${outang.noodles.code}`;
    await open(CouponDetail, { id });
    await press('扫店里的码');
    await until(() => device.done.some((done) => done.startsWith('to /check-ins/rider/new?q=')));
  });
});

describe('mine', () => {
  test('usable, used, and without a network', async () => {
    const rider = await newMember();
    const { id, title } = await publishedCoupon({ use: 'ahead' });
    await rider.root.grants.claim(id);
    const used = await heldBy(rider);
    await counter.confirm(used.id);
    await rider.open(MyCoupons);
    await seen(title);
    await press('已使用');
    await seen('在荷风面馆使用');
    await seen(used.coupon.title);
    await press('已失效');
    await seen('没有失效的券');

    const again = newRider(rider.device);
    again.device.goOffline();
    await again.open(MyCoupons);
    await seen(title);
    await seen('离线 · 显示');
    await press(title);
    expect(again.device.done.at(-1)).toMatch(/^to \/coupons\/rider\/grant\?id=/);
  });

  test('somebody who is not signed in is asked to', async () => {
    const { device, open } = newRider();
    await open(MyCoupons);
    await seen('登录后看您的券');
    await press('登录');
    expect(device.done).toEqual(['to /sessions/rider/sign-in']);
  });
});
