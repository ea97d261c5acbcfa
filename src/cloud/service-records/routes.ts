import * as desk from '../../contract/service-desk';
import * as mine from '../../contract/service-records';
import * as schemas from '../../contract/service-records.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { ServiceRecords } from './service';

export function serviceRecordRoutes({ on }: Router, service: ServiceRecords): void {
  on(mine.getMyService, schemas.getMyServiceSchemas, policy.getMyService, ({ input, asker }) =>
    service.getMyService(input, asker),
  );
  on(
    mine.listMyServiceRecords,
    schemas.listMyServiceRecordsSchemas,
    policy.listMyServiceRecords,
    ({ input, asker }) => service.listMyServiceRecords(input, asker),
  );
  on(
    mine.getMyServiceRecord,
    schemas.getMyServiceRecordSchemas,
    policy.getMyServiceRecord,
    ({ input, asker }) => service.getMyServiceRecord(input, asker),
  );
  on(mine.updateMyVolunteer, schemas.updateMyVolunteerSchemas, policy.updateMyVolunteer, ({ input, asker }) =>
    service.updateMyVolunteer(input, asker),
  );
  on(
    mine.setMyVolunteerName,
    schemas.setMyVolunteerNameSchemas,
    policy.setMyVolunteerName,
    ({ input, asker }) => service.setMyVolunteerName(input, asker),
  );
  on(
    mine.removeMyVolunteerName,
    schemas.removeMyVolunteerNameSchemas,
    policy.removeMyVolunteerName,
    ({ input, asker }) => service.removeMyVolunteerName(input, asker),
  );
  on(
    mine.askServiceCorrection,
    schemas.askServiceCorrectionSchemas,
    policy.askServiceCorrection,
    ({ input, asker, tx }) => service.askServiceCorrection(input, asker, tx),
  );
  on(
    mine.withdrawServiceCorrection,
    schemas.withdrawServiceCorrectionSchemas,
    policy.withdrawServiceCorrection,
    ({ input, asker }) => service.withdrawServiceCorrection(input, asker),
  );
}

/** Of those who led, and of staff. */
export function serviceDeskRoutes({ on }: Router, service: ServiceRecords): void {
  on(
    desk.listServiceRecords,
    schemas.listServiceRecordsSchemas,
    policy.listServiceRecords,
    ({ input, asker }) => service.listServiceRecords(input, asker),
  );
  on(
    desk.listActivityService,
    schemas.listActivityServiceSchemas,
    policy.listActivityService,
    ({ input, asker }) => service.listActivityService(input, asker),
  );
  on(desk.gradeService, schemas.gradeServiceSchemas, policy.gradeService, ({ input, asker }) =>
    service.gradeService(input, asker),
  );
  on(
    desk.listServiceCorrections,
    schemas.listServiceCorrectionsSchemas,
    policy.listServiceCorrections,
    ({ input, asker }) => service.listServiceCorrections(input, asker),
  );
  on(
    desk.decideServiceCorrection,
    schemas.decideServiceCorrectionSchemas,
    policy.decideServiceCorrection,
    ({ input, asker }) => service.decideServiceCorrection(input, asker),
  );
}

/** Volunteers one by one, and what leaves the house. */
export function serviceFileRoutes({ on }: Router, service: ServiceRecords): void {
  on(
    desk.getVolunteerService,
    schemas.getVolunteerServiceSchemas,
    policy.getVolunteerService,
    ({ input, asker }) => service.getVolunteerService(input, asker),
  );
  on(desk.addHonour, schemas.addHonourSchemas, policy.addHonour, ({ input, asker, tx }) =>
    service.addHonour(input, asker, tx),
  );
  on(desk.removeHonour, schemas.removeHonourSchemas, policy.removeHonour, ({ input, asker }) =>
    service.removeHonour(input, asker),
  );
  on(
    desk.getServiceSettings,
    schemas.getServiceSettingsSchemas,
    policy.getServiceSettings,
    ({ input, asker }) => service.getServiceSettings(input, asker),
  );
  on(
    desk.setServiceSettings,
    schemas.setServiceSettingsSchemas,
    policy.setServiceSettings,
    ({ input, asker }) => service.setServiceSettings(input, asker),
  );
  on(
    desk.previewServiceExport,
    schemas.previewServiceExportSchemas,
    policy.previewServiceExport,
    ({ input }) => service.previewServiceExport(input),
  );
  on(
    desk.exportServiceRecords,
    schemas.exportServiceRecordsSchemas,
    policy.exportServiceRecords,
    ({ input, asker }) => service.exportServiceRecords(input, asker),
  );
}
