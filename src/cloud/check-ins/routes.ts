import { createCheckIn, getStationVisits, listMyCheckIns, tallyWalkIns } from '../../contract/check-ins';
import {
  createCheckInSchemas,
  getStationVisitsSchemas,
  listMyCheckInsSchemas,
  tallyWalkInsSchemas,
} from '../../contract/check-ins.schema';
import { anyone, signedIn, type Router } from '../platform/router';
import type { CheckIns } from './service';

export function checkInRoutes({ on }: Router, checkIns: CheckIns): void {
  on(createCheckIn, createCheckInSchemas, signedIn, ({ input, asker, tx }) =>
    checkIns.createCheckIn(input, asker, tx),
  );
  on(listMyCheckIns, listMyCheckInsSchemas, signedIn, ({ input, asker }) =>
    checkIns.listMyCheckIns(input, asker),
  );
  on(getStationVisits, getStationVisitsSchemas, anyone, ({ input }) => checkIns.getStationVisits(input));
  on(tallyWalkIns, tallyWalkInsSchemas, signedIn, ({ input, asker, tx }) =>
    checkIns.tallyWalkIns(input, asker, tx),
  );
}
