import Books from '../../src/client/redemptions/shop/books';
import { booksTexts as texts, reversalTexts } from '../../src/client/redemptions/shop/texts';
import { signedInRider } from './support/rider';
import { control, press, seen, until, write } from './support/screen';
import { confirmAs, holdAt, ownShop, type OwnShop } from './support/shop';

let shop: OwnShop;
beforeAll(async () => {
  shop = await ownShop('记账面馆');
});
const merchant = () => ({ merchantId: shop.merchantId });

test('what was redeemed is in the books, and is taken back there with a reason', async () => {
  const clerk = await signedInRider('merchant-clerk');
  const { number } = await confirmAs(clerk, shop, await holdAt(await signedInRider('grid-member'), shop));
  await clerk.open(Books, merchant());
  await seen(number);
  await press(`${texts.reverse} ${number}`);
  await write(reversalTexts.label, '顾客换了一碗');
  await press(reversalTexts.confirm);
  await seen(texts.reversedFor('顾客换了一碗'));
  expect(control(`${texts.reverse} ${number}`)).toBeNull();
});

test('figures of today and the week, a bar a day', async () => {
  const clerk = await signedInRider('merchant-clerk');
  await clerk.open(Books, merchant());
  await seen(texts.week);
  await until(() => document.querySelectorAll('.figures-card__day').length === 7);
});

test('a spreadsheet of some days; too many are refused in the cloud’s words', async () => {
  const clerk = await signedInRider('merchant-clerk');
  await clerk.open(Books, merchant());
  await press(texts.export);
  await press(texts.download);
  await until(() => clerk.device.done.some((line) => /^hand over 记账面馆-核销-.+\.xlsx$/.test(line)));
  await write(texts.from, '2026-01-01');
  await press(texts.download);
  await seen('一次最多导出三个月');
});

test('is not there for others', async () => {
  const rider = await signedInRider('rider');
  await rider.open(Books, merchant());
  await seen('没有找到');
});
