import type { Codes } from '../codes/service';
import type { Communities } from '../communities/service';
import type { Merchants } from '../merchants/service';
import type { Points } from '../points/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { createCounter } from './counter';
import { createDesk } from './desk';
import { createPaying } from './paying';
import { createGrants } from './grants';
import { keepOffers } from './offers';
import { createLooking } from './looking';
import { createRiding } from './rider';
import { createServing } from './shop';

export { namedCoupon } from './shop';
export { holdsChanged } from './using';
export { couponsPersonalData, forgetGrants } from './personal-data';

export interface CouponsParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  communities: Communities;
  merchants: Merchants;
  codes: Codes;
  points: Pick<Points, 'spend' | 'refund' | 'balanceOf'>;
}

export type Coupons = ReturnType<typeof createCoupons>;

/** What shops offer, who has what of it, and what was redeemed. */
export function createCoupons(parts: CouponsParts) {
  const offers = keepOffers(parts);
  const { grantShown, ...grants } = createGrants(parts, offers);
  const paying = createPaying(parts);
  const counter = createCounter(parts, paying, offers, { grantShown });
  return {
    ...createLooking(parts, offers),
    ...grants,
    ...createRiding(parts, counter, { grantShown }),
    ...createServing(parts, offers, counter),
    ...createDesk(parts),
    /** For the job. */
    lapse: paying.lapse,
  };
}
