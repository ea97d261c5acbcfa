import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Consents } from '../consents/service';
import type { Notify } from '../notices/service';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import type { Sealing } from '../platform/sealing';
import type { People } from '../people/service';
import type { Points } from '../points/service';
import { createCorrecting } from './correcting';
import { createDesk } from './desk';
import { createExporting } from './exporting';
import { createGrading } from './grading';
import { createHonours } from './honours';
import { createLooking } from './looking';
import { papers } from './papers';
import { createFollowing, createRecording } from './recording';
import { createServiceSettings } from './settings';
import { createShown } from './shown';
import { createVolunteers } from './volunteers';

export { forgetService, serviceRecordsPersonalData } from './personal-data';
export { gradeNames, volunteerNumber } from './texts';

export interface ServiceRecordsParts {
  database: Database;
  clock: Clock;
  sealing: Sealing;
  audit: Audit;
  communities: Communities;
  consents: Consents;
  notify: Notify;
  people: Pick<People, 'describePeople'>;
  points: Pick<Points, 'earn' | 'takeBack'>;
  /** Papers on which a record stands are old once its hours change. */
  whenChanged(tx: Queries, communityId: string, recordId: string): Promise<void>;
}

export type ServiceRecords = ReturnType<typeof createServiceRecords>;

/** What volunteers did: hours, trainings, commendations and how they served, as the law has them recorded. */
export function createServiceRecords(parts: ServiceRecordsParts) {
  const volunteers = createVolunteers(parts);
  const shown = createShown(parts);
  const settings = createServiceSettings(parts);
  const following = createFollowing(parts);
  return {
    ...volunteers,
    ...settings,
    ...papers,
    ...createRecording({ ...parts, ...following, volunteers }),
    ...createLooking(parts, shown, volunteers),
    ...createHonours(parts, volunteers),
    ...createDesk(parts, shown),
    ...createGrading(parts, shown),
    ...createCorrecting(parts, shown, following),
    ...createExporting(parts, settings),
  };
}
