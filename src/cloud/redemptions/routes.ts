import * as redemptions from '../../contract/redemptions';
import * as schemas from '../../contract/redemptions.schema';
import { EventStream } from '../platform/events';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Redemptions } from './service';

const watchMs = redemptions.redemptionLimits.watchSeconds * 1_000;

function counterRoutes({ on, onKeyed }: Router, service: Redemptions): void {
  on(redemptions.listHolds, schemas.listHoldsSchemas, policy.listHolds, ({ input }) =>
    service.listHolds(input),
  );
  on(
    redemptions.watchHolds,
    schemas.watchHoldsSchemas,
    policy.watchHolds,
    ({ input }) => new EventStream('holds', watchMs, (send) => service.watchHolds(input, send)),
  );
  onKeyed(redemptions.confirmHold, schemas.confirmHoldSchemas, policy.confirmHold, (call) =>
    service.confirmHold(call.input, call.asker, call.caller.key()),
  );
  on(redemptions.declineHold, schemas.declineHoldSchemas, policy.declineHold, ({ input }) =>
    service.declineHold(input),
  );
  on(redemptions.createPass, schemas.createPassSchemas, policy.createPass, ({ asker, tx }) =>
    service.createPass(asker, tx),
  );
  on(redemptions.readPass, schemas.readPassSchemas, policy.readPass, ({ input }) => service.readPass(input));
  onKeyed(redemptions.redeemByPass, schemas.redeemByPassSchemas, policy.redeemByPass, (call) =>
    service.redeemByPass(call.input, call.asker, call.caller.key()),
  );
  on(redemptions.reverseRedemption, schemas.reverseRedemptionSchemas, policy.reverseRedemption, (call) =>
    service.reverseRedemption(call.input, call.asker, call.tx),
  );
}

function bookRoutes({ on }: Router, service: Redemptions): void {
  on(redemptions.listRedemptions, schemas.listRedemptionsSchemas, policy.listRedemptions, ({ input }) =>
    service.listRedemptions(input),
  );
  on(redemptions.getFigures, schemas.getFiguresSchemas, policy.getFigures, ({ input }) =>
    service.getFigures(input),
  );
  on(redemptions.exportRedemptions, schemas.exportRedemptionsSchemas, policy.exportRedemptions, ({ input }) =>
    service.exportRedemptions(input),
  );
  on(
    redemptions.listFlaggedRedemptions,
    schemas.listFlaggedRedemptionsSchemas,
    policy.listFlaggedRedemptions,
    ({ input }) => service.listFlaggedRedemptions(input),
  );
  on(redemptions.getSettlement, schemas.getSettlementSchemas, policy.getSettlement, ({ input }) =>
    service.getSettlement(input),
  );
  on(redemptions.exportSettlement, schemas.exportSettlementSchemas, policy.exportSettlement, ({ input }) =>
    service.exportSettlement(input),
  );
}

export function redemptionRoutes(router: Router, service: Redemptions): void {
  counterRoutes(router, service);
  bookRoutes(router, service);
}
