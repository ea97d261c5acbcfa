import { couponLimits, type GrantState } from '../../contract/coupons';
import { statement } from '../platform/database';

/** What became of a request to take a coupon. Those that name a problem of the contract are refusals. */
export type Verdict =
  | 'ok'
  /** Answered before by its key. */
  | 'done'
  /** Answered before, as a use of one that was held already. */
  | 'kept'
  /** They have one that can be used: it is to be used first. */
  | 'has_usable'
  | 'not_found'
  | 'not_running'
  | 'not_yet_valid'
  | 'expired'
  | 'closed'
  | 'not_for_you'
  | 'wrong_merchant'
  | 'merchant_closed'
  | 'already_held'
  | 'limit'
  /** The price is another by now. */
  | 'conflict'
  | 'sold_out';

export interface TakeRow {
  verdict: Verdict;
  grantId: string | null;
  couponId: string | null;
  requestHash: Buffer | null;
  /** Whether nothing is left after this batch. */
  isSoldOut: boolean;
}

export type TakeTarget = Extract<GrantState, 'available' | 'held' | 'redeemed'>;

/**
 * Takes one coupon for each of many requests, and holds or redeems it: in one statement, so that a batch costs one lock
 * and one commit. The stock rises by as many as there is room for, judged on the newest row; the requests are served in
 * order. What the snapshot did not see (the same person elsewhere, the same key) breaks a unique constraint: run again.
 * What is asked of each request is asked by its key, one by one (`limit 1`): a planner without figures of its own, such
 * as the embedded database's, would rather read whole tables.
 *
 * $1 community, $2 coupon, $3 now, $4 local weekday, $5 local time, $6 period, $7 midnight after, $8 local day,
 * $9 persons, $10 keys, $11 hashes, $12 grants, $13 targets, $14 merchants, $15 redemptions, $16 ways, $17 numbers,
 * $18 reversible until, $19 refusal ids, $20 message id, $21 whether from far away, $22 clerks,
 * $23 price in points. Rows in the order of the requests.
 */
