import type { Static } from 'typebox';
import { couponProblems, takingAndUsingProblems } from './coupons';
import { defineProblems, endpoint, problems } from './http';
import type {
  confirmHoldSchemas,
  createPassSchemas,
  declineHoldSchemas,
  exportRedemptionsSchemas,
  exportSettlementSchemas,
  getFiguresSchemas,
  getSettlementSchemas,
  HoldSchema,
  HoldsSchema,
  listFlaggedRedemptionsSchemas,
  listHoldsSchemas,
  listRedemptionsSchemas,
  PassReadingSchema,
  PassSchema,
  readPassSchemas,
  RedemptionSchema,
  redeemByPassSchemas,
  reverseRedemptionSchemas,
  SettlementSchema,
  watchHoldsSchemas,
} from './redemptions.schema';

/** What staff should look at: far from the shop, often in one shop, while the shop was closed, between 23:00 and 05:00. */
export const redemptionFlags = ['far', 'often', 'closed', 'night'] as const;

export const redemptionLimits = {
  reasonLength: 200,
  /** How long a pass is good for without the phone being online. */
  passDays: 7,
  /** A pass shows a new code this often, seconds; each is taken in its own window and the next. */
  passSeconds: 30,
  /** Days in one export. */
  exportDays: 93,
  /** How often a phone that cannot be told asks what waits, seconds. */
  pollSeconds: 2,
  /** After this long what tells a screen ends, and the screen asks again who it is, seconds. */
  watchSeconds: 300,
} as const;

/** `{pass}.{window base36}.{signature base64url}`; see `passSigned`. */
export const passPattern = '^[0-9a-z]{10}\\.[0-9a-z]{1,10}\\.[A-Za-z0-9_-]{22}$';

export type RedemptionFlag = (typeof redemptionFlags)[number];
export type Redemption = Static<typeof RedemptionSchema>;
export type Hold = Static<typeof HoldSchema>;
export type Holds = Static<typeof HoldsSchema>;
export type Pass = Static<typeof PassSchema>;
export type PassReading = Static<typeof PassReadingSchema>;
export type Settlement = Static<typeof SettlementSchema>;

export const redemptionProblems = defineProblems({
  not_reversible: [409, '已过可撤销的时间，请联系社区'],
  reversed_already: [409, '这一笔已经撤销过了'],
  pass_unknown: [409, '这个码认不出来，请骑手打开“骑手码”再出示'],
  pass_stale: [409, '这个码已过期，请骑手出示正在变化的码'],
  export_days: [400, '一次最多导出三个月，结束日期不能早于开始日期'],
});

/** A shop's back room is not there to others. */
const ofShop = [problems.unauthenticated, problems.not_found] as const;
const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** A clerk of the shop, or staff: what waits to be confirmed, the oldest first. */
export const listHolds = endpoint<typeof listHoldsSchemas>()({
  name: 'listHolds',
  method: 'GET',
  path: '/api/merchants/:merchantId/holds',
  summary: 'What waits to be confirmed',
  problems: ofShop,
});

/**
 * The same, told by server-sent events: `event: holds` with the list as JSON at the beginning and whenever it changes.
 * Ends after five minutes, to be asked for again.
 */
export const watchHolds = endpoint<typeof watchHoldsSchemas>()({
  name: 'watchHolds',
  method: 'GET',
  path: '/api/merchants/:merchantId/holds/events',
  summary: 'Be told what waits to be confirmed',
  problems: ofShop,
});

/** A clerk of the shop, or staff. Of two who confirm at once one does, and the other sees it done. */
export const confirmHold = endpoint<typeof confirmHoldSchemas>()({
  name: 'confirmHold',
  method: 'POST',
  path: '/api/merchants/:merchantId/holds/:grantId/confirmation',
  status: 201,
  idempotent: true,
  summary: 'Confirm what waits',
  problems: [...ofShop, couponProblems.hold_over, couponProblems.already_redeemed],
});

