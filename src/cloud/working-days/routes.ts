import * as workingDays from '../../contract/working-days';
import * as schemas from '../../contract/working-days.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { WorkingDays } from './service';

export function workingDayRoutes({ on }: Router, service: WorkingDays): void {
  on(workingDays.listWorkingDays, schemas.listWorkingDaysSchemas, policy.listWorkingDays, ({ input }) =>
    service.listWorkingDays(input),
  );
  on(workingDays.setWorkingDay, schemas.setWorkingDaySchemas, policy.setWorkingDay, ({ input, asker }) =>
    service.setWorkingDay(input, asker),
  );
  on(
    workingDays.removeWorkingDay,
    schemas.removeWorkingDaySchemas,
    policy.removeWorkingDay,
    ({ input, asker }) => service.removeWorkingDay(input, asker),
  );
  on(workingDays.setWorkingHours, schemas.setWorkingHoursSchemas, policy.setWorkingHours, (call) =>
    service.setWorkingHours(call.input, call.asker),
  );
}
