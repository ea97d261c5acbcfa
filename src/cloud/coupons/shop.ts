import { couponPeriods, couponProblems } from '../../contract/coupons';
import type { PassReading } from '../../contract/redemptions';
import { problems } from '../../contract/http';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import { Refusal, refuse } from '../platform/refusal';
import type { Counter } from './counter';
import type { Offers } from './offers';
import { localMoment, periodOf } from './periods';
import * as queries from './queries';
import { valueOf, type CouponRecord } from './queries';
import type { CouponsParts } from './service';
import { listUsable } from './usable-query';
import { couponReversed, holdsChanged, recordRedemption } from './using';
import * as uses from './use-queries';

/** A shop, and the grant asked about. */
interface HoldIds {
  merchantId: string;
  grantId: string;
}

/** What a clerk scanned a pass for. */
interface PassUse {
  merchantId: string;
  personId: string;
  clerkId: string;
  couponId: string;
  grantId: string | null;
  key: string;
  input: unknown;
}

interface Reversal {
  merchantId: string;
  redemptionId: string;
  reversedBy: string;
  reason: string;
}

/** What of a coupon is shown to a shop. */
export const namedCoupon = (coupon: CouponRecord) => ({
  id: coupon.id,
  title: coupon.title,
  value: valueOf(coupon),
});

/** What waits at the counter of a shop. */
function createHolds({ database, clock, changes, merchants }: CouponsParts) {
  return {
    /** What waits in a shop, the oldest first. */
    async listHeld(merchantId: string) {
      const { communityId } = await merchants.shopById(merchantId);
      return database.rows(uses.listHolds, [communityId, merchantId, clock.now()]);
    },

    /** In the caller's transaction; the redemption's id. What was confirmed there already is found again. */
    async confirmHeld(tx: Queries, { merchantId, grantId }: HoldIds, clerkId: string): Promise<string> {
      const { communityId, timeZone } = await merchants.placeOf(tx, merchantId);
      const moment = localMoment(timeZone, clock.now());
      const held = await tx.row(uses.confirmHold, [communityId, grantId, merchantId, moment.now]);
      if (!held) {
        const row = await tx.row(queries.findGrant, [communityId, grantId]);
        const isTheirs = row && (row.merchantId === merchantId || row.heldMerchantId === merchantId);
        if (!row || !isTheirs) throw refuse(problems.not_found);
        if (row.state !== 'redeemed' || row.redemptionId === null) throw refuse(couponProblems.hold_over);
        return row.redemptionId;
      }
      await changes.announce(tx, holdsChanged, merchantId);
      const way = 'confirmed';
      return recordRedemption(tx, { communityId, grantId, merchantId, clerkId, way, ...held }, moment);
    },

    /** Does what confirms a hold; one that is over is written down, after the transaction that found it so. */
    async notedHold<T>({ merchantId, grantId }: HoldIds, work: () => Promise<T>): Promise<T> {
      try {
        return await work();
      } catch (error) {
        if (error instanceof Refusal && error.problem.code === couponProblems.hold_over.code) {
          const { communityId } = await merchants.shopById(merchantId);
          const values = [communityId, newId(), grantId, merchantId, error.problem.code, clock.now()];
          await database.run(uses.insertHoldRefusal, values);
        }
        throw error;
      }
    },

    /** The rider keeps the coupon. */
    async declineHeld({ merchantId, grantId }: HoldIds): Promise<void> {
      const { communityId } = await merchants.shopById(merchantId);
      const values = [communityId, grantId, clock.now(), null, merchantId];
      if (!(await database.row(uses.cancelHold, values))) throw refuse(couponProblems.not_held);
      await changes.announce(database, holdsChanged, merchantId);
    },
  };
}

/** What shops do with coupons, for the concept that keeps their books. */
export function createServing(
  parts: CouponsParts,
  offers: Offers,
  { demand, noted, notedAtCounter, takeOrUse }: Counter,
) {
  const { database, clock, merchants, points } = parts;

  return {
    ...createHolds(parts),
    notedAtCounter,

    /** Coupons by id, inside a transaction too. */
    async findCoupons(from: Queries, of: readonly { communityId: string; couponId: string }[]) {
      const [first] = of;
      const ids = [...new Set(of.map(({ couponId }) => couponId))];
      const rows = first ? await from.rows(queries.findMany, [first.communityId, ids]) : [];
      return new Map(rows.map((row) => [row.id, row]));
    },

    /** A coupon by its id, ended ones too. Not inside a transaction. */
    findCoupon: offers.find,

    /** What a person can use in a shop now: what they have, and what would be taken at once. */
    async listUsable(merchantId: string, personId: string): Promise<PassReading['coupons']> {
      const { communityId, timeZone } = await merchants.shopById(merchantId);
      const moment = localMoment(timeZone, clock.now());
      const { now, weekday, time } = moment;
      const periods = couponPeriods.map((period) => periodOf(period, moment));
      const values = [communityId, merchantId, personId, now, weekday, time, ...periods];
      const rows = await database.rows(listUsable, values);
      const known = await Promise.all(rows.map(({ couponId }) => offers.find(couponId)));
      const balance = await points.balanceOf(database, { communityId, personId });
      return rows.flatMap(({ grantId }, index): PassReading['coupons'] => {
        const coupon = known[index];
        const isPayable = grantId !== null || (coupon?.pricePoints ?? 0) <= balance;
        return coupon && isPayable
          ? [{ ...namedCoupon(coupon), pricePoints: coupon.pricePoints, grantId }]
          : [];
      });
    },

    /** The redemption's id; a repeated key gets the first. */
    async redeemForRider({ couponId, grantId, ...use }: PassUse): Promise<string> {
      const coupon = await demand(couponId);
      const { communityId } = await merchants.shopById(use.merchantId);
      await noted(coupon, use, async () => {
        if (coupon.communityId !== communityId) throw refuse(couponProblems.wrong_merchant);
      });
      const taking = { ...use, target: 'redeemed', way: 'pass', isFar: false } as const;
      const { redemption } = await takeOrUse('redeemByPass', coupon, taking, grantId);
      if (!redemption) throw refuse(problems.conflict);
      return redemption.id;
    },

    /** In the caller's transaction. Whether it was taken back now. */
    async reverse(tx: Queries, { merchantId, redemptionId, reversedBy, reason }: Reversal): Promise<boolean> {
      const { communityId } = await merchants.placeOf(tx, merchantId);
      const now = clock.now();
      const values = [communityId, redemptionId, merchantId, now, reversedBy, reason];
      const reversed = await tx.row(uses.insertReversal, values);
      if (!reversed) return false;
      const given = await tx.row(uses.giveBack, [communityId, reversed.grantId, now]);
      // The use can not come back: what it cost does.
      if (given?.state === 'reversed') await points.refund(tx, communityId, [reversed.grantId]);
      await publish(tx, { topic: couponReversed, communityId, payload: { communityId, redemptionId } });
      return true;
    },
  };
}