export const take = statement<TakeRow>(
  'coupons_take',
  `with asked as materialized (
     select a.*, c.state, c.use, c.starts_at, c.ends_at, c.weekdays, c.hours_from, c.hours_to, c.per_rider, c.audience, c.price_points,
       m.status as membership, m.roles, d.id as done_id, d.coupon_id as done_coupon, d.request_hash as done_hash,
       i.key as kept_key, o.merchant_id as offering, s.status as merchant_status, g.taken, g.has_usable, g.has_held
     from unnest($9::uuid[], $10::text[], $11::bytea[], $12::uuid[], $13::text[], $14::uuid[], $15::uuid[], $16::text[],
         $17::int[], $19::uuid[], $21::bool[], $22::uuid[]) with ordinality
       as a (person_id, key, request_hash, grant_id, target, merchant_id, redemption_id, way, number, refusal_id, is_far, clerk_id,
         ord)
     left join coupons c on c.community_id = $1 and c.id = $2
     left join lateral (select status, roles from memberships
       where community_id = $1 and person_id = a.person_id limit 1) m on true
     left join lateral (select id, coupon_id, request_hash from coupon_grants
       where community_id = $1 and person_id = a.person_id and key = a.key limit 1) d on true
     left join lateral (select key from idempotency_keys where person_id = a.person_id and key = a.key limit 1) i on true
     left join lateral (select merchant_id from coupon_merchants
       where community_id = $1 and coupon_id = $2 and merchant_id = a.merchant_id limit 1) o on true
     left join lateral (select status from merchants where community_id = $1 and id = a.merchant_id limit 1) s on true
     cross join lateral (
       select count(*) filter (where period = $6::date and ordinal is not null) as taken,
         coalesce(bool_or(expires_at > $3 and (state = 'available' or (state = 'held' and (held_until <= $3
           or (a.target = 'redeemed' and held_merchant_id = a.merchant_id))))), false) as has_usable,
         coalesce(bool_or(state = 'held' and held_until > $3), false) as has_held
       from coupon_grants where community_id = $1 and coupon_id = $2 and person_id = a.person_id
     ) g
   ), judged as materialized (
     select *, case
       when done_id is not null then 'done'
       when kept_key is not null then 'kept'
       when state is null or state = 'draft' then 'not_found'
       when target <> 'available' and offering is null then 'wrong_merchant'
       when target <> 'available' and merchant_status <> 'active' then 'merchant_closed'
       when target <> 'available' and has_usable then 'has_usable'
       when target <> 'available' and has_held then 'already_held'
       when $3 >= ends_at then 'expired'
       when state <> 'published' then 'not_running'
       when target <> 'available' and $3 < starts_at then 'not_yet_valid'
       when target <> 'available' and not ($4::int = any(weekdays) and (hours_from is null or case
           when hours_from < hours_to then $5::time >= hours_from and $5::time < hours_to
           else $5::time >= hours_from or $5::time < hours_to end)) then 'closed'
       when membership is null or membership = 'paused' then 'not_for_you'
       when audience = 'verified' and membership <> 'verified' then 'not_for_you'
       when audience = 'grid_members' and not 'grid_member' = any(roles) then 'not_for_you'
       when (use = 'ahead') <> (target = 'available') then 'not_running'
       when taken >= per_rider then 'limit'
       when price_points is distinct from $23::int then 'conflict'
       else 'ok' end as verdict
     from asked
   ), placed as (
     select ord, row_number() over (order by ord) as place from judged where verdict = 'ok'
   ), stock as (
     update coupon_stock s set issued = s.issued + least(n.wanted, s.total - s.issued),
       last_issued = least(n.wanted, s.total - s.issued)
     from (select count(*)::int as wanted from placed) n
     where s.community_id = $1 and s.coupon_id = $2 and n.wanted > 0 and s.issued < s.total
     returning s.last_issued, s.issued >= s.total as is_sold_out
   ), granted as (
     insert into coupon_grants (community_id, id, coupon_id, person_id, key, request_hash, period, ordinal, state,
       claimed_at, expires_at, held_at, held_until, held_merchant_id, held_flags)
     select $1, j.grant_id, $2, j.person_id, j.key, j.request_hash, $6::date, j.taken + 1, j.target, $3,
       case when j.use = 'at_once' then least(j.ends_at, $7::timestamptz) else j.ends_at end,
       case when j.target = 'held' then $3::timestamptz end,
       case when j.target = 'held' then $3::timestamptz + interval '${couponLimits.holdSeconds} seconds' end,
       case when j.target = 'held' then j.merchant_id end,
       case when j.target = 'held' and j.is_far then array['far'] else '{}' end
     from judged j join placed p on p.ord = j.ord join stock s on p.place <= s.last_issued
     returning id, state
   ), redeemed as (
     insert into redemptions (community_id, id, grant_id, coupon_id, merchant_id, person_id, clerk_id, number, way,
       redeemed_at, day, reversible_until)
     select $1, j.redemption_id, j.grant_id, $2, j.merchant_id, j.person_id, j.clerk_id, j.number, j.way, $3, $8::date,
       $18::timestamptz
     from judged j join granted g on g.id = j.grant_id where g.state = 'redeemed'
     returning id
   ), answered as (
     select j.ord, j.grant_id, j.done_id, j.done_coupon, j.done_hash, j.person_id, j.merchant_id, j.refusal_id,
       case when j.verdict = 'ok' and g.id is null then 'sold_out' else j.verdict end as verdict
     from judged j left join granted g on g.id = j.grant_id
   ), refused as (
     insert into coupon_refusals (community_id, id, coupon_id, merchant_id, person_id, code, refused_at)
     select $1, refusal_id, $2, merchant_id, person_id, verdict, $3 from answered
     where verdict not in ('ok', 'done', 'kept', 'has_usable', 'not_found')
   ), told as (
     insert into outbox_messages (id, community_id, topic, payload)
     select $20, $1, 'coupon.redeemed', jsonb_build_object('communityId', $1::text, 'redemptionIds', r.ids)
     from (select jsonb_agg(id) as ids from redeemed) r where r.ids is not null
   )
   select verdict, case when verdict = 'ok' then grant_id else done_id end as "grantId", done_coupon as "couponId",
     done_hash as "requestHash", exists (select from stock where is_sold_out) as "isSoldOut"
   from answered order by ord`,
);

/** Unused ones that were only good for their day go back into the stock. Changes no row where there are none. */
export const lapse = statement<object>(
  'coupons_lapse',
  `with lapsed as (
     update coupon_grants g set state = 'expired', ordinal = null, held_at = null, held_until = null,
       held_merchant_id = null
     from coupons c
     where g.community_id = $1 and g.coupon_id = $2 and g.expires_at <= $3
       and (g.state = 'available' or (g.state = 'held' and g.held_until <= $3)) and c.price_points is null
       and c.community_id = g.community_id and c.id = g.coupon_id and c.use = 'at_once' and c.ends_at > $3
     returning g.id
   )
   update coupon_stock s set issued = s.issued - n.lapsed from (select count(*)::int as lapsed from lapsed) n
   where s.community_id = $1 and s.coupon_id = $2 and n.lapsed > 0`,
);

/** The same of those that cost points, whenever they were good: which they were. */
export const lapsePriced = statement<{ id: string }>(
  'coupons_lapse_priced',
  `with lapsed as (
     update coupon_grants g set state = 'expired', ordinal = null, held_at = null, held_until = null,
       held_merchant_id = null
     where g.community_id = $1 and g.coupon_id = $2 and g.expires_at <= $3
       and (g.state = 'available' or (g.state = 'held' and g.held_until <= $3))
     returning g.id
   ), stock as (
     update coupon_stock s set issued = s.issued - n.lapsed from (select count(*)::int as lapsed from lapsed) n
     where s.community_id = $1 and s.coupon_id = $2 and n.lapsed > 0
   )
   select id from lapsed`,
);

export const unrefuse = statement<object>(
  'coupon_refusals_unrefuse',
  'delete from coupon_refusals where community_id = $1 and id = any($2::uuid[])',
);
