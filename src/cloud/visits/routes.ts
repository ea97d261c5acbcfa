import * as visits from '../../contract/visits';
import * as schemas from '../../contract/visits.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Visits } from './service';

export function visitRoutes({ on }: Router, service: Visits): void {
  on(visits.listElders, schemas.listEldersSchemas, policy.listElders, ({ input }) =>
    service.listElders(input),
  );
  on(visits.getElder, schemas.getElderSchemas, policy.getElder, ({ input, asker }) =>
    service.getElder(input, asker),
  );
  on(visits.createElder, schemas.createElderSchemas, policy.createElder, ({ input, asker, tx }) =>
    service.createElder(input, asker, tx),
  );
  on(visits.updateElder, schemas.updateElderSchemas, policy.updateElder, ({ input, asker }) =>
    service.updateElder(input, asker),
  );
  on(visits.removeElder, schemas.removeElderSchemas, policy.removeElder, ({ input, asker }) =>
    service.removeElder(input, asker),
  );
  on(visits.getVisitSheet, schemas.getVisitSheetSchemas, policy.getVisitSheet, ({ input, asker }) =>
    service.getVisitSheet(input, asker),
  );
}
