import type { Activities } from '../activities/service';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Sealing } from '../platform/sealing';
import { createElderDesk } from './desk';
import { createSheet } from './sheet';

export { forgetVisitPairs, visitsPersonalData } from './personal-data';

export interface VisitsParts {
  database: Database;
  clock: Clock;
  sealing: Sealing;
  audit: Audit;
  communities: Communities;
  activities: Pick<Activities, 'findActivity' | 'findActivities' | 'goingTo'>;
}

export type Visits = ReturnType<typeof createVisits>;

/** Elders whom volunteers visit: sealed, and shown only to whom and when it is needed. */
export function createVisits(parts: VisitsParts) {
  return { ...createElderDesk(parts), ...createSheet(parts) };
}
