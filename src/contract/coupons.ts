import type { Static } from 'typebox';
import { codeProblems } from './codes';
import { defineProblems, endpoint, problems } from './http';
import { positionProblems } from './positions';
import type {
  claimCouponSchemas,
  cancelHoldSchemas,
  CouponSchema,
  CouponValueSchema,
  createCouponSchemas,
  getCouponSchemas,
  getGrantSchemas,
  getManagedCouponSchemas,
  GrantSchema,
  holdCouponSchemas,
  listCouponsSchemas,
  listManagedCouponsSchemas,
  listMerchantCouponsSchemas,
  listMyGrantsSchemas,
  ManagedCouponSchema,
  NearbyShopSchema,
  redeemCouponSchemas,
  setCouponStateSchemas,
  updateCouponSchemas,
} from './coupons.schema';

export const couponKinds = ['percent_off', 'amount_off', 'fixed_price', 'free_item', 'free_check'] as const;

/** `ended` takes no claims any more; what is held already may still be used. */
export const couponStates = ['draft', 'published', 'paused', 'ended'] as const;
export const couponPeriods = ['day', 'week', 'month', 'ever'] as const;
export const couponAudiences = ['members', 'verified', 'grid_members'] as const;

/** `ahead`: claimed at home, used in the shop; `at_once`: taken in the shop, good for that day. */
export const couponUses = ['ahead', 'at_once'] as const;

/** `expired` and `revoked` end it unused; `reversed` gives a use back that can not be used any more. */
export const grantStates = ['available', 'held', 'redeemed', 'reversed', 'expired', 'revoked'] as const;

/** What a rider looks for among their own. */
export const grantFilters = ['usable', 'used', 'over'] as const;

/** How a redemption came about; `trusted_code` only where the shop trusts its printed code. */
export const redemptionWays = ['confirmed', 'screen', 'pass', 'trusted_code'] as const;

export const couponLimits = {
  titleLength: 30,
  itemLength: 30,
  termsLength: 500,
  total: 1_000_000,
  perRider: 100,
  merchants: 100,
  /** A hold's life, seconds. */
  holdSeconds: 120,
  reversibleMinutes: 60,
  /** How long a coupon's holder is known once it is over. */
  personKeptMonths: 12,
  refusalKeptDays: 90,
} as const;

export type CouponKind = (typeof couponKinds)[number];
export type CouponState = (typeof couponStates)[number];
export type CouponPeriod = (typeof couponPeriods)[number];
export type CouponAudience = (typeof couponAudiences)[number];
export type CouponUse = (typeof couponUses)[number];
export type GrantState = (typeof grantStates)[number];
export type GrantFilter = (typeof grantFilters)[number];
export type RedemptionWay = (typeof redemptionWays)[number];
export type CouponValue = Static<typeof CouponValueSchema>;
export type Coupon = Static<typeof CouponSchema>;
export type ManagedCoupon = Static<typeof ManagedCouponSchema>;
export type NearbyShop = Static<typeof NearbyShopSchema>;
export type Grant = Static<typeof GrantSchema>;

/** Why a coupon is not given or not taken; each is written down with its code (`not_held` refuses neither). */
export const couponProblems = defineProblems({
  not_running: [409, '这张券现在领不了'],
  not_yet_valid: [409, '这张券还没到使用时间'],
  expired: [409, '这张券已过期'],
  closed: [409, '现在不在这张券的使用时段'],
  not_for_you: [403, '这张券您暂时不能用'],
  limit: [409, '这张券您已经用满次数'],
  points_few: [409, '积分不够换这张券'],
  sold_out: [409, '来晚一步，这张券已经发完了'],
  wrong_merchant: [409, '这张券不能在这家店用'],
  not_trusted: [409, '请店家在手机上确认，或扫店家屏幕上的码'],
  merchant_closed: [409, '这家店暂停参加优惠'],
  already_redeemed: [409, '这张券已经用过了'],
  already_held: [409, '这张券正在等店家确认'],
  hold_over: [409, '等待时间已过，请重新出示'],
  not_held: [409, '这张券不在等待确认'],
  not_claimed: [409, '先领取这张券，再到店里用'],
});

/** What a taking can be refused for. */
const takingProblems = [
  problems.unauthenticated,
  problems.not_found,
  couponProblems.not_running,
  couponProblems.not_yet_valid,
  couponProblems.expired,
  couponProblems.closed,
  couponProblems.not_for_you,
  problems.conflict,
  couponProblems.limit,
  couponProblems.sold_out,
  couponProblems.points_few,
] as const;

/** What a use in a shop can be refused for beyond that. */
export const takingAndUsingProblems = [
  ...takingProblems,
  codeProblems.code_unknown,
  codeProblems.code_revoked,
  codeProblems.code_stale,
  codeProblems.not_a_merchant_code,
  couponProblems.wrong_merchant,
  couponProblems.merchant_closed,
  couponProblems.already_redeemed,
  couponProblems.already_held,
  couponProblems.not_claimed,
] as const;

const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Anyone may: shops that have coupons, by distance, with what they offer. */
export const listCoupons = endpoint<typeof listCouponsSchemas>()({
  name: 'listCoupons',
  method: 'GET',
  path: '/api/coupons',
  summary: 'Shops with coupons by distance, filtered, paged',
  problems: [positionProblems.box_incomplete, positionProblems.position_incomplete, problems.not_found],
});

