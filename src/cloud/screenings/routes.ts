import * as screenings from '../../contract/screenings';
import * as schemas from '../../contract/screenings.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Screenings } from './service';

export function screeningRoutes({ on }: Router, service: Screenings): void {
  on(screenings.listScreenings, schemas.listScreeningsSchemas, policy.listScreenings, ({ input, asker }) =>
    service.listScreenings(input, asker),
  );
  on(screenings.decideScreening, schemas.decideScreeningSchemas, policy.decideScreening, ({ input, asker }) =>
    service.decideScreening(input, asker),
  );
  on(screenings.getScreeningRules, schemas.getScreeningRulesSchemas, policy.getScreeningRules, ({ input }) =>
    service.getScreeningRules(input),
  );
  on(
    screenings.updateScreeningRules,
    schemas.updateScreeningRulesSchemas,
    policy.updateScreeningRules,
    ({ input, asker }) => service.updateScreeningRules(input, asker),
  );
}
