import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { createDesk } from './desk';
import { createLooking } from './looking';
import { createMoves } from './moves';
import { createReading } from './reading';

export { bulletinsPersonalData, forgetReading } from './personal-data';
/** What is written, as it is kept; for the demonstration's. */
export { columnsOf, kept, type Written } from './writing';

export interface BulletinsParts {
  database: Database;
  clock: Clock;
  audit: Audit;
  communities: Communities;
  media: Pick<Media, 'claim' | 'of'>;
}

export type Bulletins = ReturnType<typeof createBulletins>;

/** What a community tells its people: written, published at a time, found again, taken back. */
export function createBulletins(parts: BulletinsParts) {
  return { ...createReading(parts), ...createLooking(parts), ...createDesk(parts), ...createMoves(parts) };
}
