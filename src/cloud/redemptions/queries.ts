import type { RedemptionWay } from '../../contract/coupons';
import type { RedemptionFlag } from '../../contract/redemptions';
import { statement } from '../platform/database';

export interface RedemptionRow {
  id: string;
  communityId: string;
  couponId: string;
  merchantId: string;
  personId: string | null;
  number: number;
  way: RedemptionWay;
  flags: RedemptionFlag[];
  redeemedAt: Date;
  reversibleUntil: Date;
  reversedAt: Date | null;
  reason: string | null;
}

const columns = `r.id, r.community_id as "communityId", r.coupon_id as "couponId", r.merchant_id as "merchantId",
  r.person_id as "personId", r.number, r.way, r.flags, r.redeemed_at as "redeemedAt",
  r.reversible_until as "reversibleUntil", v.reversed_at as "reversedAt", v.reason`;
const tables = `redemptions r left join redemption_reversals v
  on v.community_id = r.community_id and v.redemption_id = r.id`;

export const find = statement<RedemptionRow>(
  'redemptions_find',
  `select ${columns} from ${tables} where r.community_id = $1 and r.id = $2`,
);

/** The newest first. */
export const list = statement<RedemptionRow>(
  'redemptions_list',
  `select ${columns} from ${tables}
   where r.community_id = $1 and r.merchant_id = $2 and (r.redeemed_at, r.id) < ($3::timestamptz, $4::uuid)
   order by r.redeemed_at desc, r.id desc limit $5`,
);

/** By day, the oldest first; the community's days. */
export const listDays = statement<RedemptionRow>(
  'redemptions_list_days',
  `select ${columns} from ${tables}
   where r.community_id = $1 and r.merchant_id = $2 and r.redeemed_at >= $3 and r.redeemed_at < $4
   order by r.redeemed_at, r.id`,
);

export const listFlagged = statement<RedemptionRow>(
  'redemptions_list_flagged',
  `select ${columns} from ${tables}
   where r.community_id = $1 and r.flags <> '{}' and (r.redeemed_at, r.id) < ($2::timestamptz, $3::uuid)
   order by r.redeemed_at desc, r.id desc limit $4`,
);

/** As counted by the job. */
export const countDays = statement<{ day: string; redeemed: number; reversed: number }>(
  'redemption_days_count',
  `select day, sum(redeemed)::int as redeemed, sum(reversed)::int as reversed from redemption_days
   where community_id = $1 and merchant_id = $2 and day between $3 and $4 group by day order by day`,
);

export interface SettledRow {
  merchantId: string;
  couponId: string;
  redeemed: number;
  reversed: number;
}

/** Counted from the redemptions themselves. */
export const settle = statement<SettledRow>(
  'redemptions_settle',
  `select r.merchant_id as "merchantId", r.coupon_id as "couponId", count(*)::int as redeemed,
     count(v.redemption_id)::int as reversed
   from ${tables}
   where r.community_id = $1 and r.day between $2 and $3
   group by r.merchant_id, r.coupon_id order by r.merchant_id, r.coupon_id`,
);

export const insertPass = statement<object>(
  'passes_insert',
  'insert into passes (id, person_id, session_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
);

/** Only while its session lasts. */
export const findPass = statement<{ personId: string }>(
  'passes_find',
  `select p.person_id as "personId" from passes p join sessions s on s.id = p.session_id and s.person_id = p.person_id
   where p.id = $1 and p.expires_at > $2 and s.expires_at > $2`,
);
export const purgePasses = statement<object>('passes_purge', 'delete from passes where expires_at <= $1');
export const deletePasses = statement<object>('passes_forget', 'delete from passes where person_id = $1');
