import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  answerRequestQuestionSchemas,
  createRequestSchemas,
  followUpRequestSchemas,
  getRequestSchemas,
  listMyRequestsSchemas,
  listRequestCategoriesSchemas,
  rateRequestSchemas,
  reopenRequestSchemas,
  RequestCategorySchema,
  RequestEntrySchema,
  RequestRowSchema,
  RequestSchema,
  withdrawRequestSchemas,
} from './requests.schema';

/** What a request goes through; what a person may do in each stands in the cloud's machine. */
export const requestStates = [
  'submitted',
  'accepted',
  'assigned',
  'info_requested',
  'returned',
  'answered',
  'rated',
  'reopened',
  'withdrawn',
] as const;

/** Who did something to a request, as far as the requester is told. */
export const requestActors = ['requester', 'department', 'staff', 'system'] as const;

/** What was done: one entry of the history each. `reply` is the requester's to a question, `answer` the department's. */
export const requestActions = [
  'submit',
  'accept',
  'assign',
  'return',
  'ask',
  'reply',
  'answer',
  'follow_up',
  'rate',
  'lapse',
  'reopen',
  'withdraw',
  'escalate',
  'note',
] as const;

/** Pictures of a category; a community chooses one for each of its own. */
export const requestIcons = [
  'work',
  'injury',
  'family',
  'law',
  'life',
  'health',
  'housing',
  'other',
] as const;

export const requestLimits = {
  photos: 6,
  wordsLength: 1000,
  /** Of a question, an answer, a reason, a note. */
  replyLength: 1000,
  ratingWordsLength: 200,
  /** Days a question waits for its answer. */
  questionDays: 5,
  /** How often one may ask further after an answer. */
  followUps: 2,
  /** What follows is answered within so many working days at least. */
  followUpDays: 2,
  /** Days after the answer in which one may reopen; after as many without a word it is closed without stars. */
  reopenDays: 10,
  /** How long after its end a request is known to be somebody's, months. */
  personKeptMonths: 24,
} as const;

export type RequestState = (typeof requestStates)[number];
export type RequestActor = (typeof requestActors)[number];
export type RequestAction = (typeof requestActions)[number];
export type RequestIcon = (typeof requestIcons)[number];
export type RequestCategory = Static<typeof RequestCategorySchema>;
export type PersonRequest = Static<typeof RequestSchema>;
export type RequestRow = Static<typeof RequestRowSchema>;
export type RequestEntry = Static<typeof RequestEntrySchema>;

export const requestProblems = defineProblems({
  request_empty: [400, '请写几句话，或者附上照片'],
  request_category_closed: [409, '这一类诉求现在不能提交，请换一类'],
  request_photo_unknown: [409, '有照片还没传好，请重新上传'],
  request_too_late: [409, '已经过了可以重新提出的时间'],
  request_reopened_before: [409, '每条诉求只能重新提出一次'],
  request_follow_ups_used: [409, '追问的次数已经用完，可以重新提出或另提一条诉求'],
});

const ofOwn = [problems.unauthenticated, problems.not_found] as const;
const ofOwnMove = [...ofOwn, problems.conflict] as const;

/** A member of the community: all categories in their order, those no longer used among them. */
export const listRequestCategories = endpoint<typeof listRequestCategoriesSchemas>()({
  name: 'listRequestCategories',
  method: 'GET',
  path: '/api/communities/:communityId/request-categories',
  summary: 'What one can ask about, and who answers',
  problems: ofOwn,
});

/**
 * A member of the community: words, photos (purpose `request`) or both. The client's `key` is the request's for good: the
 * same again answers with the first request, whenever it comes; with other contents it is refused.
 */
export const createRequest = endpoint<typeof createRequestSchemas>()({
  name: 'createRequest',
  method: 'POST',
  path: '/api/communities/:communityId/requests',
  status: 201,
  idempotent: true,
  summary: 'Ask for help',
  problems: [
    ...ofOwn,
    requestProblems.request_empty,
    requestProblems.request_category_closed,
    requestProblems.request_photo_unknown,
  ],
});

/** A signed-in person, their own, the newest first. */
export const listMyRequests = endpoint<typeof listMyRequestsSchemas>()({
  name: 'listMyRequests',
  method: 'GET',
  path: '/api/requests/mine',
  summary: 'My requests, with their state and what comes next',
  problems: [problems.unauthenticated],
});

/** The requester. */
export const getRequest = endpoint<typeof getRequestSchemas>()({
  name: 'getRequest',
  method: 'GET',
  path: '/api/requests/:requestId',
  summary: 'One request with its history',
  problems: ofOwn,
});

/** The requester, what was asked; it goes back to where it was. */
export const answerRequestQuestion = endpoint<typeof answerRequestQuestionSchemas>()({
  name: 'answerRequestQuestion',
  method: 'POST',
  path: '/api/requests/:requestId/replies',
  status: 201,
  idempotent: true,
  summary: 'Answer the question about my request',
  problems: [...ofOwnMove, requestProblems.request_photo_unknown],
});

/** The requester, of an answered one, twice at most. */
export const followUpRequest = endpoint<typeof followUpRequestSchemas>()({
  name: 'followUpRequest',
  method: 'POST',
  path: '/api/requests/:requestId/follow-ups',
  status: 201,
  idempotent: true,
  summary: 'Ask further about an answer',
  problems: [...ofOwnMove, requestProblems.request_photo_unknown, requestProblems.request_follow_ups_used],
});

/** The requester, of an answered one. */
export const rateRequest = endpoint<typeof rateRequestSchemas>()({
  name: 'rateRequest',
  method: 'POST',
  path: '/api/requests/:requestId/rating',
  status: 201,
  idempotent: true,
  summary: 'Rate the answer',
  problems: ofOwnMove,
});

/** The requester, once, of an answered or rated one, within 10 days of the answer. */
export const reopenRequest = endpoint<typeof reopenRequestSchemas>()({
  name: 'reopenRequest',
  method: 'POST',
  path: '/api/requests/:requestId/reopening',
  status: 201,
  idempotent: true,
  summary: 'Open my request again',
  problems: [
    ...ofOwnMove,
    requestProblems.request_photo_unknown,
    requestProblems.request_too_late,
    requestProblems.request_reopened_before,
  ],
});

/** The requester, while it is submitted or accepted. */
export const withdrawRequest = endpoint<typeof withdrawRequestSchemas>()({
  name: 'withdrawRequest',
  method: 'POST',
  path: '/api/requests/:requestId/withdrawal',
  status: 201,
  idempotent: true,
  summary: 'Withdraw my request',
  problems: ofOwnMove,
});
