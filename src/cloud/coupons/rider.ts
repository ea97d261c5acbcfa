import { couponProblems, type Grant } from '../../contract/coupons';
import type { holdCouponSchemas, redeemCouponSchemas } from '../../contract/coupons.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { metresBetween } from '../platform/distance';
import { refuse } from '../platform/refusal';
import type { Counter } from './counter';
import type { Grants } from './grants';
import * as queries from './queries';
import type { CouponRecord } from './queries';
import type { CouponsParts } from './service';
import { holdsChanged } from './using';

type UseInput = InputOf<typeof holdCouponSchemas> & InputOf<typeof redeemCouponSchemas>;

/** Farther from the shop than this, metres, on top of the position's own accuracy, staff should look. */
const farM = 1_000;
/** A rider who serves themselves, near the shop. */
const alone = { clerkId: null, isFar: false } as const;

/** Claiming, holding, redeeming by riders. */
export function createRiding(
  { database, changes, codes, merchants }: CouponsParts,
  { demand, noted, takeCoupon, takeOrUse }: Counter,
  { grantShown }: Pick<Grants, 'grantShown'>,
) {
  /** The shop whose code was scanned; refused where the coupon is another community's. */
  async function scanned(coupon: CouponRecord, code: string, personId: string) {
    const { merchantId, grade } = await noted(coupon, { personId, merchantId: null }, async () => {
      const read = await codes.readMerchantCode(code);
      if (read.communityId !== coupon.communityId) throw refuse(couponProblems.wrong_merchant);
      return read;
    });
    return { merchantId, grade, shop: await merchants.shopById(merchantId) };
  }

  return {
    /** A signed-in person, of a coupon that is claimed ahead. */
    async claimCoupon({ couponId }: { couponId: string }, { personId }: Asker, key: string): Promise<Grant> {
      const coupon = await demand(couponId);
      const asked = { personId, key, input: { couponId }, ...alone };
      const taken = await takeCoupon(coupon, {
        ...asked,
        target: 'available',
        merchantId: null,
        way: null,
      });
      if (taken.kind === 'taken') return grantShown(taken.grant);
      if (taken.kind === 'use') throw refuse(problems.idempotency_key_reused);
      return grantShown(await database.row(queries.findGrant, [coupon.communityId, taken.grantId]));
    },

    /** A signed-in person in a shop; the shop hears of it at once. */
    async holdCoupon(input: UseInput, { personId }: Asker, key: string): Promise<Grant> {
      const { couponId, code, grantId, position } = input;
      const coupon = await demand(couponId);
      const { merchantId, shop } = await scanned(coupon, code, personId);
      const isFar = position !== undefined && metresBetween(position, shop) > farM + position.accuracyM;
      // Where somebody stands is forgotten: it does not make another request of it.
      const asked = { couponId, code, grantId: grantId ?? null };
      const taking = { personId, key, input: asked, ...alone, isFar, merchantId, way: null };
      const grant = await takeOrUse('holdCoupon', coupon, { ...taking, target: 'held' }, grantId);
      await changes.announce(database, holdsChanged, merchantId);
      return grant;
    },

    /** A signed-in person in a shop, by the code on its screen, or by its printed one where it trusts that. */
    async redeemCoupon(input: UseInput, { personId }: Asker, key: string): Promise<Grant> {
      const { couponId, code, grantId } = input;
      const coupon = await demand(couponId);
      const { merchantId, grade, shop } = await scanned(coupon, code, personId);
      if (grade === 'code' && !shop.record.trustsPrintedCode)
        await noted(coupon, { personId, merchantId }, () =>
          Promise.reject(refuse(couponProblems.not_trusted)),
        );
      const way = grade === 'rotating' ? 'screen' : 'trusted_code';
      const taking = { personId, key, input, ...alone, merchantId, way, target: 'redeemed' } as const;
      return takeOrUse('redeemCoupon', coupon, taking, grantId);
    },
  };
}
