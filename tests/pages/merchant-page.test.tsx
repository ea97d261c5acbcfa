import { outang } from '../support/outang';
import ShopDetail from '../../src/client/merchants/rider/detail';
import { counter, publishedCoupon } from './support/counter';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until } from './support/screen';

const { noodles, canteen } = outang;
const toGrant = ({ device }: Rider) =>
  until(() => device.done.find((done) => done.startsWith('to /coupons/rider/grant?id='))?.split('id=')[1]);

/** The button of one coupon among the others of the shop. */
async function pressOn(title: string, text: string): Promise<void> {
  const ticket = await until(() => all('.coupon-ticket').find((one) => one.textContent.includes(title)));
  const button = await until(() =>
    [...ticket.querySelectorAll<HTMLElement>('[role="button"]')].find((one) => one.textContent === text),
  );
  button.click();
}

test('a shop: where it is, when it is open, whom to call', async () => {
  const { device, open } = newRider();
  await open(ShopDetail, { id: noodles.id });
  await seen('荷风面馆');
  await seen('06:30–14:00、16:30–21:00');
  await press('导航');
  await press('打电话');
  expect(device.done).toEqual(['directions 荷风面馆', 'call 0551-0000-0501']);
  device.scanned = 'read';
  await press('扫码用券');
  await until(() => device.done.includes('replace /check-ins/rider/new?q=read'));
});

test('by its printed code the shop is asked; how it may call the rider is asked once, a no blocks nothing', async () => {
  const rider = await signedInRider('department-officer');
  const [first, second] = [await publishedCoupon(), await publishedCoupon()];
  const page = await rider.open(ShopDetail, { id: noodles.id, code: noodles.code });
  await seen('已扫到店里的码，选一张就能用');
  await pressOn(first.title, '现在使用');
  await press('不用，叫“骑手”就好');
  const id = await toGrant(rider);
  expect(rider.root.grants.grant(id).data).toMatchObject({ state: 'held' });
  expect(rider.root.consents.stateOf('share_with_merchants')).toBe('refused');
  rider.device.done.length = 0;
  await page.show();
  await pressOn(first.title, '等店家确认');
  expect(await toGrant(rider)).toBe(id);
  rider.device.done.length = 0;
  await pressOn(second.title, '现在使用');
  expect(await toGrant(rider)).not.toBe(id);
  expect(control('不用，叫“骑手”就好')).toBeNull();
});

test('a shop that trusts its code: said once more at the counter, then redeemed', async () => {
  const rider = await signedInRider();
  const { title } = await publishedCoupon({ merchantId: canteen.id });
  await rider.open(ShopDetail, { id: canteen.id, code: canteen.code });
  await pressOn(title, '现在使用');
  await press('等一下再用');
  await gone('请到藕塘社区食堂的收银台');
  await pressOn(title, '现在使用');
  await press('确认使用');
  const id = await toGrant(rider);
  const grant = rider.root.grants.grant(id).data;
  expect(grant).toMatchObject({ state: 'redeemed', redemption: { way: 'trusted_code' } });
});

test('by the code on its screen it is redeemed at once', async () => {
  const rider = await signedInRider();
  const { title } = await publishedCoupon();
  await rider.open(ShopDetail, { id: noodles.id, code: await counter.screenCode(noodles.id) });
  await pressOn(title, '现在使用');
  const id = await toGrant(rider);
  expect(rider.root.grants.grant(id).data?.redemption?.way).toBe('screen');
});

test('what was picked before the scan is used without another choice', async () => {
  const rider = await signedInRider();
  const { id: couponId } = await publishedCoupon({ use: 'ahead', merchantId: canteen.id });
  const grant = await rider.root.grants.claim(couponId);
  if (grant) rider.root.grants.pick(grant);
  await rider.open(ShopDetail, { id: canteen.id, code: canteen.code });
  await press('确认使用');
  expect(await toGrant(rider)).toBe(grant?.id);
});

test('what was picked but is not good here is said', async () => {
  const rider = await signedInRider();
  const { id: couponId } = await publishedCoupon({ use: 'ahead', merchantId: canteen.id });
  const grant = await rider.root.grants.claim(couponId);
  if (grant) rider.root.grants.pick(grant);
  await rider.open(ShopDetail, { id: noodles.id, code: noodles.code });
  await seen('您选的那张券不能在这家店用');
});

test('a refusal stands at its coupon, in the cloud’s words', async () => {
  const rider = await newMember();
  const { title } = await publishedCoupon({ merchantId: canteen.id, audience: 'grid_members' });
  await rider.open(ShopDetail, { id: canteen.id, code: canteen.code });
  await pressOn(title, '现在使用');
  await press('确认使用');
  const words = await seen('这张券是流动网格员的，申请通过后就能领');
  expect(words.closest('.coupon-ticket')?.textContent).toContain(title);
});

test('a screen’s code that has run out is said, and so is a lost network; the same tap goes on', async () => {
  const rider = await signedInRider();
  const { title } = await publishedCoupon({ merchantId: canteen.id });
  await rider.open(ShopDetail, { id: canteen.id, code: canteen.code });
  await seen(title);
  rider.device.goOffline();
  await pressOn(title, '现在使用');
  await press('确认使用');
  await seen('没有网络');
  rider.device.goOnline();
  await pressOn(title, '现在使用');
  await press('确认使用');
  await toGrant(rider);
});

test('a guest with a code signs in and goes on', async () => {
  const rider = newRider();
  await rider.open(ShopDetail, { id: canteen.id, code: canteen.code });
  await seen('已扫到店里的码，登录后就能用券');
  await press('登录');
  expect(rider.device.done).toEqual(['to /sessions/rider/sign-in']);
});
