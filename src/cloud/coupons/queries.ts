import type {
  CouponAudience,
  CouponKind,
  CouponPeriod,
  CouponState,
  CouponUse,
  CouponValue,
  GrantState,
  RedemptionWay,
} from '../../contract/coupons';
import { statement } from '../platform/database';

/** A coupon's terms as they stand, with where it counts. */
export interface CouponRecord {
  id: string;
  communityId: string;
  title: string;
  kind: CouponKind;
  percent: number | null;
  amountFen: number | null;
  thresholdFen: number | null;
  priceFen: number | null;
  item: string | null;
  terms: string;
  startsOn: string;
  endsOn: string;
  startsAt: Date;
  endsAt: Date;
  weekdays: number[];
  hoursFrom: string | null;
  hoursTo: string | null;
  perRider: number;
  period: CouponPeriod;
  audience: CouponAudience;
  use: CouponUse;
  pricePoints: number | null;
  state: CouponState;
  createdAt: Date;
  version: number;
  total: number;
  issued: number;
  merchantIds: string[];
}

const columns = `c.id, c.community_id as "communityId", c.title, c.kind, c.percent, c.amount_fen as "amountFen",
  c.threshold_fen as "thresholdFen", c.price_fen as "priceFen", c.item, c.terms, c.starts_on as "startsOn",
  c.ends_on as "endsOn", c.starts_at as "startsAt", c.ends_at as "endsAt", c.weekdays,
  to_char(c.hours_from, 'HH24:MI') as "hoursFrom", to_char(c.hours_to, 'HH24:MI') as "hoursTo",
  c.per_rider as "perRider", c.period, c.audience, c.use,
  c.price_points as "pricePoints", c.state, c.created_at as "createdAt", c.version,
  k.total, k.issued,
  array(select m.merchant_id from coupon_merchants m
        where m.community_id = c.community_id and m.coupon_id = c.id order by m.merchant_id) as "merchantIds"`;
const tables = 'coupons c join coupon_stock k on k.community_id = c.community_id and k.coupon_id = c.id';

/** What may be in somebody's hands: not drafts, and not what ended long ago. */
export const listKnown = statement<CouponRecord>(
  'coupons_list_known',
  `select ${columns} from ${tables} where c.state <> 'draft' and c.ends_at > $1`,
);
export const find = statement<CouponRecord>(
  'coupons_find',
  `select ${columns} from ${tables} where c.community_id = $1 and c.id = $2`,
);
export const findMany = statement<CouponRecord>(
  'coupons_find_many',
  `select ${columns} from ${tables} where c.community_id = $1 and c.id = any($2::uuid[])`,
);
/** Reads them all: only for a coupon that nobody in memory knows. */
export const findById = statement<CouponRecord>(
  'coupons_find_by_id',
  `select ${columns} from ${tables} where c.id = $1`,
);
/** The newest first. */
export const list = statement<CouponRecord & { redeemed: number }>(
  'coupons_list',
  `select ${columns}, (select coalesce(sum(d.redeemed - d.reversed), 0) from redemption_days d
     where d.community_id = c.community_id and d.coupon_id = c.id) as redeemed
   from ${tables}
   where c.community_id = $1 and ($2::text is null or c.state = $2)
     and (c.created_at, c.id) < ($3::timestamptz, $4::uuid)
   order by c.created_at desc, c.id desc limit $5`,
);
export const countRedeemed = statement<{ redeemed: number }>(
  'redemption_days_of_coupon',
  `select coalesce(sum(redeemed - reversed), 0) as redeemed from redemption_days
   where community_id = $1 and coupon_id = $2`,
);

export const listMerchantNames = statement<{ id: string; name: string }>(
  'coupon_merchants_names',
  `select s.id, s.name from coupon_merchants o
   join merchants s on s.community_id = o.community_id and s.id = o.merchant_id
   where o.community_id = $1 and o.coupon_id = $2 order by s.id`,
);

