import type { CouponState } from '../../contract/coupons';

const before: Record<CouponState, readonly CouponState[]> = {
  draft: [],
  published: ['draft', 'paused'],
  paused: ['published'],
  ended: ['published', 'paused'],
};

/** From which states a coupon may come to this one. */
export const statesBefore = (state: CouponState): readonly CouponState[] => before[state];
