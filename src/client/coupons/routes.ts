import { definePage } from '../ui/route';

export const couponRoutes = {
  /** A tab: shops with coupons near me. */
  list: definePage('coupons/rider/list'),
  detail: definePage('coupons/rider/detail', 'id'),
  mine: definePage('coupons/rider/mine'),
  /** One of mine: how to use it, waiting for the shop, and the live screen once it is redeemed. */
  grant: definePage('coupons/rider/grant', 'id'),
  manage: definePage('coupons/desk/list', 'communityId'),
  /** A new one without `couponId`, like another with `copyOf`. */
  edit: definePage('coupons/desk/edit', 'communityId', 'couponId', 'copyOf'),
};
