import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  decideScreeningSchemas,
  getScreeningRulesSchemas,
  listScreeningsSchemas,
  ScreeningRulesSchema,
  ScreeningSchema,
  updateScreeningRulesSchemas,
} from './screenings.schema';

/** What is looked at before anyone else sees it. */
export const screeningSubjects = ['report', 'request', 'bulletin', 'activity'] as const;

/** `waiting`: for a person, the longest first. `decided`: what a person has decided, the newest first. */
export const screeningViews = ['waiting', 'decided'] as const;

export const screeningStates = ['waiting', 'passed', 'rejected'] as const;
export const screeningDecisions = ['pass', 'reject'] as const;

/**
 * Why a person is asked. `words`: a word of the list. `wechat_review`, `wechat_risky`: WeChat's doubt, or its no.
 * `late`: WeChat has not answered. `local`: a picture that WeChat cannot check, where the community wants to see those.
 * `unreachable`: WeChat could not open the picture.
 */
export const screeningReasons = [
  'words',
  'wechat_review',
  'wechat_risky',
  'late',
  'local',
  'unreachable',
] as const;

/** Of the words in the list; `community`: added here. */
export const wordCategories = [
  'abuse',
  'porn',
  'gambling',
  'drugs',
  'fraud',
  'violence',
  'community',
] as const;

/** What WeChat found. */
export const wechatFindings = [
  'ads',
  'politics',
  'porn',
  'abuse',
  'crime',
  'fraud',
  'vulgar',
  'copyright',
  'other',
] as const;

/** Members' pictures that WeChat cannot check: let on to staff as they are, or looked at first. */
export const localPicturePolicies = ['trust', 'review'] as const;

export const screeningLimits = {
  reasonLength: 200,
  /** Words a community may add, and as many it may allow. */
  words: 500,
  wordLength: 20,
} as const;

export type ScreeningSubject = (typeof screeningSubjects)[number];
export type ScreeningView = (typeof screeningViews)[number];
export type ScreeningState = (typeof screeningStates)[number];
export type ScreeningDecision = (typeof screeningDecisions)[number];
export type ScreeningReason = (typeof screeningReasons)[number];
export type WordCategory = (typeof wordCategories)[number];
export type WechatFinding = (typeof wechatFindings)[number];
export type Screening = Static<typeof ScreeningSchema>;
export type ScreeningRules = Static<typeof ScreeningRulesSchema>;

export const screeningProblems = defineProblems({
  reason_missing: [400, '请写一句原因'],
  decided_already: [409, '这一条已经处理过了'],
});

const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Staff, organiser or admin; the look is written down. Who wrote it is not told. */
export const listScreenings = endpoint<typeof listScreeningsSchemas>()({
  name: 'listScreenings',
  method: 'GET',
  path: '/api/communities/:communityId/screenings',
  summary: 'What waits for a person to look at it',
  problems: ofStaff,
});

/** Staff, organiser or admin. Of two who decide at once one does; the same decision again gets the same answer. */
export const decideScreening = endpoint<typeof decideScreeningSchemas>()({
  name: 'decideScreening',
  method: 'PUT',
  path: '/api/communities/:communityId/screenings/:screeningId/decision',
  summary: 'Let it pass, or not',
  problems: [...ofStaff, screeningProblems.reason_missing, screeningProblems.decided_already],
});

/** Organiser or admin. Version 0: nobody has changed them yet. */
export const getScreeningRules = endpoint<typeof getScreeningRulesSchemas>()({
  name: 'getScreeningRules',
  method: 'GET',
  path: '/api/communities/:communityId/screening-rules',
  summary: 'The words that are looked at, and what of pictures',
  problems: ofStaff,
});

/** Organiser or admin. Holds for what is written from now on. */
export const updateScreeningRules = endpoint<typeof updateScreeningRulesSchemas>()({
  name: 'updateScreeningRules',
  method: 'PUT',
  path: '/api/communities/:communityId/screening-rules',
  summary: 'Change what is looked at',
  problems: [...ofStaff, problems.conflict],
});
