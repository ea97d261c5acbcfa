import { codeProblems } from '../../contract/codes';
import { couponProblems, type Grant } from '../../contract/coupons';
import { problems } from '../../contract/http';
import { redemptionProblems } from '../../contract/redemptions';
import type { Queries } from '../platform/database';
import { onceByKey } from '../platform/idempotency';
import { newId } from '../platform/ids';
import { Refusal, refuse } from '../platform/refusal';
import type { Grants } from './grants';
import type { Offers } from './offers';
import type { Paying } from './paying';
import * as queries from './queries';
import type { CouponRecord } from './queries';
import type { CouponsParts } from './service';
import { createTaking, type Taking } from './taking';
import { holdsChanged, useHeld, type Use } from './using';
import * as uses from './use-queries';

/** A coupon held or redeemed in a shop. */
export interface UseTaking extends Taking {
  merchantId: string;
  target: 'held' | 'redeemed';
}

export type Counter = ReturnType<typeof createCounter>;

/** What is written down: why a coupon is not given or not taken, the shop's code and the rider's pass among it. */
const notedProblems = { ...couponProblems, ...codeProblems, ...redemptionProblems };

/** Who was refused in which shop, as far as it is known. */
interface Refused {
  personId: string | null;
  merchantId: string | null;
}

/** Writes refusals about a coupon down, whatever happens to the rest; never inside a transaction. */
function createNoted({ database, clock }: CouponsParts, offers: Offers) {
  async function noted<T>(
    { communityId, id }: Pick<CouponRecord, 'communityId' | 'id'>,
    { personId, merchantId }: Refused,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal && error.problem.code in notedProblems) {
        const values = [communityId, newId(), id, merchantId, personId, error.problem.code, clock.now()];
        await database.run(uses.insertRefusal, values);
      }
      throw error;
    }
  }

  /** Refusals before it is known whom a shop serves; where there is no such coupon, nothing is written down. */
  async function notedAtCounter<T>(
    { couponId, merchantId }: { couponId: string; merchantId: string },
    work: () => Promise<T>,
  ): Promise<T> {
    const coupon = await offers.find(couponId);
    return coupon ? noted(coupon, { personId: null, merchantId }, work) : work();
  }

  return { noted, notedAtCounter };
}

/** What happens to a coupon at the counter, whoever asks. */
export function createCounter(
  parts: CouponsParts,
  paying: Paying,
  offers: Offers,
  { grantShown }: Pick<Grants, 'grantShown'>,
) {
  const { database, clock, communities, changes } = parts;
  const timeZoneOf = ({ communityId }: CouponRecord) => communities.timeZoneOf(database, communityId);
  const { noted, notedAtCounter } = createNoted(parts, offers);
  const takeCoupon = createTaking({ database, paying, clock, changes, find: offers.find, timeZoneOf });

  async function demand(couponId: string): Promise<CouponRecord> {
    const coupon = await offers.find(couponId);
    if (!coupon) throw refuse(problems.not_found);
    return coupon;
  }

  /** Uses one that the person has; a repeated key gets the first answer. */
  async function useOne(
    endpoint: string,
    coupon: CouponRecord,
    taking: UseTaking,
    grantId: string | null,
  ): Promise<Grant> {
    const { personId, key, input, merchantId, target, way, isFar, clerkId } = taking;
    const flags = isFar ? ['far'] : [];
    const timeZone = await timeZoneOf(coupon);
    const keyed = { personId, key, endpoint, input };
    const work = async (tx: Queries) => {
      const use: Use = {
        personId,
        grantId,
        merchantId,
        target,
        way: way ?? 'confirmed',
        clerkId,
        flags,
      };
      return { id: await useHeld(tx, coupon, use, { timeZone, now: clock.now() }) };
    };
    const { id } = await noted(coupon, taking, () => onceByKey({ database, clock }, keyed, work));
    // What waited there may wait no more.
    if (target === 'redeemed') await changes.announce(database, holdsChanged, merchantId);
    return grantShown(await database.row(queries.findGrant, [coupon.communityId, id]));
  }

  /** Takes one out of the stock, or uses what the person has already. */
  async function takeOrUse(
    endpoint: string,
    coupon: CouponRecord,
    taking: UseTaking,
    grantId: string | null = null,
  ): Promise<Grant> {
    if (coupon.use === 'ahead' || grantId !== null) return useOne(endpoint, coupon, taking, grantId);
    const taken = await takeCoupon(coupon, taking);
    if (taken.kind === 'use') return useOne(endpoint, coupon, taking, grantId);
    if (taken.kind === 'taken') return grantShown(taken.grant);
    return grantShown(await database.row(queries.findGrant, [coupon.communityId, taken.grantId]));
  }

  return { demand, noted, notedAtCounter, takeCoupon, takeOrUse };
}
