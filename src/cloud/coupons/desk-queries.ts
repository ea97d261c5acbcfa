import type { CouponState } from '../../contract/coupons';
import { statement } from '../platform/database';

export const insertCoupon = statement<object>(
  'coupons_insert',
  `with coupon as (
     insert into coupons (community_id, id, title, kind, percent, amount_fen, threshold_fen, price_fen, item, terms,
       starts_on, ends_on, starts_at, ends_at, weekdays, hours_from, hours_to, per_rider, period, audience, use,
       price_points, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, 'draft', $23)
   )
   insert into coupon_stock (community_id, coupon_id, total) values ($1, $2, $24)`,
);

export const updateCoupon = statement<object>(
  'coupons_update',
  `update coupons set title = $3, kind = $4, percent = $5, amount_fen = $6, threshold_fen = $7, price_fen = $8, item = $9,
     terms = $10, starts_on = $11, ends_on = $12, starts_at = $13, ends_at = $14, weekdays = $15, hours_from = $16,
     hours_to = $17, per_rider = $18, period = $19, audience = $20, use = $21,
     price_points = $22, version = version + 1
   where community_id = $1 and id = $2`,
);

/** Changes no row where more are out already. */
export const setTotal = statement<object>(
  'coupon_stock_set_total',
  'update coupon_stock set total = $3 where community_id = $1 and coupon_id = $2 and issued <= $3',
);

/** A later end is for those, too, who have one. */
export const extendGrants = statement<object>(
  'coupon_grants_extend',
  `update coupon_grants set expires_at = $4
   where community_id = $1 and coupon_id = $2 and expires_at = $3 and state in ('available', 'held')`,
);

/** Shops that take part, of the community; the number of rows tells whether all do. */
export const addMerchants = statement<object>(
  'coupon_merchants_add',
  `insert into coupon_merchants (community_id, coupon_id, merchant_id)
   select $1, $2, id from merchants
   where community_id = $1 and id = any($3::uuid[]) and status in ('active', 'paused')`,
);
export const removeMerchants = statement<object>(
  'coupon_merchants_remove',
  'delete from coupon_merchants where community_id = $1 and coupon_id = $2 and merchant_id = any($3::uuid[])',
);

/** Held until the change is committed. */
export const lockCoupon = statement<{ version: number; state: CouponState }>(
  'coupons_lock',
  'select version, state from coupons where community_id = $1 and id = $2 for update',
);

/** Only from the states in $5. */
export const setState = statement<object>(
  'coupons_set_state',
  `update coupons set state = $4, version = version + 1
   where community_id = $1 and id = $2 and version = $3 and state = any($5::text[])`,
);