/** The value columns of a coupon's kind. */
export function valueOf({
  kind,
  percent,
  amountFen,
  thresholdFen,
  priceFen,
  item,
}: CouponRecord): CouponValue {
  if (kind === 'percent_off') return { kind, percent: percent ?? 0 };
  if (kind === 'amount_off') return { kind, amountFen: amountFen ?? 0, thresholdFen: thresholdFen ?? 0 };
  if (kind === 'fixed_price') return { kind, priceFen: priceFen ?? 0, item: item ?? '' };
  return { kind, item: item ?? '' };
}

/** The other way round, in the order in which statements take them. */
export function valueColumns(value: CouponValue): (string | number | null)[] {
  const {
    percent = null,
    amountFen = null,
    thresholdFen = null,
    priceFen = null,
    item = null,
  } = value as Partial<Record<'percent' | 'amountFen' | 'thresholdFen' | 'priceFen', number>> & {
    item?: string;
  };
  return [value.kind, percent, amountFen, thresholdFen, priceFen, item?.trim() ?? null];
}

export interface GrantRow {
  id: string;
  communityId: string;
  couponId: string;
  state: GrantState;
  claimedAt: Date;
  expiresAt: Date;
  heldUntil: Date | null;
  heldMerchantId: string | null;
  redemptionId: string | null;
  number: number | null;
  way: RedemptionWay | null;
  merchantId: string | null;
  redeemedAt: Date | null;
  reversedAt: Date | null;
  reason: string | null;
}

/** With its last redemption, and what took that back. */
const grantColumns = `g.id, g.community_id as "communityId", g.coupon_id as "couponId", g.state,
  g.claimed_at as "claimedAt", g.expires_at as "expiresAt", g.held_until as "heldUntil",
  g.held_merchant_id as "heldMerchantId", r.id as "redemptionId", r.number, r.way, r.merchant_id as "merchantId",
  r.redeemed_at as "redeemedAt", v.reversed_at as "reversedAt", v.reason`;
const grantTables = `coupon_grants g
  left join lateral (
    select id, number, way, merchant_id, redeemed_at from redemptions
    where community_id = g.community_id and grant_id = g.id order by redeemed_at desc, id desc limit 1
  ) r on true
  left join redemption_reversals v on v.community_id = g.community_id and v.redemption_id = r.id`;

export const findGrant = statement<GrantRow>(
  'coupon_grants_find',
  `select ${grantColumns} from ${grantTables} where g.community_id = $1 and g.id = $2`,
);
/** In whichever community of theirs. */
export const findMyGrant = statement<GrantRow>(
  'coupon_grants_find_mine',
  `select ${grantColumns} from memberships m join ${grantTables} on g.community_id = m.community_id
   where m.person_id = $1 and g.person_id = $1 and g.id = $2`,
);

const usable = `g.state in ('available', 'held') and g.expires_at > $2`;
const mine = (name: string, which: string) =>
  statement<GrantRow>(
    `coupon_grants_list_${name}`,
    `select ${grantColumns} from memberships m join ${grantTables} on g.community_id = m.community_id
     where m.person_id = $1 and g.person_id = $1 and ${which}`,
  );
/** Usable ones by their end; others the newest first. */
export const listMine = {
  usable: mine(
    'usable',
    `${usable} and (g.expires_at, g.id) > ($3::timestamptz, $4::uuid) order by g.expires_at, g.id limit $5`,
  ),
  used: mine(
    'used',
    `g.state = 'redeemed' and $2::timestamptz is not null and (g.claimed_at, g.id) < ($3::timestamptz, $4::uuid)
     order by g.claimed_at desc, g.id desc limit $5`,
  ),
  over: mine(
    'over',
    `g.state <> 'redeemed' and not (${usable}) and (g.claimed_at, g.id) < ($3::timestamptz, $4::uuid)
     order by g.claimed_at desc, g.id desc limit $5`,
  ),
};

/** What a person has of some coupons in the periods that run, and what they can use. */
export const listOfCoupons = statement<{
  couponId: string;
  id: string;
  state: GrantState;
  period: string;
  expiresAt: Date;
}>(
  'coupon_grants_of_coupons',
  `select coupon_id as "couponId", id, state, period, expires_at as "expiresAt" from coupon_grants
   where community_id = $1 and person_id = $2 and coupon_id = any($3::uuid[]) and ordinal is not null
   order by expires_at, id`,
);
