import type { Static } from 'typebox';
import type {
  ActivityRowSchema,
  ActivitySchema,
  cancelSignUpSchemas,
  changeSignUpAnswersSchemas,
  createSignUpSchemas,
  getActivitySchemas,
  getSignUpSchemas,
  listActivitiesSchemas,
  listMySignUpsSchemas,
  QuestionAnswerSchema,
  QuestionSchema,
  SignUpSchema,
} from './activities.schema';
import { defineProblems, endpoint, problems } from './http';

/** What kinds have in common for whoever looks for one. */
export const activityGroups = ['volunteering', 'service', 'care', 'party', 'other'] as const;
export type ActivityGroup = (typeof activityGroups)[number];

/**
 * Only those of `volunteering` are recorded as volunteer service. A risky kind is announced with its risks and what
 * insures those who come; any other one may be marked risky, too. Of a party day no membership is asked or kept.
 */
export const activityKinds = {
  tree_planting: { group: 'volunteering', isRisky: true },
  elder_visit: { group: 'volunteering', isRisky: false },
  environment: { group: 'volunteering', isRisky: true },
  other_volunteering: { group: 'volunteering', isRisky: false },
  legal_advice: { group: 'service', isRisky: false },
  safety_training: { group: 'service', isRisky: false },
  law_lecture: { group: 'service', isRisky: false },
  film: { group: 'service', isRisky: false },
  eye_check: { group: 'service', isRisky: false },
  heat_relief: { group: 'care', isRisky: false },
  warmth: { group: 'care', isRisky: false },
  party_day: { group: 'party', isRisky: false },
  other: { group: 'other', isRisky: false },
} as const satisfies Record<string, { group: ActivityGroup; isRisky: boolean }>;

export type ActivityKind = keyof typeof activityKinds;
export const activityKindNames = Object.keys(activityKinds) as ActivityKind[];

/** Whether hours of it count as volunteer service. */
export const isVolunteering = (kind: ActivityKind): boolean => activityKinds[kind].group === 'volunteering';

/** `finished` from its end on; a draft is only for those who manage. */
export const activityStates = ['draft', 'published', 'cancelled', 'finished'] as const;
export const activityAudiences = ['everyone', 'grid_members'] as const;

/** `soon`: not yet; `open`: a place is free; `waitlist`: full, one can wait; `closed`: over, or not for the asker. */
export const signUpOffers = ['soon', 'open', 'waitlist', 'closed'] as const;

/** `removed` by staff, with a reason. One who is `going` or `waitlisted` has no other sign-up at that time. */
export const signUpStates = ['going', 'waitlisted', 'cancelled', 'removed'] as const;
export const signUpWays = ['self', 'staff', 'walk_in'] as const;
export const questionKinds = ['text', 'single', 'multiple', 'yes_no'] as const;
export const activityTimes = ['upcoming', 'past'] as const;

export const activityLimits = {
  titleLength: 40,
  descriptionLength: 3_000,
  placeLength: 80,
  riskLength: 1_000,
  insuranceLength: 500,
  reasonLength: 200,
  photos: 9,
  afterPhotos: 18,
  capacity: 10_000,
  hours: 24,
  /** Longer than this it is a series. */
  durationHours: 72,
  questions: 8,
  questionLength: 60,
  options: 10,
  optionLength: 20,
  answerLength: 200,
  /** Of one series. */
  repeats: 26,
  everyWeeks: 8,
  /** Who signed up, and what they answered, is known so long after the end. */
  personKeptMonths: 24,
} as const;

export type ActivityState = (typeof activityStates)[number];
export type ActivityAudience = (typeof activityAudiences)[number];
export type SignUpOffer = (typeof signUpOffers)[number];
export type SignUpState = (typeof signUpStates)[number];
export type SignUpWay = (typeof signUpWays)[number];
export type QuestionKind = (typeof questionKinds)[number];
export type ActivityTime = (typeof activityTimes)[number];
export type Question = Static<typeof QuestionSchema>;
export type QuestionAnswer = Static<typeof QuestionAnswerSchema>;
export type ActivityRow = Static<typeof ActivityRowSchema>;
export type Activity = Static<typeof ActivitySchema>;
export type SignUp = Static<typeof SignUpSchema>;

