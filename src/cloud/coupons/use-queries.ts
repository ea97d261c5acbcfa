import { couponLimits, type GrantState } from '../../contract/coupons';
import { statement } from '../platform/database';

/**
 * Holds ($10 = 'held') or redeems one that the person has, the one that ends first unless it is named ($4): what waits
 * in this shop is redeemed, too. Judged by the row it changes. $1 community, $2 coupon, $3 person, $5 merchant, $6 now, $7 local weekday, $8 local time,
 * $9 flags.
 */
export const useGrant = statement<{ id: string }>(
  'coupon_grants_use',
  `with chosen as (
     select g.id from coupon_grants g
     join coupons c on c.community_id = g.community_id and c.id = g.coupon_id
     join coupon_merchants o on o.community_id = g.community_id and o.coupon_id = g.coupon_id and o.merchant_id = $5
     join merchants s on s.community_id = g.community_id and s.id = o.merchant_id and s.status = 'active'
     where g.community_id = $1 and g.coupon_id = $2 and g.person_id = $3 and ($4::uuid is null or g.id = $4)
       and g.expires_at > $6 and (g.state = 'available' or (g.state = 'held'
         and (g.held_until <= $6 or ($10 = 'redeemed' and g.held_merchant_id = $5))))
       and c.starts_at <= $6 and $7::int = any(c.weekdays)
       and (c.hours_from is null or case when c.hours_from < c.hours_to
         then $8::time >= c.hours_from and $8::time < c.hours_to
         else $8::time >= c.hours_from or $8::time < c.hours_to end)
     order by g.expires_at, g.id limit 1 for update of g
   )
   update coupon_grants g set state = $10, held_flags = $9,
     held_at = case when $10 = 'held' then $6::timestamptz end,
     held_until = case when $10 = 'held' then $6::timestamptz + interval '${couponLimits.holdSeconds} seconds' end,
     held_merchant_id = case when $10 = 'held' then $5::uuid end
   from chosen where g.community_id = $1 and g.id = chosen.id returning g.id`,
);

/** Of a hold that runs; $4 null: whoever holds it, else their own. */
export const cancelHold = statement<{ merchantId: string }>(
  'coupon_grants_cancel_hold',
  `with running as (
     select id, held_merchant_id from coupon_grants
     where community_id = $1 and id = $2 and state = 'held' and held_until > $3
       and ($4::uuid is null or person_id = $4) and ($5::uuid is null or held_merchant_id = $5) for update
   )
   update coupon_grants g set state = 'available', held_at = null, held_until = null, held_merchant_id = null
   from running where g.community_id = $1 and g.id = running.id
   returning running.held_merchant_id as "merchantId"`,
);

/** Of two clerks who confirm at once one does. */
export const confirmHold = statement<{ couponId: string; personId: string | null; flags: string[] }>(
  'coupon_grants_confirm',
  `update coupon_grants set state = 'redeemed', held_at = null, held_until = null, held_merchant_id = null
   where community_id = $1 and id = $2 and held_merchant_id = $3 and state = 'held' and held_until > $4
   returning coupon_id as "couponId", person_id as "personId", held_flags as flags`,
);

export const insertRedemption = statement<object>(
  'redemptions_insert',
  `insert into redemptions (community_id, id, grant_id, coupon_id, merchant_id, person_id, clerk_id, number, way, flags,
     redeemed_at, day, reversible_until)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

export interface HoldRow {
  grantId: string;
  couponId: string;
  personId: string | null;
  heldAt: Date;
  heldUntil: Date;
}

/** What waits in a shop, the oldest first. */
export const listHolds = statement<HoldRow>(
  'coupon_grants_list_holds',
  `select id as "grantId", coupon_id as "couponId", person_id as "personId", held_at as "heldAt",
     held_until as "heldUntil"
   from coupon_grants
   where community_id = $1 and held_merchant_id = $2 and state = 'held' and held_until > $3
   order by held_at, id limit 50`,
);

export const insertRefusal = statement<object>(
  'coupon_refusals_insert',
  `insert into coupon_refusals (community_id, id, coupon_id, merchant_id, person_id, code, refused_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Of what was held: $2 refusal, $3 grant, $4 shop. */
export const insertHoldRefusal = statement<object>(
  'coupon_refusals_insert_hold',
  `insert into coupon_refusals (community_id, id, coupon_id, merchant_id, person_id, code, refused_at)
   select community_id, $2, coupon_id, $4, person_id, $5, $6 from coupon_grants where community_id = $1 and id = $3`,
);

/** The redemption that stands, within its window. */
export const insertReversal = statement<{ grantId: string; couponId: string; day: string }>(
  'redemption_reversals_insert',
  `with standing as (
     select r.* from redemptions r
     where r.community_id = $1 and r.id = $2 and r.merchant_id = $3 and r.reversible_until > $4
   ), reversed as (
     insert into redemption_reversals (community_id, redemption_id, reversed_by, reason, reversed_at)
     select community_id, id, $5, $6, $4 from standing
     on conflict (community_id, redemption_id) do nothing returning redemption_id
   )
   select s.grant_id as "grantId", s.coupon_id as "couponId", s.day from standing s
   join reversed v on v.redemption_id = s.id`,
);

/** The use comes back unless it is over. */
export const giveBack = statement<{ state: GrantState }>(
  'coupon_grants_give_back',
  `update coupon_grants set state = case when expires_at > $3 then 'available' else 'reversed' end
   where community_id = $1 and id = $2 and state = 'redeemed' returning state`,
);
