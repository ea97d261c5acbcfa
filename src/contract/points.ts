import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  correctPointsSchemas,
  getMemberPointsSchemas,
  getMyPointsSchemas,
  listPointRulesSchemas,
  PointEntrySchema,
  PointRuleSchema,
  PointRulesSchema,
  updatePointRulesSchemas,
} from './points.schema';

/** What earns points: a visit to a station, an accepted report, an hour of volunteering. */
export const pointSources = ['check_in', 'report', 'volunteering'] as const;

/** Why a balance changed. `coupon` spends; `refund` gives back what a coupon that came to nothing had cost. */
export const pointKinds = [...pointSources, 'coupon', 'refund', 'correction'] as const;

export const pointLimits = {
  /** Of a source, each time or hour. */
  points: 1_000,
  /** Times or hours a day that count. */
  perDay: 24,
  /** Of one correction, either way. */
  correction: 10_000,
  /** What a coupon can cost. */
  price: 100_000,
  reasonLength: 100,
  /** How long an entry says which visit or coupon it came of. */
  sourceKeptMonths: 24,
} as const;

/** In communities that have set none of their own. */
export const defaultPointRules: readonly PointRule[] = [
  { source: 'check_in', points: 2, perDay: 1 },
  { source: 'report', points: 10, perDay: 5 },
  { source: 'volunteering', points: 20, perDay: 8 },
];

export type PointSource = (typeof pointSources)[number];
export type PointKind = (typeof pointKinds)[number];
export type PointRule = Static<typeof PointRuleSchema>;
export type PointRules = Static<typeof PointRulesSchema>;
export type PointEntry = Static<typeof PointEntrySchema>;

export const pointProblems = defineProblems({
  points_too_few: [409, '扣不了这么多，积分不够'],
  points_own: [403, '不能更正自己的积分，请同事来做'],
});

const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** A signed-in person, their own in one community: the newest first. Who never came there has none. */
export const getMyPoints = endpoint<typeof getMyPointsSchemas>()({
  name: 'getMyPoints',
  method: 'GET',
  path: '/api/communities/:communityId/points/mine',
  summary: 'My points, and what they came of',
  problems: [problems.unauthenticated, problems.not_found],
});

/** Anyone. Version 0: nobody has changed them yet. */
export const listPointRules = endpoint<typeof listPointRulesSchemas>()({
  name: 'listPointRules',
  method: 'GET',
  path: '/api/communities/:communityId/points/rules',
  summary: 'What earns how many points',
  problems: [problems.not_found],
});

/** Organiser or admin. What was earned stays. */
export const updatePointRules = endpoint<typeof updatePointRulesSchemas>()({
  name: 'updatePointRules',
  method: 'PUT',
  path: '/api/communities/:communityId/points/rules',
  summary: 'Change what earns how many points',
  problems: [...ofStaff, problems.conflict],
});

/** Staff, organiser, admin or auditor; the look is written down. */
export const getMemberPoints = endpoint<typeof getMemberPointsSchemas>()({
  name: 'getMemberPoints',
  method: 'GET',
  path: '/api/communities/:communityId/members/:personId/points',
  summary: 'A member’s points, and what they came of',
  problems: ofStaff,
});

/** Organiser or admin, of somebody else: one more entry, up or down, with its reason; the person is told. */
export const correctPoints = endpoint<typeof correctPointsSchemas>()({
  name: 'correctPoints',
  method: 'POST',
  path: '/api/communities/:communityId/members/:personId/points/corrections',
  status: 201,
  idempotent: true,
  summary: 'Correct a member’s points',
  problems: [...ofStaff, pointProblems.points_too_few, pointProblems.points_own],
});
