import { statement } from '../platform/database';

/** Adds redemptions to their shop's days. */
export const addRedeemed = statement<object>(
  'redemption_days_add',
  `insert into redemption_days as known (community_id, merchant_id, day, coupon_id, redeemed)
   select community_id, merchant_id, day, coupon_id, count(*)::int from redemptions
   where community_id = $1 and id = any($2::uuid[])
   group by community_id, merchant_id, day, coupon_id order by merchant_id, day, coupon_id
   on conflict (community_id, merchant_id, day, coupon_id) do update
     set redeemed = known.redeemed + excluded.redeemed`,
);

export const addReversed = statement<object>(
  'redemption_days_add_reversed',
  `update redemption_days d set reversed = d.reversed + 1 from redemptions r
   where r.community_id = $1 and r.id = $2 and d.community_id = r.community_id and d.merchant_id = r.merchant_id
     and d.day = r.day and d.coupon_id = r.coupon_id`,
);

export const listRedeemed = statement<{ id: string; merchantId: string; redeemedAt: Date }>(
  'redemptions_list_redeemed',
  `select id, merchant_id as "merchantId", redeemed_at as "redeemedAt" from redemptions
   where community_id = $1 and id = any($2::uuid[])`,
);

/** More than $3 of one person in one shop on one day: the last of them is marked. */
export const flagOften = statement<object>(
  'redemptions_flag_often',
  `update redemptions r set flags = array_append(r.flags, 'often')
   where r.community_id = $1 and r.id = any($2::uuid[]) and not 'often' = any(r.flags) and r.person_id is not null
     and (select count(*) from redemptions o where o.community_id = r.community_id and o.person_id = r.person_id
            and o.merchant_id = r.merchant_id and o.day = r.day) > $3`,
);

export const addFlag = statement<object>(
  'redemptions_add_flag',
  `update redemptions set flags = array_append(flags, $3)
   where community_id = $1 and id = any($2::uuid[]) and not $3 = any(flags)`,
);

/** Coupons with takings that were only good for their day, or cost points, and are over. */
export const listLapsing = statement<{ communityId: string; id: string; isPriced: boolean }>(
  'coupons_list_lapsing',
  `select distinct c.community_id as "communityId", c.id, c.price_points is not null as "isPriced"
   from communities m join coupons c on c.community_id = m.id
     and (c.price_points is not null or (c.use = 'at_once' and c.ends_at > $1))
   join coupon_grants g on g.community_id = c.community_id and g.coupon_id = c.id
   where (g.state = 'available' or (g.state = 'held' and g.held_until <= $1)) and g.expires_at <= $1 limit 1000`,
);

export const purgeRefusals = statement<object>(
  'coupon_refusals_purge',
  'delete from coupon_refusals f using communities c where f.community_id = c.id and f.refused_at < $1',
);

/** Long after a coupon is over; what was redeemed stays, and is nobody's. */
export const anonymise = [
  statement<object>(
    'coupon_grants_anonymise',
    `update coupon_grants g set person_id = null from coupons c
     where c.ends_at < $1 and g.community_id = c.community_id and g.coupon_id = c.id and g.expires_at < $1
       and g.person_id is not null`,
  ),
  statement<object>(
    'redemptions_anonymise',
    `update redemptions r set person_id = null, clerk_id = null from communities c
     where r.community_id = c.id and r.redeemed_at < $1 and (r.person_id is not null or r.clerk_id is not null)`,
  ),
  statement<object>(
    'redemption_reversals_anonymise',
    `update redemption_reversals r set reversed_by = null from communities c
     where r.community_id = c.id and r.reversed_at < $1 and r.reversed_by is not null`,
  ),
];
