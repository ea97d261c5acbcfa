import { createCoupon, redeemCoupon, setCouponState } from '../../src/contract/coupons';
import { getMerchantCodes, listMerchants, updateShop } from '../../src/contract/merchants';
import { getSettlement } from '../../src/contract/redemptions';
import { newKey } from '../../src/client/idempotency-key';
import Flagged from '../../src/client/redemptions/desk/flagged';
import Settlement from '../../src/client/redemptions/desk/settlement';
import { communityOf } from './support/community';
import { signedInRider, type Rider } from './support/rider';
import { press, seen, until } from './support/screen';

const key = () => ({ key: newKey(Date.now()) });

/** A coupon of a shop that trusts its printed code, used so many times. */
async function redeemed(staff: Rider, title: string, times: number): Promise<void> {
  const { api } = staff.root;
  const communityId = communityOf(staff);
  const { items } = await api.call(listMerchants, { communityId, search: '食堂' });
  const merchantId = items[0]?.id ?? '';
  const terms = {
    ...{ title, value: { kind: 'amount_off', amountFen: 350, thresholdFen: 2000 } as const, terms: '' },
    ...{ startsOn: '2026-11-01', endsOn: '2027-11-30', weekdays: [1, 2, 3, 4, 5, 6, 7], hours: null },
    ...({
      total: 50,
      perRider: 20,
      period: 'day',
      audience: 'members',
      use: 'at_once',
      pricePoints: null,
    } as const),
    merchantIds: [merchantId],
  };
  const { id: couponId, version } = await api.call(createCoupon, { communityId, ...terms }, key());
  await api.call(setCouponState, { communityId, couponId, state: 'published', version });
  await api.call(updateShop, { merchantId, trustsPrintedCode: true });
  const code = (await api.call(getMerchantCodes, { merchantId })).printed.id;
  const rider = await signedInRider('rider');
  for (let time = 0; time < times; time += 1)
    await rider.root.api.call(redeemCoupon, { couponId, code }, key());
}

/** Days are counted by a job; it is soon done. */
async function counted(staff: Rider, title: string, standing: number): Promise<void> {
  const communityId = communityOf(staff);
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  for (let tries = 0; tries < 50; tries += 1) {
    const { rows } = await staff.root.api.call(getSettlement, { communityId, month });
    if (rows.some((row) => row.coupon.title === title && row.standing === standing)) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${title} was not counted`);
}

test('a month is settled by shop and coupon, and taken along as a spreadsheet', async () => {
  const staff = await signedInRider('staff');
  await redeemed(staff, '结算三张', 3);
  await counted(staff, '结算三张', 3);
  await staff.open(Settlement, { communityId: communityOf(staff) });
  await seen('结算三张');
  await seen('满 20 减 3.5 元');
  await seen('10.5 元');
  await seen('这个月还没过完');
  await press('下载表格（XLSX）');
  await until(() => staff.device.done.some((done) => /^hand over 优惠结算-\d{4}-\d\d\.xlsx$/.test(done)));
  await press('上个月');
  await seen('这个月没有核销');
});

test('what looks odd is listed with why, and leads to the books of the shop', async () => {
  const staff = await signedInRider('staff');
  await redeemed(staff, '一天五次', 5);
  await counted(staff, '一天五次', 5);
  const auditor = await signedInRider('auditor');
  await auditor.open(Flagged, { communityId: communityOf(auditor) });
  await seen('一天五次');
  await seen('同一天在这家店用了三次以上');
  await press('看这家店的流水');
  await until(() =>
    auditor.device.done.some((done) => done.startsWith('to /redemptions/shop/books?merchantId=')),
  );
});

test('both are refused to those who do not work here', async () => {
  const rider = await signedInRider('rider-2');
  const communityId = communityOf(rider);
  await rider.open(Settlement, { communityId });
  await seen('没有权限');
  await rider.open(Flagged, { communityId });
  await seen('没有权限');
});
