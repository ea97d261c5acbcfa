import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Limits } from '../platform/rate-limit';
import type { Sealing } from '../platform/sealing';
import type { Settings } from '../platform/settings';
import type { ServiceRecords } from '../service-records/service';
import { createIssuing } from './issuing';
import { createLooking } from './looking';
import type { Papers } from './papers';
import { createSealingDesk } from './sealing-desk';
import { createShown } from './shown';
import { createSuperseding } from './superseding';
import { createVerifying } from './verifying';

export { certificatesPersonalData, forgetCertificates } from './personal-data';
export { serveVerifyDoor } from './door';
export { createPapers, type Papers } from './papers';

export interface CertificatesParts {
  database: Database;
  clock: Clock;
  sealing: Sealing;
  settings: Pick<Settings, 'publicUrl'>;
  limits: Pick<Limits, 'consume'>;
  audit: Audit;
  communities: Communities;
  notify: Notify;
  papers: Pick<Papers, 'ask'>;
  people: Pick<People, 'describePeople'>;
  serviceRecords: Pick<ServiceRecords, 'findVolunteer' | 'holdForPaper' | 'settingsOf'>;
}

export type Certificates = ReturnType<typeof createCertificates>;

/** Proofs of service: free, at once, checked by anyone; no more than a platform's record until the community seals it. */
export function createCertificates(parts: CertificatesParts) {
  const shown = createShown(parts);
  return {
    ...createIssuing(parts, shown),
    ...createLooking(parts, shown),
    ...createVerifying(parts, shown),
    ...createSealingDesk(parts, shown),
    ...createSuperseding(parts),
  };
}
