import { couponProblems, type RedemptionWay } from '../../contract/coupons';
import { problems } from '../../contract/http';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import { refuse, type Refusal } from '../platform/refusal';
import { localMoment, type LocalMoment } from './periods';
import type { CouponRecord } from './queries';
import * as queries from './queries';
import { newNumber, refusalOf, reversibleMs } from './taking';
import * as uses from './use-queries';

/** Announced with the id of the shop whose queue changed. */
export const holdsChanged = 'coupon_holds';

/** Published with new redemptions: `{ communityId, redemptionIds }`. */
export const couponRedeemed = 'coupon.redeemed';
/** Published with what was taken back: `{ communityId, redemptionId }`. */
export const couponReversed = 'coupon.reversed';

/** A use of a coupon that the person holds. */
export interface Use {
  personId: string;
  grantId: string | null;
  merchantId: string;
  target: 'held' | 'redeemed';
  way: RedemptionWay;
  clerkId: string | null;
  flags: readonly string[];
}

interface Redemption {
  communityId: string;
  grantId: string;
  couponId: string;
  merchantId: string;
  personId: string | null;
  clerkId: string | null;
  way: RedemptionWay;
  flags: readonly string[];
}

/** Writes it down, and has it counted after commit; its id. */
export async function recordRedemption(
  tx: Queries,
  { communityId, grantId, couponId, merchantId, personId, clerkId, way, flags }: Redemption,
  { now, day }: LocalMoment,
): Promise<string> {
  const id = newId();
  await tx.run(uses.insertRedemption, [
    communityId,
    id,
    grantId,
    couponId,
    merchantId,
    personId,
    clerkId,
    newNumber(),
    way,
    flags,
    now,
    day,
    new Date(now.getTime() + reversibleMs),
  ]);
  const payload = { communityId, redemptionIds: [id] };
  await publish(tx, { topic: couponRedeemed, communityId, payload });
  return id;
}

/** Why a coupon that is held could not be used. */
async function whyNot(
  tx: Queries,
  coupon: CouponRecord,
  { personId, grantId, merchantId }: Use,
  { now, weekday, time }: LocalMoment,
): Promise<Refusal> {
  const { communityId, id, merchantIds, startsAt, weekdays, hoursFrom, hoursTo } = coupon;
  if (!merchantIds.includes(merchantId)) return refuse(couponProblems.wrong_merchant);
  const held = await tx.rows(queries.listOfCoupons, [communityId, personId, [id]]);
  const meant = held.filter((one) => grantId === null || one.id === grantId);
  const [last] = meant.slice(-1);
  if (!last) return refuse(grantId === null ? couponProblems.not_claimed : problems.not_found);
  const unused = meant.filter(({ state }) => state === 'available' || state === 'held');
  if (unused.length === 0)
    return refuse(last.state === 'redeemed' ? couponProblems.already_redeemed : couponProblems.expired);
  if (unused.every(({ expiresAt }) => expiresAt <= now)) return refuse(couponProblems.expired);
  if (now < startsAt) return refusalOf('not_yet_valid', coupon);
  const isInHours =
    hoursFrom === null || hoursTo === null
      ? true
      : hoursFrom < hoursTo
        ? time >= hoursFrom && time < hoursTo
        : time >= hoursFrom || time < hoursTo;
  if (!weekdays.includes(weekday) || !isInHours) return refusalOf('closed', coupon);
  if (unused.some(({ state }) => state === 'held')) return refuse(couponProblems.already_held);
  return refuse(couponProblems.merchant_closed);
}

/** Holds or redeems what the person has, in the caller's transaction; the grant's id. */
export async function useHeld(
  tx: Queries,
  coupon: CouponRecord,
  use: Use,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<string> {
  const { communityId, id: couponId } = coupon;
  const { personId, grantId, merchantId, target, way, clerkId, flags } = use;
  const moment = localMoment(timeZone, now);
  const row = await tx.row(uses.useGrant, [
    communityId,
    couponId,
    personId,
    grantId,
    merchantId,
    now,
    moment.weekday,
    moment.time,
    flags,
    target,
  ]);
  if (!row) throw await whyNot(tx, coupon, use, moment);
  const of = { communityId, grantId: row.id, couponId, merchantId, personId, clerkId, way, flags };
  if (target === 'redeemed') await recordRedemption(tx, of, moment);
  return row.id;
}
