import * as coupons from '../../contract/coupons';
import * as schemas from '../../contract/coupons.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Coupons } from './service';

function riderRoutes({ on, onKeyed }: Router, service: Coupons): void {
  on(coupons.listCoupons, schemas.listCouponsSchemas, policy.listCoupons, ({ input }) =>
    service.listCoupons(input),
  );
  on(
    coupons.listMerchantCoupons,
    schemas.listMerchantCouponsSchemas,
    policy.listMerchantCoupons,
    ({ input, asker }) => service.listMerchantCoupons(input, asker),
  );
  on(coupons.getCoupon, schemas.getCouponSchemas, policy.getCoupon, ({ input, asker }) =>
    service.getCoupon(input, asker),
  );
  onKeyed(coupons.claimCoupon, schemas.claimCouponSchemas, policy.claimCoupon, (call) =>
    service.claimCoupon(call.input, call.asker, call.caller.key()),
  );
  onKeyed(coupons.holdCoupon, schemas.holdCouponSchemas, policy.holdCoupon, (call) =>
    service.holdCoupon(call.input, call.asker, call.caller.key()),
  );
  onKeyed(coupons.redeemCoupon, schemas.redeemCouponSchemas, policy.redeemCoupon, (call) =>
    service.redeemCoupon(call.input, call.asker, call.caller.key()),
  );
  on(coupons.listMyGrants, schemas.listMyGrantsSchemas, policy.listMyGrants, ({ input, asker }) =>
    service.listMyGrants(input, asker),
  );
  on(coupons.getGrant, schemas.getGrantSchemas, policy.getGrant, ({ input, asker }) =>
    service.getGrant(input, asker),
  );
  on(coupons.cancelHold, schemas.cancelHoldSchemas, policy.cancelHold, ({ input, asker }) =>
    service.cancelHold(input, asker),
  );
}

function deskRoutes({ on }: Router, service: Coupons): void {
  on(coupons.listManagedCoupons, schemas.listManagedCouponsSchemas, policy.listManagedCoupons, (call) =>
    service.listManagedCoupons(call.input, call.asker),
  );
  on(coupons.getManagedCoupon, schemas.getManagedCouponSchemas, policy.getManagedCoupon, ({ input, asker }) =>
    service.getManagedCoupon(input, asker),
  );
  on(coupons.createCoupon, schemas.createCouponSchemas, policy.createCoupon, ({ input, tx }) =>
    service.createCoupon(input, tx),
  );
  on(coupons.updateCoupon, schemas.updateCouponSchemas, policy.updateCoupon, ({ input }) =>
    service.updateCoupon(input),
  );
  on(coupons.setCouponState, schemas.setCouponStateSchemas, policy.setCouponState, ({ input }) =>
    service.setCouponState(input),
  );
}

export function couponRoutes(router: Router, service: Coupons): void {
  riderRoutes(router, service);
  deskRoutes(router, service);
}
