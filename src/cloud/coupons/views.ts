import type { Coupon, Grant, ManagedCoupon } from '../../contract/coupons';
import type { Shop } from '../merchants/service';
import { localIso } from '../platform/local-time';
import { localMoment, nextPeriodAt, periodOf } from './periods';
import { valueOf, type CouponRecord, type GrantRow } from './queries';

type Shops = ReadonlyMap<string, Shop>;

const named = (shops: Shops, id: string | null) => ({
  id: id ?? '',
  name: shops.get(id ?? '')?.record.name ?? '',
});

/** The terms, as people gave them. */
function factsOf(coupon: CouponRecord) {
  const { title, terms, startsOn, endsOn, weekdays, hoursFrom, hoursTo, total, perRider, period } = coupon;
  return {
    title,
    value: valueOf(coupon),
    terms,
    startsOn,
    endsOn,
    weekdays,
    hours: hoursFrom && hoursTo ? { from: hoursFrom, to: hoursTo } : null,
    total,
    perRider,
    period,
    audience: coupon.audience,
    use: coupon.use,
    pricePoints: coupon.pricePoints,
  };
}

const merchantsOf = ({ merchantIds }: CouponRecord, shops: Shops) =>
  merchantIds.map((id) => named(shops, id));

export const managedOf = (
  coupon: CouponRecord,
  redeemed: number,
  merchants: ManagedCoupon['merchants'],
  can: ManagedCoupon['can'],
): ManagedCoupon => ({
  id: coupon.id,
  communityId: coupon.communityId,
  ...factsOf(coupon),
  state: coupon.state,
  issued: coupon.issued,
  redeemed,
  merchants,
  version: coupon.version,
  can,
});

/** What somebody has of a coupon, as listed by `listOfCoupons`. */
export type Held = Pick<GrantRow, 'id' | 'state' | 'expiresAt'> & { period: string };

/** As one person sees it; `held` is null for a guest. */
export function couponOf(
  coupon: CouponRecord,
  held: readonly Held[] | null,
  { shops, timeZone, now }: { shops: Shops; timeZone: string; now: Date },
): Coupon {
  const { id, communityId, state, total, issued, perRider, period } = coupon;
  const moment = localMoment(timeZone, now);
  const taken = held?.filter((one) => one.period === periodOf(period, moment)).length ?? 0;
  const nextAt = taken >= perRider ? nextPeriodAt(period, timeZone, moment) : null;
  const iso = (at: Date) => localIso(timeZone, at.getTime());
  const usable =
    held?.filter((one) => (one.state === 'available' || one.state === 'held') && one.expiresAt > now) ?? [];
  return {
    id,
    communityId,
    ...factsOf(coupon),
    state,
    left: total - issued,
    merchants: merchantsOf(coupon, shops),
    mine: held && {
      usable: usable.map((one) => ({ id: one.id, state: one.state, expiresAt: iso(one.expiresAt) })),
      taken,
      nextAt: nextAt && iso(nextAt),
    },
  };
}

/** Six digits. */
const numberText = (number: number): string => String(number).padStart(6, '0');

/** As its holder sees it: a hold that is over is none, and what was not used in time is expired. */
export function grantOf(
  row: GrantRow,
  coupon: CouponRecord,
  { shops, timeZone, now }: { shops: Shops; timeZone: string; now: Date },
): Grant {
  const { id, claimedAt, expiresAt, heldUntil, heldMerchantId, redeemedAt, reversedAt } = row;
  const iso = (at: Date) => localIso(timeZone, at.getTime());
  const isHeld = row.state === 'held' && heldUntil !== null && heldUntil > now;
  const isUnused = row.state === 'available' || row.state === 'held';
  const state = isHeld ? 'held' : !isUnused ? row.state : expiresAt > now ? 'available' : 'expired';
  const { communityId, title, terms } = coupon;
  return {
    id,
    asOf: iso(now),
    state,
    coupon: { id: coupon.id, communityId, title, value: valueOf(coupon), terms },
    claimedAt: iso(claimedAt),
    expiresAt: iso(expiresAt),
    hold: isHeld ? { merchant: named(shops, heldMerchantId), until: iso(heldUntil) } : null,
    redemption:
      row.redemptionId !== null && redeemedAt && row.way
        ? {
            id: row.redemptionId,
            number: numberText(row.number ?? 0),
            way: row.way,
            merchant: named(shops, row.merchantId),
            at: iso(redeemedAt),
            reversed: reversedAt && { at: iso(reversedAt), reason: row.reason },
          }
        : null,
  };
}
