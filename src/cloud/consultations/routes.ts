import * as desk from '../../contract/consultation-desk';
import * as deskSchemas from '../../contract/consultation-desk.schema';
import * as consultations from '../../contract/consultations';
import * as schemas from '../../contract/consultations.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Consultations } from './service';

function riderRoutes({ on }: Router, service: Consultations): void {
  on(
    consultations.listConsultationOffers,
    schemas.listConsultationOffersSchemas,
    policy.listConsultationOffers,
    ({ input, asker }) => service.listConsultationOffers(input, asker),
  );
  on(
    consultations.listConsultationSlots,
    schemas.listConsultationSlotsSchemas,
    policy.listConsultationSlots,
    ({ input, asker }) => service.listConsultationSlots(input, asker),
  );
  on(
    consultations.createConsultation,
    schemas.createConsultationSchemas,
    policy.createConsultation,
    ({ input, asker, tx }) => service.createConsultation(input, asker, tx),
  );
  on(
    consultations.listMyConsultations,
    schemas.listMyConsultationsSchemas,
    policy.listMyConsultations,
    ({ input, asker }) => service.listMyConsultations(input, asker),
  );
  on(
    consultations.getConsultation,
    schemas.getConsultationSchemas,
    policy.getConsultation,
    ({ input, asker }) => service.getConsultation(input, asker),
  );
  on(
    consultations.cancelConsultation,
    schemas.cancelConsultationSchemas,
    policy.cancelConsultation,
    ({ input, asker, tx }) => service.cancelConsultation(input, asker, tx),
  );
}

function hoursRoutes({ on }: Router, service: Consultations): void {
  on(
    desk.listConsultationHours,
    deskSchemas.listConsultationHoursSchemas,
    policy.listConsultationHours,
    ({ input, asker }) => service.listConsultationHours(input, asker),
  );
  on(
    desk.createConsultationHours,
    deskSchemas.createConsultationHoursSchemas,
    policy.createConsultationHours,
    ({ input, asker, tx }) => service.createConsultationHours(input, asker, tx),
  );
  on(
    desk.updateConsultationHours,
    deskSchemas.updateConsultationHoursSchemas,
    policy.updateConsultationHours,
    ({ input, asker }) => service.updateConsultationHours(input, asker),
  );
  on(
    desk.endConsultationHours,
    deskSchemas.endConsultationHoursSchemas,
    policy.endConsultationHours,
    ({ input, asker, tx }) => service.endConsultationHours(input, asker, tx),
  );
  on(
    desk.setConsultationDayOff,
    deskSchemas.setConsultationDayOffSchemas,
    policy.setConsultationDayOff,
    ({ input, asker }) => service.setConsultationDayOff(input, asker),
  );
  on(
    desk.removeConsultationDayOff,
    deskSchemas.removeConsultationDayOffSchemas,
    policy.removeConsultationDayOff,
    ({ input, asker }) => service.removeConsultationDayOff(input, asker),
  );
}

function dayRoutes({ on }: Router, service: Consultations): void {
  on(
    desk.getConsultationDay,
    deskSchemas.getConsultationDaySchemas,
    policy.getConsultationDay,
    ({ input, asker }) => service.getConsultationDay(input, asker),
  );
  on(
    desk.settleConsultation,
    deskSchemas.settleConsultationSchemas,
    policy.settleConsultation,
    ({ input, asker, tx }) => service.settleConsultation(input, asker, tx),
  );
  on(
    desk.callOffConsultation,
    deskSchemas.callOffConsultationSchemas,
    policy.callOffConsultation,
    ({ input, asker, tx }) => service.callOffConsultation(input, asker, tx),
  );
}

export function consultationRoutes(router: Router, service: Consultations): void {
  riderRoutes(router, service);
  hoursRoutes(router, service);
  dayRoutes(router, service);
}
