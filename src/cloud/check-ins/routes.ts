import { createCheckIn, getStationVisits, listMyCheckIns, tallyWalkIns } from '../../contract/check-ins';
import {
  createCheckInSchemas,
  getStationVisitsSchemas,
  listMyCheckInsSchemas,
  tallyWalkInsSchemas,
} from '../../contract/check-ins.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { CheckIns } from './service';

export function checkInRoutes({ on }: Router, checkIns: CheckIns): void {
  on(createCheckIn, createCheckInSchemas, policy.createCheckIn, ({ input, asker, tx }) =>
    checkIns.createCheckIn(input, asker, tx),
  );
  on(listMyCheckIns, listMyCheckInsSchemas, policy.listMyCheckIns, ({ input, asker }) =>
    checkIns.listMyCheckIns(input, asker),
  );
  on(getStationVisits, getStationVisitsSchemas, policy.getStationVisits, ({ input }) =>
    checkIns.getStationVisits(input),
  );
  on(tallyWalkIns, tallyWalkInsSchemas, policy.tallyWalkIns, ({ input, asker, tx }) =>
    checkIns.tallyWalkIns(input, asker, tx),
  );
}
