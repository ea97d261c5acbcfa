import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  ActivityRulesSchema,
  forgiveNoShowSchemas,
  getActivityRulesSchemas,
  listSignUpPausesSchemas,
  setActivityRulesSchemas,
  SignUpPauseSchema,
} from './no-shows.schema';

export const activityRuleLimits = {
  noShows: 10,
  windowDays: 365,
  pauseDays: 180,
  /** Longer than any window: older ones count for nothing. */
  keptMonths: 18,
  /** People in the list of those that are paused. */
  people: 500,
} as const;

/** The rules of a community that has not said its own. */
export const defaultActivityRules = { isPausing: true, noShows: 3, windowDays: 180, pauseDays: 30 } as const;

/** So many who signed up and did not come, within so many days, pause somebody's signing up for so long. */
export type ActivityRules = Static<typeof ActivityRulesSchema>;

/** Somebody who may not sign up for now, and why. */
export type SignUpPause = Static<typeof SignUpPauseSchema>;

export const noShowProblems = defineProblems({
  no_show_unknown: [404, '没有这次缺席'],
  no_show_own: [403, '这是您自己的缺席，请由别的同事处理'],
});

const refused = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Staff: a no-show counts no more, with the reason; a pause that it made ends. Repeated it changes nothing. */
export const forgiveNoShow = endpoint<typeof forgiveNoShowSchemas>()({
  name: 'forgiveNoShow',
  method: 'POST',
  path: '/api/communities/:communityId/activities/:activityId/no-shows/:personId/forgiveness',
  status: 201,
  idempotent: true,
  summary: 'Let a no-show count no more',
  problems: [...refused, noShowProblems.no_show_unknown, noShowProblems.no_show_own],
});

/** Staff, organiser, admin or auditor: who may not sign up for now, the pause that began last first. Written down. */
export const listSignUpPauses = endpoint<typeof listSignUpPausesSchemas>()({
  name: 'listSignUpPauses',
  method: 'GET',
  path: '/api/communities/:communityId/sign-up-pauses',
  summary: 'Whose signing up is paused',
  problems: refused,
});

/** Staff, organiser, admin or auditor. */
export const getActivityRules = endpoint<typeof getActivityRulesSchemas>()({
  name: 'getActivityRules',
  method: 'GET',
  path: '/api/communities/:communityId/activity-rules',
  summary: 'When signing up is paused',
  problems: refused,
});

/** Organiser or admin. Counts for what was before, too. */
export const setActivityRules = endpoint<typeof setActivityRulesSchemas>()({
  name: 'setActivityRules',
  method: 'PUT',
  path: '/api/communities/:communityId/activity-rules',
  summary: 'Say when signing up is paused',
  problems: [...refused, problems.conflict],
});
