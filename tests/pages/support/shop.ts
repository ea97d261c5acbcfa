import { holdCoupon, type Grant } from '../../../src/contract/coupons';
import {
  acceptInvitation,
  createMerchant,
  getMerchantCodes,
  inviteClerk,
  setMerchantStatus,
} from '../../../src/contract/merchants';
import { confirmHold, type Redemption } from '../../../src/contract/redemptions';
import { newKey } from '../../../src/client/idempotency-key';
import { outang } from '../../support/outang';
import { publishedCoupon } from './counter';
import { signedInRider, type Rider } from './rider';

const key = () => ({ key: newKey(Date.now()) });

/** A shop of its own for one test file, so that what others do elsewhere is not seen there. */
export interface OwnShop {
  readonly merchantId: string;
  readonly name: string;
  /** Its printed code. */
  readonly code: string;
  /** What it offers everybody once a day. */
  readonly coupon: { readonly id: string; readonly title: string };
}

/** Open at all hours; 面馆小周 serves there. */
export async function ownShop(name: string): Promise<OwnShop> {
  const { api } = (await signedInRider('staff')).root;
  const communityId = outang.id;
  const made = await api.call(
    createMerchant,
    {
      communityId,
      name,
      category: 'catering',
      address: '荷风路 20 号',
      position: { lat: 31.8868, lng: 117.2514, crs: 'GCJ-02', accuracyM: 10 },
      hours: {
        weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          weekday,
          spans: [{ opens: '00:00', closes: '24:00' }],
        })),
        exceptions: [],
      },
      phone: null,
      agreementFrom: null,
      agreementTo: null,
    },
    key(),
  );
  const { id: merchantId, version } = made;
  await api.call(setMerchantStatus, { communityId, merchantId, status: 'active', version });
  const { code: invitation } = await api.call(inviteClerk, { merchantId }, key());
  const clerk = await signedInRider('merchant-clerk');
  await clerk.root.api.call(acceptInvitation, { code: invitation }, key());
  const { printed } = await api.call(getMerchantCodes, { merchantId });
  const coupon = await publishedCoupon({ merchantId, period: 'day' });
  return { merchantId, name, code: printed.id, coupon };
}

/** Asks the shop to confirm, without a page. */
export async function holdAt(rider: Rider, { coupon, code }: OwnShop): Promise<Grant> {
  return rider.root.api.call(holdCoupon, { couponId: coupon.id, code }, key());
}

/** Confirms it, without a page. */
export function confirmAs(
  clerk: Rider,
  { merchantId }: OwnShop,
  { id: grantId }: Grant,
): Promise<Redemption> {
  return clerk.root.api.call(confirmHold, { merchantId, grantId }, key());
}
