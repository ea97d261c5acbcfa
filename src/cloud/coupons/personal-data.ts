import type { GrantState, RedemptionWay } from '../../contract/coupons';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { grantStateNames, wayNames } from './texts';

const collectGrants = statement<{ title: string; claimedAt: Date; expiresAt: Date; state: GrantState }>(
  'coupon_grants_collect',
  `select c.title, g.claimed_at as "claimedAt", g.expires_at as "expiresAt", g.state from memberships m
   join coupon_grants g on g.community_id = m.community_id and g.person_id = m.person_id
   join coupons c on c.community_id = g.community_id and c.id = g.coupon_id
   where m.person_id = $1 order by g.claimed_at`,
);
const collectRedemptions = statement<{
  title: string;
  merchant: string;
  way: RedemptionWay;
  redeemedAt: Date;
  reason: string | null;
}>(
  'redemptions_collect',
  `select c.title, s.name as merchant, r.way, r.redeemed_at as "redeemedAt", v.reason from memberships m
   join redemptions r on r.community_id = m.community_id and r.person_id = m.person_id
   join coupons c on c.community_id = r.community_id and c.id = r.coupon_id
   join merchants s on s.community_id = r.community_id and s.id = r.merchant_id
   left join redemption_reversals v on v.community_id = r.community_id and v.redemption_id = r.id
   where m.person_id = $1 order by r.redeemed_at`,
);
const collectRefusals = statement<{ title: string; code: string; refusedAt: Date }>(
  'coupon_refusals_collect',
  `select c.title, f.code, f.refused_at as "refusedAt" from memberships m
   join coupon_refusals f on f.community_id = m.community_id and f.person_id = m.person_id
   join coupons c on c.community_id = f.community_id and c.id = f.coupon_id
   where m.person_id = $1 order by f.refused_at`,
);

/** What was not used goes back into the stock. */
const giveUp = statement<object>(
  'coupon_grants_give_up',
  `with given as (
     update coupon_grants set state = 'expired', ordinal = null, held_at = null, held_until = null,
       held_merchant_id = null
     where community_id = $1 and person_id = $2 and state in ('available', 'held') returning coupon_id
   ), counted as (select coupon_id, count(*)::int as given from given group by coupon_id)
   update coupon_stock s set issued = s.issued - c.given from counted c
   where s.community_id = $1 and s.coupon_id = c.coupon_id`,
);
const forgetIn = [
  giveUp,
  ...[
    ['coupon_grants', 'person_id'],
    ['redemptions', 'person_id'],
    ['redemptions', 'clerk_id'],
    ['redemption_reversals', 'reversed_by'],
    ['coupon_refusals', 'person_id'],
  ].map(([table, column]) =>
    statement<object>(
      `${table}_forget_${column}`,
      `update ${table} set ${column} = null where community_id = $1 and ${column} = $2`,
    ),
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'coupons_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: what was redeemed stays, and is nobody's any more. */
export async function forgetGrants(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

/** Both took some in one period: they count on. Keys were the other account's. */
const mergeGrants = statement<object>(
  'coupon_grants_merge',
  `update coupon_grants g set person_id = $2, key = 'merged_' || replace(g.id::text, '-', ''),
     ordinal = g.ordinal + coalesce((select max(own.ordinal) from coupon_grants own
       where own.community_id = g.community_id and own.coupon_id = g.coupon_id and own.person_id = $2
         and own.period = g.period), 0)
   from memberships m where m.person_id = $1 and g.community_id = m.community_id and g.person_id = m.person_id`,
);
const mergeOthers = [
  ['redemptions', 'person_id'],
  ['redemptions', 'clerk_id'],
  ['redemption_reversals', 'reversed_by'],
  ['coupon_refusals', 'person_id'],
].map(([table, column]) =>
  statement<object>(
    `${table}_merge_${column}`,
    `update ${table} t set ${column} = $2 from memberships m
     where m.person_id = $1 and t.community_id = m.community_id and t.${column} = m.person_id`,
  ),
);

export const couponsPersonalData: PersonalData = {
  title: '优惠券',
  async collect(from, personId) {
    const grants = await from.rows(collectGrants, [personId]);
    const redemptions = await from.rows(collectRedemptions, [personId]);
    const refusals = await from.rows(collectRefusals, [personId]);
    return {
      领取: grants.map(({ title, claimedAt, expiresAt, state }) => ({
        优惠券: title,
        领取时间: claimedAt.toISOString(),
        有效期至: expiresAt.toISOString(),
        状态: grantStateNames[state],
      })),
      使用: redemptions.map(({ title, merchant, way, redeemedAt, reason }) => ({
        优惠券: title,
        商户: merchant,
        方式: wayNames[way],
        时间: redeemedAt.toISOString(),
        撤销原因: reason,
      })),
      没有成功: refusals.map(({ title, code, refusedAt }) => ({
        优惠券: title,
        原因: code,
        时间: refusedAt.toISOString(),
      })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetGrants(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of [mergeGrants, ...mergeOthers]) await tx.run(statement, [from, into]);
  },
};
