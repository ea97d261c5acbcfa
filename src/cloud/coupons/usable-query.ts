import { statement } from '../platform/database';

/**
 * What a person can use in a shop now: what they have ("grantId"), and what the shop would take out of the stock for
 * them at once. It refuses what taking and using refuse, but for what it costs; what is over and goes back into the
 * stock counts as back. $1 community, $2 merchant, $3 person, $4 now, $5 local weekday, $6 local time, $7 to $10 the
 * periods that run: day, week, month and for ever.
 */
export const listUsable = statement<{ couponId: string; grantId: string | null }>(
  'coupons_list_usable',
  `with offered as (
     select c.*, k.total, k.issued,
       case c.period when 'day' then $7::date when 'week' then $8::date when 'month' then $9::date
         else $10::date end as running
     from coupon_merchants o
     join merchants s on s.community_id = o.community_id and s.id = o.merchant_id and s.status = 'active'
     join coupons c on c.community_id = o.community_id and c.id = o.coupon_id
     join coupon_stock k on k.community_id = c.community_id and k.coupon_id = c.id
     where o.community_id = $1 and o.merchant_id = $2 and c.state <> 'draft'
       and c.starts_at <= $4 and $5::int = any(c.weekdays)
       and (c.hours_from is null or case when c.hours_from < c.hours_to
         then $6::time >= c.hours_from and $6::time < c.hours_to
         else $6::time >= c.hours_from or $6::time < c.hours_to end)
   ), mine as (
     select g.*, g.state = 'held' and g.held_until > $4 as is_held,
       g.expires_at <= $4 and (g.state = 'available' or (g.state = 'held' and g.held_until <= $4)) as is_lapsing
     from offered o
     join coupon_grants g on g.community_id = o.community_id and g.coupon_id = o.id and g.person_id = $3
   ), had as (
     select coupon_id, id, expires_at from mine
     where expires_at > $4 and (state = 'available' or (state = 'held' and (not is_held or held_merchant_id = $2)))
   ), at_once as (
     select o.id from offered o
     join memberships m on m.community_id = o.community_id and m.person_id = $3 and m.status <> 'paused'
     where o.use = 'at_once' and o.state = 'published' and o.ends_at > $4
       and (o.audience <> 'verified' or m.status = 'verified')
       and (o.audience <> 'grid_members' or 'grid_member' = any(m.roles))
       and not exists (select from had h where h.coupon_id = o.id)
       and not exists (select from mine g where g.coupon_id = o.id and g.is_held)
       and (select count(*) from mine g where g.coupon_id = o.id and g.period = o.running
         and g.ordinal is not null and not g.is_lapsing) < o.per_rider
       and (o.issued < o.total or exists (
         select from coupon_grants g where g.community_id = o.community_id and g.coupon_id = o.id
           and g.expires_at <= $4 and (g.state = 'available' or (g.state = 'held' and g.held_until <= $4))))
   )
   select coupon_id as "couponId", id as "grantId", expires_at from had
   union all select id, null, null from at_once
   order by 1, 3, 2`,
);
