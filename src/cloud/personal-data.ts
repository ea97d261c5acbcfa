import { agendasPersonalData, forgetAgenda } from './agendas/service';
import { attendancesPersonalData, forgetAttendances } from './attendances/service';
import { bulletinsPersonalData, forgetReading } from './bulletins/service';
import { activitiesPersonalData, forgetSignUps } from './activities/service';
import { checkInsPersonalData, forgetVisits } from './check-ins/service';
import type { Clock } from './platform/clock';
import type { Queries } from './platform/database';
import { forgetMedia, mediaPersonalData } from './media/service';
import { membersPersonalData } from './members/service';
import { couponsPersonalData, forgetGrants } from './coupons/service';
import { passesPersonalData } from './redemptions/service';
import { forgetApplications, merchantsPersonalData } from './merchants/service';
import { noticesPersonalData } from './notices/service';
import { peoplePersonalData } from './people/service';
import { consentsPersonalData } from './consents/service';
import type { PersonalData } from './platform/personal-data';
import { idempotencyPersonalData } from './platform/idempotency';
import { outboxPersonalData } from './platform/outbox';
import type { Parts } from './start';
import { auditPersonalData } from './audit/service';
import { forgetPoints, pointsPersonalData } from './points/service';
import { forgetReports, reportsPersonalData } from './reports/service';
import { forgetRequests, requestsPersonalData } from './requests/service';
import { consultationsPersonalData, forgetConsultations } from './consultations/service';
import { forgetService, serviceRecordsPersonalData } from './service-records/service';
import { certificatesPersonalData, forgetCertificates } from './certificates/service';
import { forgetVisitPairs, visitsPersonalData } from './visits/service';
import { forgetScreenings, screeningsPersonalData } from './screenings/service';
import { sessionsPersonalData } from './sessions/service';

/** Everything kept about people, in the order in which a person is taken apart: whatever points at something goes first. */
export const personalDataOf = (parts: Parts): readonly PersonalData[] => [
  outboxPersonalData,
  idempotencyPersonalData,
  checkInsPersonalData,
  attendancesPersonalData,
  noticesPersonalData,
  passesPersonalData,
  couponsPersonalData,
  pointsPersonalData,
  visitsPersonalData,
  activitiesPersonalData(parts),
  mediaPersonalData(parts),
  reportsPersonalData,
  bulletinsPersonalData,
  requestsPersonalData,
  screeningsPersonalData,
  certificatesPersonalData(parts.sealing),
  serviceRecordsPersonalData(parts.sealing),
  consultationsPersonalData,
  // Merged before those who take the time, who then say anew what takes it.
  agendasPersonalData,
  merchantsPersonalData,
  membersPersonalData(parts.sealing),
  auditPersonalData,
  sessionsPersonalData,
  consentsPersonalData,
  peoplePersonalData(parts.sealing),
];

/** What a member who leaves a community was to other concepts there. */
export function createLeaving(clock: Clock) {
  return async function leaveElsewhere(tx: Queries, communityId: string, personId: string): Promise<void> {
    await forgetVisits(tx, communityId, personId);
    await forgetAttendances(tx, communityId, personId);
    await forgetApplications(tx, communityId, personId);
    await forgetGrants(tx, communityId, personId);
    await forgetPoints(tx, communityId, personId);
    await forgetReports(tx, communityId, personId);
    await forgetCertificates(tx, communityId, personId);
    await forgetService(tx, communityId, personId);
    await forgetReading(tx, communityId, personId);
    await forgetRequests(tx, communityId, personId);
    await forgetMedia(tx, communityId, personId);
    await forgetScreenings(tx, communityId, personId);
    await forgetConsultations(tx, communityId, personId);
    await forgetVisitPairs(tx, communityId, personId);
    await forgetSignUps(tx, communityId, personId, clock.now());
    await forgetAgenda(tx, communityId, personId);
  };
}