/** Anyone may; who is signed in also reads what of it is theirs. */
export const listMerchantCoupons = endpoint<typeof listMerchantCouponsSchemas>()({
  name: 'listMerchantCoupons',
  method: 'GET',
  path: '/api/merchants/:merchantId/coupons',
  summary: 'What a shop offers',
  problems: [problems.not_found],
});

/** Anyone may; who is signed in also reads what of it is theirs. */
export const getCoupon = endpoint<typeof getCouponSchemas>()({
  name: 'getCoupon',
  method: 'GET',
  path: '/api/coupons/:couponId',
  summary: 'One coupon',
  problems: [problems.not_found],
});

/** A signed-in person of the coupon's audience, of a coupon that is claimed ahead. */
export const claimCoupon = endpoint<typeof claimCouponSchemas>()({
  name: 'claimCoupon',
  method: 'POST',
  path: '/api/coupons/:couponId/claims',
  status: 201,
  idempotent: true,
  summary: 'Claim a coupon for later',
  problems: takingProblems,
});

/**
 * A signed-in person in a shop, by its printed code: the shop has two minutes to confirm. A coupon claimed ahead is
 * held, one that is used at once is taken and held. A position far from the shop is only marked for staff, not kept.
 */
export const holdCoupon = endpoint<typeof holdCouponSchemas>()({
  name: 'holdCoupon',
  method: 'POST',
  path: '/api/coupons/:couponId/holds',
  status: 201,
  idempotent: true,
  summary: 'Ask the shop to confirm',
  problems: takingAndUsingProblems,
});

/**
 * A signed-in person in a shop: by the code on its screen, or by its printed one where the shop trusts it. No position
 * is asked for.
 */
export const redeemCoupon = endpoint<typeof redeemCouponSchemas>()({
  name: 'redeemCoupon',
  method: 'POST',
  path: '/api/coupons/:couponId/redemptions',
  status: 201,
  idempotent: true,
  summary: 'Redeem by the shop’s code',
  problems: [...takingAndUsingProblems, couponProblems.not_trusted],
});

/** A signed-in person, their own: usable ones by their end, others the newest first. */
export const listMyGrants = endpoint<typeof listMyGrantsSchemas>()({
  name: 'listMyGrants',
  method: 'GET',
  path: '/api/coupons/grants/mine',
  summary: 'My coupons',
  problems: [problems.unauthenticated],
});

/** A signed-in person, their own. */
export const getGrant = endpoint<typeof getGrantSchemas>()({
  name: 'getGrant',
  method: 'GET',
  path: '/api/coupons/grants/:grantId',
  summary: 'One of my coupons',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A signed-in person, their own. */
export const cancelHold = endpoint<typeof cancelHoldSchemas>()({
  name: 'cancelHold',
  method: 'DELETE',
  path: '/api/coupons/grants/:grantId/hold',
  summary: 'Take back what the shop was asked to confirm',
  problems: [problems.unauthenticated, problems.not_found, couponProblems.not_held],
});

/** Staff, organiser, admin or auditor. */
export const listManagedCoupons = endpoint<typeof listManagedCouponsSchemas>()({
  name: 'listManagedCoupons',
  method: 'GET',
  path: '/api/communities/:communityId/coupons',
  summary: 'The coupons of a community, whatever their state',
  problems: ofStaff,
});

/** Staff, organiser, admin or auditor. */
export const getManagedCoupon = endpoint<typeof getManagedCouponSchemas>()({
  name: 'getManagedCoupon',
  method: 'GET',
  path: '/api/communities/:communityId/coupons/:couponId',
  summary: 'One coupon, whatever its state',
  problems: ofStaff,
});

export const couponDeskProblems = defineProblems({
  coupon_dates: [400, '结束日期不能早于开始日期'],
  coupon_merchants: [400, '请选本社区的商户，至少一家'],
  coupon_state: [409, '优惠券的状态已经变了，请刷新后再看'],
  coupon_worse: [409, '已发布的优惠不能改差：日期、时段、商户只能放宽，优惠内容不能改'],
  coupon_few: [409, '总数不能少于已领的张数'],
});

/** Staff, organiser or admin: a draft. */
export const createCoupon = endpoint<typeof createCouponSchemas>()({
  name: 'createCoupon',
  method: 'POST',
  path: '/api/communities/:communityId/coupons',
  status: 201,
  idempotent: true,
  summary: 'Add a coupon',
  problems: [...ofStaff, couponDeskProblems.coupon_dates, couponDeskProblems.coupon_merchants],
});

/** Staff, organiser or admin. Once published it can only become better for those who hold it. */
export const updateCoupon = endpoint<typeof updateCouponSchemas>()({
  name: 'updateCoupon',
  method: 'PUT',
  path: '/api/communities/:communityId/coupons/:couponId',
  summary: 'Change a coupon',
  problems: [
    ...ofStaff,
    problems.conflict,
    couponDeskProblems.coupon_dates,
    couponDeskProblems.coupon_merchants,
    couponDeskProblems.coupon_worse,
    couponDeskProblems.coupon_few,
  ],
});

/** Staff, organiser or admin. */
export const setCouponState = endpoint<typeof setCouponStateSchemas>()({
  name: 'setCouponState',
  method: 'PUT',
  path: '/api/communities/:communityId/coupons/:couponId/state',
  summary: 'Publish, pause or end a coupon',
  problems: [...ofStaff, problems.conflict, couponDeskProblems.coupon_state],
});
