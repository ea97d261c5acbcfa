import { createPass, type Holds } from '../../src/contract/redemptions';
import { newKey } from '../../src/client/idempotency-key';
import Counter from '../../src/client/redemptions/shop/counter';
import { passCode } from '../../src/client/redemptions/rider/pass-code';
import {
  counterTexts as texts,
  doneTexts,
  passSheetTexts,
  reversalTexts,
} from '../../src/client/redemptions/shop/texts';
import { signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until } from './support/screen';
import { holdAt, ownShop, type OwnShop } from './support/shop';

let shop: OwnShop;
beforeAll(async () => {
  shop = await ownShop('收银台面馆');
});
const merchant = () => ({ merchantId: shop.merchantId });

async function openCounter(account = 'merchant-clerk'): Promise<Rider> {
  const clerk = await signedInRider(account);
  await clerk.open(Counter, merchant());
  return clerk;
}

const confirmButton = () => control(shop.coupon.title);

async function shownCode({ root }: Rider): Promise<string> {
  const pass = await root.api.call(createPass, {}, { key: newKey(Date.now()) });
  return passCode(pass, Date.now()).text;
}

/** Takes back what stands on the page, so that the rider has the use again. */
async function takeBack(): Promise<void> {
  await press(doneTexts.reverse);
  await press(reversalTexts.suggestions[0]);
  await press(reversalTexts.confirm);
  await seen(doneTexts.reversed);
}

test('who waits is shown, confirmed with its number, and taken back with a reason', async () => {
  const { device } = await openCounter();
  await seen(texts.empty);
  const rider = await signedInRider('rider');
  await holdAt(rider, shop);
  await seen('免费：热汤一碗');
  expect(device.done).toContain('ring');
  await until(() => all('.waiting-card__seconds')[0]?.textContent.startsWith('还剩 1'));
  (await until(confirmButton)).click();
  await seen(doneTexts.compare);
  expect(all('.done-card__number')[0]?.textContent).toMatch(/^\d{3} \d{3}$/);
  await gone(texts.confirm);
  await takeBack();
  expect(device.done).toContain(`toast ${reversalTexts.done}`);
});

test('what is declined stays with the rider', async () => {
  await openCounter();
  const rider = await signedInRider('rider');
  const grant = await holdAt(rider, shop);
  await press(texts.declineNamed('骑手'));
  await seen(texts.empty);
  expect((await holdAt(rider, shop)).id).toBe(grant.id);
  await seen(texts.confirm);
  await press(texts.declineNamed('骑手'));
  await gone(texts.confirm);
});

test('a scanned pass: the coupon is chosen and redeemed', async () => {
  const clerk = await openCounter();
  const rider = await signedInRider('rider-3');
  clerk.device.scanned = await shownCode(rider);
  await press(texts.scan);
  await seen(passSheetTexts.title('骑手'));
  await press(shop.coupon.title);
  await press(passSheetTexts.redeem);
  await seen(doneTexts.compare);
  clerk.device.scanned = await shownCode(rider);
  await press(texts.scan);
  await seen(passSheetTexts.none);
  await press('取消');
  await takeBack();
});

test('what is no pass is said so; closing the camera says nothing', async () => {
  const clerk = await openCounter();
  clerk.device.scanned = 'https://example.test/q/m3n7r2k9tq';
  await press(texts.scan);
  await seen('这个码认不出来');
  clerk.device.scanned = null;
  await press(texts.scan);
  await gone('这个码认不出来');
});

test('told by events, nothing is asked', async () => {
  const clerk = await signedInRider('merchant-clerk');
  const { serverEvents, http } = clerk.device;
  serverEvents.isAvailable = true;
  await clerk.open(Counter, merchant());
  await until(() => serverEvents.listeners.length > 0);
  const holds: Holds = { items: [] };
  serverEvents.tell(holds);
  await seen(texts.empty);
  expect(http.log.filter((line) => line.endsWith('/holds'))).toEqual([]);
});

test('without a network it says so and goes on by itself', async () => {
  const clerk = await signedInRider('merchant-clerk');
  clerk.device.goOffline();
  await clerk.open(Counter, merchant());
  await seen('没有网络');
  await seen(texts.notHeard);
  clerk.device.goOnline();
  await seen(texts.empty);
});

test('is not there for others', async () => {
  await openCounter('rider');
  await seen('没有找到');
});
