import * as days from '../../contract/attendance-days';
import * as daySchemas from '../../contract/attendance-days.schema';
import * as attendances from '../../contract/attendances';
import * as schemas from '../../contract/attendances.schema';
import * as noShows from '../../contract/no-shows';
import * as noShowSchemas from '../../contract/no-shows.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Attendances } from './service';

function ownRoutes({ on, onKeyed }: Router, service: Attendances): void {
  onKeyed(
    attendances.recordAttendance,
    schemas.recordAttendanceSchemas,
    policy.recordAttendance,
    ({ input, asker, caller }) => service.recordAttendance(input, asker, caller.key()),
  );
  on(attendances.listMyDays, schemas.listMyDaysSchemas, policy.listMyDays, ({ asker }) =>
    service.listMyDays(asker),
  );
}

function dayRoutes({ on }: Router, service: Attendances): void {
  on(days.getActivityCode, daySchemas.getActivityCodeSchemas, policy.getActivityCode, ({ input, asker }) =>
    service.getActivityCode(input, asker),
  );
  on(days.listAttendances, daySchemas.listAttendancesSchemas, policy.listAttendances, ({ input, asker }) =>
    service.listAttendances(input, asker),
  );
  on(days.markAttendances, daySchemas.markAttendancesSchemas, policy.markAttendances, (call) =>
    service.markAttendances(call.input, call.asker, call.tx),
  );
  on(
    days.tallyActivityWalkIns,
    daySchemas.tallyActivityWalkInsSchemas,
    policy.tallyActivityWalkIns,
    ({ input, asker, tx }) => service.tallyActivityWalkIns(input, asker, tx),
  );
  on(days.setActivityDay, daySchemas.setActivityDaySchemas, policy.setActivityDay, ({ input, asker }) =>
    service.setActivityDay(input, asker),
  );
  on(days.closeActivityDay, daySchemas.closeActivityDaySchemas, policy.closeActivityDay, (call) =>
    service.closeActivityDay(call.input, call.asker, call.tx),
  );
}

function ruleRoutes({ on }: Router, service: Attendances): void {
  on(noShows.forgiveNoShow, noShowSchemas.forgiveNoShowSchemas, policy.forgiveNoShow, (call) =>
    service.forgiveNoShow(call.input, call.asker, call.tx),
  );
  on(noShows.listSignUpPauses, noShowSchemas.listSignUpPausesSchemas, policy.listSignUpPauses, (call) =>
    service.listSignUpPauses(call.input, call.asker),
  );
  on(noShows.getActivityRules, noShowSchemas.getActivityRulesSchemas, policy.getActivityRules, ({ input }) =>
    service.getActivityRules(input),
  );
  on(
    noShows.setActivityRules,
    noShowSchemas.setActivityRulesSchemas,
    policy.setActivityRules,
    ({ input, asker }) => service.setActivityRules(input, asker),
  );
}

export function attendanceRoutes(router: Router, service: Attendances): void {
  ownRoutes(router, service);
  dayRoutes(router, service);
  ruleRoutes(router, service);
}
