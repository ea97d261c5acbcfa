import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Notify } from '../notices/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { createCorrecting } from './correcting';
import { createLedger } from './ledger';
import { createLooking } from './looking';
import { createRules } from './rules';

export { forgetPoints, pointsPersonalData } from './personal-data';

export interface PointsParts {
  database: Database;
  clock: Clock;
  communities: Communities;
  audit: Audit;
  notify: Notify;
}

export type Points = ReturnType<typeof createPoints>;

/** A community's thanks, counted: earned by rule, spent on coupons, corrected in the open. */
export function createPoints(parts: PointsParts) {
  return {
    ...createLedger(parts),
    ...createLooking(parts),
    ...createRules(parts),
    ...createCorrecting(parts),
  };
}
