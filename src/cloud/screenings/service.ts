import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Log } from '../platform/log';
import type { ContentChecks } from '../platform/wechat/content-checks';
import { createAsking } from './asking';
import { createDesk } from './desk';
import { createLooking } from './looking';
import type { PictureUrls } from './pictures';
import { createRules } from './rules';
import { createSettling } from './settling';
import { createStarting } from './starting';

export { forgetScreenings, screeningsPersonalData } from './personal-data';
export { hearOfScreenings, type ScreeningResult } from './settling';
export type { ScreeningStart } from './starting';

interface ScreeningsParts {
  database: Database;
  clock: Clock;
  log: Log;
  communities: Communities;
  audit: Audit;
  pictures: PictureUrls;
  /** null: what can be said is said here. */
  contentChecks: ContentChecks | null;
}

export type Screenings = ReturnType<typeof createScreenings>;

/** Words and pictures are looked at before anyone but staff sees them. */
export function createScreenings(parts: ScreeningsParts) {
  const { contentChecks } = parts;
  const settling = createSettling(parts);
  return {
    ...createStarting(parts),
    ...createRules(parts),
    ...createDesk(parts),
    settling,
    look: createLooking({ ...parts, settling, asksWechat: contentChecks !== null }),
    askDue: contentChecks && createAsking({ ...parts, contentChecks, settling }),
  };
}
