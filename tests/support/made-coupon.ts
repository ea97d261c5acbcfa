import type { CouponAudience, CouponPeriod, CouponState, CouponUse } from '../../src/contract/coupons';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from './cloud';
import { outang } from './outang';

const insertCoupon = statement<object>(
  'test_made_coupon',
  `with coupon as (
     insert into coupons (community_id, id, title, kind, item, terms, starts_on, ends_on, starts_at, ends_at, weekdays,
       hours_from, hours_to, per_rider, period, audience, use, state, created_at, price_points)
     values ($1, $2, '测试券', 'free_item', '热水', '', $3::timestamptz::date, $4::timestamptz::date, $3, $4, $5, $6, $7,
       $8, $9, $10, $11, $12, $13, $16)
   ), stock as (
     insert into coupon_stock (community_id, coupon_id, total) values ($1, $2, $14)
   )
   insert into coupon_merchants (community_id, coupon_id, merchant_id) select $1, $2, unnest($15::uuid[])`,
);

export interface CouponTerms {
  communityId?: string;
  merchantIds?: readonly string[];
  total?: number;
  perRider?: number;
  period?: CouponPeriod;
  audience?: CouponAudience;
  use?: CouponUse;
  state?: CouponState;
  startsAt?: string;
  endsAt?: string;
  weekdays?: readonly number[];
  hours?: readonly [string, string];
  pricePoints?: number | null;
}

/** A published coupon of the noodle shop for all members, used at once, straight into the database. */
export async function makeCoupon(
  { database, changes, clock }: TestCloud,
  {
    communityId = outang.id,
    merchantIds = [outang.noodles.id],
    total = 100,
    perRider = 1,
    period = 'day',
    audience = 'members',
    use = 'at_once',
    state = 'published',
    startsAt = '2026-11-01T00:00:00+08:00',
    endsAt = '2026-12-01T00:00:00+08:00',
    weekdays = [1, 2, 3, 4, 5, 6, 7],
    hours,
    pricePoints = null,
  }: CouponTerms = {},
): Promise<string> {
  const id = newId();
  const span = [new Date(startsAt), new Date(endsAt)];
  const times = [weekdays, hours?.[0] ?? null, hours?.[1] ?? null];
  const terms = [perRider, period, audience, use, state, clock.now(), total, merchantIds, pricePoints];
  await database.run(insertCoupon, [communityId, id, ...span, ...times, ...terms]);
  await changes.announce(database, 'coupons', id);
  return id;
}
