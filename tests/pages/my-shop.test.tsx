import { decideMerchantApplication, listMerchants } from '../../src/contract/merchants';
import Apply from '../../src/client/merchants/shop/apply';
import Codes from '../../src/client/merchants/shop/codes';
import Mine from '../../src/client/merchants/shop/mine';
import Shop from '../../src/client/merchants/shop/shop';
import { applyTexts, codesTexts, mineTexts, shopTexts } from '../../src/client/merchants/shop/texts';
import { formTexts, positionTexts } from '../../src/client/merchants/form-texts';
import { placeCodesTexts } from '../../src/client/ui/texts';
import { outang } from '../support/outang';
import { newRider, signedInRider } from './support/rider';
import { all, press, seen, until, write } from './support/screen';
import { ownShop, type OwnShop } from './support/shop';

let shop: OwnShop;
beforeAll(async () => {
  shop = await ownShop('设置面馆');
});
const merchant = () => ({ merchantId: shop.merchantId });

test('applying: what is missing is marked, the draft stays, and the answer is read', async () => {
  const owner = await signedInRider('grid-member');
  await owner.open(Apply);
  await press(applyTexts.submit);
  await seen(applyTexts.incomplete);
  await write(formTexts.name, '巷口小吃');
  await write(formTexts.address, '荷风路 3 号');
  const again = newRider(owner.device);
  await again.open(Apply);
  await until(
    () =>
      document.querySelector<HTMLInputElement>(`[aria-label="${formTexts.name}"] input`)?.value ===
        '巷口小吃' ||
      document.querySelector<HTMLInputElement>(`input[aria-label="${formTexts.name}"]`)?.value === '巷口小吃',
  );
  await write(positionTexts.lng, '117.2502');
  await write(positionTexts.lat, '31.8861');
  again.device.http.loseNextAnswer();
  await press(applyTexts.submit);
  await seen('网络有点慢');
  await press(applyTexts.submit);
  await until(() => again.device.done.includes('replace /merchants/shop/mine'));
  expect(again.device.storage.keys().some((key) => key.startsWith('shop-draft.'))).toBe(false);

  await again.open(Mine);
  await seen(mineTexts.applied);
  const staff = await signedInRider('staff');
  const { api } = staff.root;
  const communityId = outang.id;
  const { items } = await api.call(listMerchants, { communityId, isApplication: true });
  const { id: merchantId, version } = items.find(({ name }) => name === '巷口小吃')!;
  const decision = { communityId, merchantId, version, decision: 'decline', reason: '请先办好执照' } as const;
  await api.call(decideMerchantApplication, decision);
  await again.open(Mine);
  await seen('请先办好执照');
  await press(mineTexts.again);
  expect(again.device.done.at(-1)).toBe('to /merchants/shop/apply');
});

test('applying is for those who are signed in', async () => {
  const { open, device } = newRider();
  await open(Apply);
  await seen('请先登录');
  await press('登录');
  expect(device.done).toEqual(['to /sessions/rider/sign-in']);
});

test('phone and hours are changed; trusting the printed code is asked about', async () => {
  const clerk = await signedInRider('merchant-clerk');
  await clerk.open(Shop, merchant());
  await write(shopTexts.phone, '打不通');
  await seen(formTexts.phoneWrong);
  await write(shopTexts.phone, '0551-0000-0777');
  await press(shopTexts.save);
  await until(() => clerk.device.done.includes(`toast ${shopTexts.saved}`));
  await press(shopTexts.trust);
  await seen(shopTexts.trustWhy);
  await press(shopTexts.trustYes);
  await until(() => clerk.device.done.includes(`toast ${shopTexts.trusted}`));
  await press(shopTexts.trust);
  await until(() => clerk.device.done.includes(`toast ${shopTexts.untrusted}`));
});

test('both codes are shown; the printed one is replaced after a warning', async () => {
  const clerk = await signedInRider('merchant-clerk');
  await clerk.open(Codes, merchant());
  await seen('秒后换新');
  expect(clerk.device.done).toContain('light on');
  await press(placeCodesTexts.printed);
  await until(() => all('.place-codes__id')[0]?.textContent === shop.code);
  await press(codesTexts.poster);
  expect(clerk.device.done.at(-1)).toBe(`to /codes/desk/poster?target=merchant&id=${shop.merchantId}`);
  await press(codesTexts.replace);
  await seen(codesTexts.replaceHint);
});

test('others find no back room', async () => {
  const rider = await signedInRider('rider-3');
  await rider.open(Mine);
  await seen(mineTexts.none);
  await rider.open(Codes, merchant());
  await seen('没有找到');
});
