import * as points from '../../contract/points';
import * as schemas from '../../contract/points.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Points } from './service';

export function pointRoutes({ on }: Router, service: Points): void {
  on(points.getMyPoints, schemas.getMyPointsSchemas, policy.getMyPoints, ({ input, asker }) =>
    service.getMyPoints(input, asker),
  );
  on(points.listPointRules, schemas.listPointRulesSchemas, policy.listPointRules, ({ input }) =>
    service.listPointRules(input),
  );
  on(points.updatePointRules, schemas.updatePointRulesSchemas, policy.updatePointRules, ({ input, asker }) =>
    service.updatePointRules(input, asker),
  );
  on(points.getMemberPoints, schemas.getMemberPointsSchemas, policy.getMemberPoints, ({ input, asker }) =>
    service.getMemberPoints(input, asker),
  );
  on(points.correctPoints, schemas.correctPointsSchemas, policy.correctPoints, ({ input, asker, tx }) =>
    service.correctPoints(input, asker, tx),
  );
}
