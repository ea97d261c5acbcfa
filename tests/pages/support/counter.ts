import {
  createCoupon,
  setCouponState,
  type CouponAudience,
  type CouponPeriod,
  type CouponUse,
  type Grant,
} from '../../../src/contract/coupons';
import {
  confirmHold,
  declineHold,
  reverseRedemption,
  type Redemption,
} from '../../../src/contract/redemptions';
import { getMerchantCodes } from '../../../src/contract/merchants';
import { newKey } from '../../../src/client/idempotency-key';
import { outang } from '../../support/outang';
import { signedInRider, type Rider } from './rider';

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const key = () => ({ key: newKey(Date.now()) });
let count = 0;
let desk: Rider | null = null;

/** The desk of the community, which is also behind every counter. */
async function staff(): Promise<Rider['root']['api']> {
  desk ??= await signedInRider('staff');
  return desk.root.api;
}

interface Terms {
  merchantId?: string;
  use?: CouponUse;
  audience?: CouponAudience;
  period?: CouponPeriod;
  pricePoints?: number | null;
}

/** A coupon of its own for one test, published, good today. */
export async function publishedCoupon(terms: Terms = {}): Promise<{ id: string; title: string }> {
  const { merchantId = outang.noodles.id, use = 'at_once', audience = 'members' } = terms;
  const { period = 'ever', pricePoints = null } = terms;
  const api = await staff();
  count += 1;
  const title = `第 ${count} 碗热汤 ${Date.now() % 100_000}`;
  const made = await api.call(
    createCoupon,
    {
      communityId: outang.id,
      title,
      value: { kind: 'free_item', item: '热汤一碗' },
      terms: '堂食可用',
      startsOn: day(-2),
      endsOn: day(30),
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: null,
      total: 50,
      perRider: 1,
      period,
      audience,
      use,
      pricePoints,
      merchantIds: [merchantId],
    },
    key(),
  );
  const { id, version } = made;
  await api.call(setCouponState, {
    communityId: outang.id,
    couponId: id,
    state: 'published',
    version,
  });
  return { id, title };
}

/** What the clerk does, without a page. */
export const counter = {
  confirm: async (grantId: string): Promise<Redemption> =>
    (await staff()).call(confirmHold, { merchantId: outang.noodles.id, grantId }, key()),
  decline: async (grantId: string): Promise<void> =>
    (await staff()).call(declineHold, { merchantId: outang.noodles.id, grantId }),
  takeBack: async ({ id }: Redemption, reason: string): Promise<Redemption> =>
    (await staff()).call(
      reverseRedemption,
      { merchantId: outang.noodles.id, redemptionId: id, reason },
      key(),
    ),
  /** What the shop's screen shows now. */
  screenCode: async (merchantId: string): Promise<string> => {
    const { rotating } = await (await staff()).call(getMerchantCodes, { merchantId });
    return rotating.url.split('/').at(-1) ?? '';
  },
};

/** A coupon held in the noodle shop. */
export async function heldBy({ root }: Rider): Promise<Grant> {
  const { id } = await publishedCoupon();
  const grant = await root.grants.hold({ couponId: id, grantId: null, code: outang.noodles.code });
  if (!grant) throw new Error('Not held');
  return grant;
}
