import { definePage } from '../ui/route';

export const merchantRoutes = {
  /** `code`: what was scanned in the shop, so that a coupon can be used there at once. */
  detail: definePage('merchants/rider/detail', 'id', 'code'),
  apply: definePage('merchants/shop/apply'),
  /** The shops I serve in or applied for; `invitation`: a code to become a clerk by. */
  mine: definePage('merchants/shop/mine', 'invitation'),
  shop: definePage('merchants/shop/shop', 'merchantId'),
  clerks: definePage('merchants/shop/clerks', 'merchantId'),
  codes: definePage('merchants/shop/codes', 'merchantId'),
  manage: definePage('merchants/desk/list', 'communityId'),
  edit: definePage('merchants/desk/edit', 'communityId', 'merchantId'),
  import: definePage('merchants/desk/import', 'communityId'),
};
