import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Secrets } from '../platform/secrets';
import type { Settings } from '../platform/settings';
import type { Reports } from '../reports/service';
import { createKeys } from './keys';
import { createLooking } from './looking';
import { createSending } from './sending';

export { serveOpenData } from './doors';

export interface OpenDataParts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  settings: Pick<Settings, 'publicUrl'>;
  communities: Communities;
  audit: Audit;
  media: Pick<Media, 'signedUrlFor'>;
  reports: Pick<Reports, 'listPublic' | 'findPublic' | 'isShown' | 'publicNumberOf' | 'createFromOutside'>;
}

export type OpenData = ReturnType<typeof createOpenData>;

/** What machines of others may read and send: GeoReport v2 (Open311) and GeoJSON, of what is public. */
export function createOpenData(parts: OpenDataParts) {
  const keys = createKeys(parts);
  return { ...keys, ...createSending(parts, keys), ...createLooking(parts) };
}
