import { couponProblems } from '../../contract/coupons';
import type { Points } from '../points/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import type { CouponRecord } from './queries';
import { lapse, lapsePriced, take, type TakeRow } from './take-query';
import { couponTexts } from './texts';
import { insertRefusal } from './use-queries';

interface PayingParts {
  database: Database;
  clock: Clock;
  points: Pick<Points, 'spend' | 'refund'>;
}

/** Whoever takes, in the order of the statement's rows. */
interface Taker {
  personId: string;
  grantId: string;
  merchantId: string | null;
}

/** Undoes the taking. */
class TooFew extends Error {
  constructor(
    readonly taker: Taker,
    readonly missing: number,
  ) {
    super('Too few points');
  }
}

export type Paying = ReturnType<typeof createPaying>;

/** Coupons that cost points: taken and paid, lapsed and paid back, in one transaction each. */
export function createPaying({ database, clock, points }: PayingParts) {
  /** Written down, since nothing stays of the statement that writes down the others. */
  async function refusalOf({ communityId, id, pricePoints }: CouponRecord, { taker, missing }: TooFew) {
    const detail = couponTexts.pointsFew(pricePoints ?? 0, missing);
    const refusal = refuse(couponProblems.points_few, { detail });
    const { personId, merchantId } = taker;
    const values = [communityId, newId(), id, merchantId, personId, refusal.problem.code, clock.now()];
    await database.run(insertRefusal, values);
    return refusal;
  }

  return {
    /** Refused, with nothing taken, where somebody has too few. */
    async takeAndPay(
      coupon: CouponRecord,
      takers: readonly Taker[],
      values: readonly unknown[],
    ): Promise<TakeRow[]> {
      const { communityId, pricePoints, title: about } = coupon;
      if (pricePoints === null) return database.rows(take, values);
      try {
        return await database.transaction(async (tx) => {
          const rows = await tx.rows(take, values);
          const taking = takers.filter((_, index) => rows[index]?.verdict === 'ok');
          for (const taker of taking) {
            const { personId, grantId } = taker;
            const spent = { communityId, personId, grantId, points: pricePoints, about };
            const missing = await points.spend(tx, spent);
            if (missing > 0) throw new TooFew(taker, missing);
          }
          return rows;
        });
      } catch (error) {
        throw error instanceof TooFew ? await refusalOf(coupon, error) : error;
      }
    },

    /** What was not used in its time goes back into the stock, and what it cost to whoever paid. Whether any did. */
    async lapse(
      { communityId, id, isPriced }: { communityId: string; id: string; isPriced: boolean },
      now: Date,
    ): Promise<boolean> {
      if (!isPriced) return (await database.run(lapse, [communityId, id, now])) > 0;
      return database.transaction(async (tx) => {
        const lapsed = await tx.rows(lapsePriced, [communityId, id, now]);
        const grantIds = lapsed.map(({ id: grantId }) => grantId);
        await points.refund(tx, communityId, grantIds);
        return grantIds.length > 0;
      });
    },
  };
}