/** The calendar file of an activity, to be opened by anyone: text/calendar, with its alarms. */
export const activityCalendarPath = (activityId: string) => `/api/activities/${activityId}/calendar` as const;

/** Why one is not signed up. `overlaps` names the other activity in its detail. */
export const activityProblems = defineProblems({
  sign_up_not_yet: [409, '报名还没开始'],
  sign_up_over: [409, '报名已经截止'],
  activity_cancelled: [409, '这场活动已经取消'],
  activity_not_for_you: [403, '这场活动暂时不面向您'],
  already_signed_up: [409, '您已经报过名了'],
  overlaps: [409, '这个时间您已经报了别的活动'],
  paused_for_absence: [409, '您最近几次报名没有到场，暂时不能报名'],
  answers_wrong: [400, '报名信息还没填好'],
  risk_not_agreed: [400, '请先看完风险提示并确认'],
  activity_begun: [409, '活动已经开始'],
  not_signed_up: [409, '您没有报名这场活动'],
});

/** Anyone may: those published, by when they start; who is no grid member does not see those for grid members. */
export const listActivities = endpoint<typeof listActivitiesSchemas>()({
  name: 'listActivities',
  method: 'GET',
  path: '/api/activities',
  summary: 'Activities of a community by time, filtered, paged',
  problems: [problems.not_found],
});

/** Anyone may; who is signed in also reads how it stands with their sign-up. */
export const getActivity = endpoint<typeof getActivitySchemas>()({
  name: 'getActivity',
  method: 'GET',
  path: '/api/activities/:activityId',
  summary: 'One activity',
  problems: [problems.not_found],
});

/** A signed-in member of its audience: a place, or, where it is full, one on the waitlist. */
export const createSignUp = endpoint<typeof createSignUpSchemas>()({
  name: 'createSignUp',
  method: 'POST',
  path: '/api/activities/:activityId/sign-ups',
  status: 201,
  idempotent: true,
  summary: 'Sign up',
  problems: [
    problems.unauthenticated,
    problems.not_found,
    problems.conflict,
    activityProblems.sign_up_not_yet,
    activityProblems.sign_up_over,
    activityProblems.activity_cancelled,
    activityProblems.activity_not_for_you,
    activityProblems.already_signed_up,
    activityProblems.overlaps,
    activityProblems.paused_for_absence,
    activityProblems.answers_wrong,
    activityProblems.risk_not_agreed,
  ],
});

/** A signed-in person, their own: those to come by their start, those over the newest first. */
export const listMySignUps = endpoint<typeof listMySignUpsSchemas>()({
  name: 'listMySignUps',
  method: 'GET',
  path: '/api/activities/sign-ups/mine',
  summary: 'What I signed up for',
  problems: [problems.unauthenticated],
});

/** A signed-in person, their own. */
export const getSignUp = endpoint<typeof getSignUpSchemas>()({
  name: 'getSignUp',
  method: 'GET',
  path: '/api/activities/sign-ups/:signUpId',
  summary: 'One of my sign-ups',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A signed-in person, their own, until it begins: the first who waits moves up. A second time changes nothing. */
export const cancelSignUp = endpoint<typeof cancelSignUpSchemas>()({
  name: 'cancelSignUp',
  method: 'DELETE',
  path: '/api/activities/sign-ups/:signUpId',
  summary: 'Take my sign-up back',
  problems: [problems.unauthenticated, problems.not_found, activityProblems.activity_begun],
});

/** A signed-in person, their own, until it begins. */
export const changeSignUpAnswers = endpoint<typeof changeSignUpAnswersSchemas>()({
  name: 'changeSignUpAnswers',
  method: 'PUT',
  path: '/api/activities/sign-ups/:signUpId/answers',
  summary: 'Change what I answered when I signed up',
  problems: [
    problems.unauthenticated,
    problems.not_found,
    problems.conflict,
    activityProblems.activity_begun,
    activityProblems.not_signed_up,
    activityProblems.answers_wrong,
  ],
});