/** A clerk of the shop, or staff. The rider keeps the coupon. */
export const declineHold = endpoint<typeof declineHoldSchemas>()({
  name: 'declineHold',
  method: 'DELETE',
  path: '/api/merchants/:merchantId/holds/:grantId',
  status: 204,
  summary: 'Decline what waits',
  problems: [...ofShop, couponProblems.not_held],
});

/** A signed-in person: what their phone needs to show a code that changes, without being online. */
export const createPass = endpoint<typeof createPassSchemas>()({
  name: 'createPass',
  method: 'POST',
  path: '/api/passes',
  status: 201,
  idempotent: true,
  summary: 'A pass for this phone',
  problems: [problems.unauthenticated],
});

/** A clerk of the shop, or staff: what the rider whose pass was scanned can use here now. */
export const readPass = endpoint<typeof readPassSchemas>()({
  name: 'readPass',
  method: 'POST',
  path: '/api/merchants/:merchantId/pass-readings',
  summary: 'What a rider can use here',
  problems: [...ofShop, redemptionProblems.pass_unknown, redemptionProblems.pass_stale],
});

/** A clerk of the shop, or staff, within five minutes of the pass being shown. */
export const redeemByPass = endpoint<typeof redeemByPassSchemas>()({
  name: 'redeemByPass',
  method: 'POST',
  path: '/api/merchants/:merchantId/redemptions',
  status: 201,
  idempotent: true,
  summary: 'Redeem by a rider’s pass',
  problems: [...takingAndUsingProblems, redemptionProblems.pass_unknown, redemptionProblems.pass_stale],
});

/** A clerk of the shop, or staff: the newest first. */
export const listRedemptions = endpoint<typeof listRedemptionsSchemas>()({
  name: 'listRedemptions',
  method: 'GET',
  path: '/api/merchants/:merchantId/redemptions',
  summary: 'What was redeemed in a shop',
  problems: ofShop,
});

/** A clerk of the shop, or staff, within its window: the rider has the use back unless it is over. */
export const reverseRedemption = endpoint<typeof reverseRedemptionSchemas>()({
  name: 'reverseRedemption',
  method: 'POST',
  path: '/api/merchants/:merchantId/redemptions/:redemptionId/reversal',
  status: 201,
  idempotent: true,
  summary: 'Take a redemption back',
  problems: [...ofShop, redemptionProblems.not_reversible, redemptionProblems.reversed_already],
});

/** A clerk of the shop, or staff: what was redeemed and stands. */
export const getFigures = endpoint<typeof getFiguresSchemas>()({
  name: 'getFigures',
  method: 'GET',
  path: '/api/merchants/:merchantId/figures',
  summary: 'Today and this week in a shop',
  problems: ofShop,
});

/** A clerk of the shop, or staff: from the first to the last day, as a spreadsheet. */
export const exportRedemptions = endpoint<typeof exportRedemptionsSchemas>()({
  name: 'exportRedemptions',
  method: 'GET',
  path: '/api/merchants/:merchantId/redemptions/export',
  summary: 'What was redeemed in a shop, as XLSX',
  problems: [...ofShop, redemptionProblems.export_days],
});

/** Staff, organiser, admin or auditor: what should be looked at, the newest first. */
export const listFlaggedRedemptions = endpoint<typeof listFlaggedRedemptionsSchemas>()({
  name: 'listFlaggedRedemptions',
  method: 'GET',
  path: '/api/communities/:communityId/flagged-redemptions',
  summary: 'Redemptions that should be looked at',
  problems: ofStaff,
});

/** Staff, organiser, admin or auditor: what stands of a month, by shop and coupon. */
export const getSettlement = endpoint<typeof getSettlementSchemas>()({
  name: 'getSettlement',
  method: 'GET',
  path: '/api/communities/:communityId/settlements/:month',
  summary: 'A month’s redemptions by shop',
  problems: ofStaff,
});

/** Staff, organiser, admin or auditor. */
export const exportSettlement = endpoint<typeof exportSettlementSchemas>()({
  name: 'exportSettlement',
  method: 'GET',
  path: '/api/communities/:communityId/settlements/:month/export',
  summary: 'A month’s redemptions by shop, as XLSX',
  problems: ofStaff,
});
