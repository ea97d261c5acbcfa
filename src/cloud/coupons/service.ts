import type { Codes } from '../codes/service';
import type { Communities } from '../communities/service';
import type { Merchants } from '../merchants/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { createDesk } from './desk';
import { keepOffers } from './offers';
import { createDoing, createHolding, createLooking } from './rider';

export { couponsPersonalData, forgetGrants } from './personal-data';

export interface CouponsParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  communities: Communities;
  merchants: Merchants;
  codes: Codes;
}

export type Coupons = ReturnType<typeof createCoupons>;

/** What shops offer, who has what of it, and what was redeemed. */
export function createCoupons(parts: CouponsParts) {
  const offers = keepOffers(parts);
  const { grantShown, ...holding } = createHolding(parts, offers);
  return {
    ...createLooking(parts, offers),
    ...holding,
    ...createDoing(parts, offers, { grantShown }),
    ...createDesk(parts),
  };
}
