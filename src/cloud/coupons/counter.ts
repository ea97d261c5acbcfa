import { couponProblems, type Grant } from '../../contract/coupons';
import { problems } from '../../contract/http';
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

/** Refusals about a coupon are written down, whatever happened to the rest. */
async function noted<T>(
  { database, clock }: Pick<CouponsParts, 'database' | 'clock'>,
  { communityId, id }: CouponRecord,
  use: Pick<Taking, 'personId' | 'merchantId'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.problem.code in couponProblems) {
      const values = [communityId, newId(), id, use.merchantId, use.personId];
      await database.run(uses.insertRefusal, [...values, error.problem.code, clock.now()]);
    }
    throw error;
  }
}

/** What happens to a coupon at the counter, whoever asks. */
export function createCounter(
  { database, clock, communities, changes }: CouponsParts,
  paying: Paying,
  offers: Offers,
  { grantShown }: Pick<Grants, 'grantShown'>,
) {
  const timeZoneOf = ({ communityId }: CouponRecord) => communities.timeZoneOf(database, communityId);
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
    const { id } = await noted({ database, clock }, coupon, taking, () =>
      onceByKey({ database, clock }, keyed, work),
    );
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

  return { demand, takeCoupon, takeOrUse };
}
