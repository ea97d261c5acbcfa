import { holdCoupon, listMerchantCoupons, type Grant } from '../../../src/contract/coupons';
import { confirmHold, type Redemption } from '../../../src/contract/redemptions';
import { newKey } from '../../../src/client/idempotency-key';
import { outang } from '../../support/outang';
import type { Rider } from './rider';

const merchantId = outang.noodles.id;

/** What the noodle shop offers everybody. */
async function noodlesCoupon({ root }: Rider): Promise<string> {
  const { items } = await root.api.call(listMerchantCoupons, { merchantId });
  const coupon = items.find(({ title }) => title === '面条满 15 减 3');
  if (!coupon) throw new Error('The noodle shop offers nothing');
  return coupon.id;
}

/** Asks the noodle shop to confirm, without a page. */
export async function holdAt(rider: Rider): Promise<Grant> {
  const input = { couponId: await noodlesCoupon(rider), code: outang.noodles.code };
  return rider.root.api.call(holdCoupon, input, { key: newKey(Date.now()) });
}

/** Confirms it, without a page. */
export function confirmAs(clerk: Rider, { id: grantId }: Grant): Promise<Redemption> {
  return clerk.root.api.call(confirmHold, { merchantId, grantId }, { key: newKey(Date.now()) });
}
