import { definePage } from '../ui/route';

export const redemptionRoutes = {
  /** A rider's changing code. */
  pass: definePage('redemptions/rider/pass'),
  /** What waits in a shop, and its scanner. */
  counter: definePage('redemptions/shop/counter', 'merchantId'),
  books: definePage('redemptions/shop/books', 'merchantId'),
  flagged: definePage('redemptions/desk/flagged', 'communityId'),
  settlement: definePage('redemptions/desk/settlement', 'communityId'),
};
