import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  acceptRequestSchemas,
  addRequestNoteSchemas,
  answerRequestSchemas,
  askRequesterSchemas,
  assignRequestSchemas,
  countRequestCasesSchemas,
  exportRequestFiguresSchemas,
  FiguresOfRequestsSchema,
  getRequestCaseSchemas,
  getRequestFiguresSchemas,
  listRequestAssigneesSchemas,
  listRequestCasesSchemas,
  RequestAssigneesSchema,
  RequestCaseCountsSchema,
  RequestCaseEntrySchema,
  RequestCaseRowSchema,
  RequestCaseSchema,
  RequestFiguresSchema,
  returnRequestSchemas,
} from './request-cases.schema';
import { requestProblems, type RequestState } from './requests';

/** What the desk may do with a request; which of them now, its answer says in `can`. */
export const requestCaseActions = ['accept', 'assign', 'return', 'ask', 'answer', 'note'] as const;

/** In which somebody still has something to do. */
export const openRequestStates: readonly RequestState[] = [
  'submitted',
  'accepted',
  'assigned',
  'info_requested',
  'returned',
  'reopened',
];

/** `overdue`: past its deadline; `soon`: within a working day of it. */
export const requestDueKinds = ['overdue', 'soon', 'later', 'none'] as const;

export const requestFigureFormats = ['xlsx', 'csv'] as const;

export const requestCaseLimits = {
  /** Of words searched for. */
  searchLength: 40,
  /** Months in one answer of figures. */
  figureMonths: 24,
  /** Months that figures show where none are asked for. */
  usualMonths: 6,
} as const;

export type RequestCaseAction = (typeof requestCaseActions)[number];
export type RequestDueKind = (typeof requestDueKinds)[number];
export type RequestFigureFormat = (typeof requestFigureFormats)[number];
export type RequestCase = Static<typeof RequestCaseSchema>;
export type RequestCaseRow = Static<typeof RequestCaseRowSchema>;
export type RequestCaseEntry = Static<typeof RequestCaseEntrySchema>;
export type RequestCaseCounts = Static<typeof RequestCaseCountsSchema>;
export type RequestAssignees = Static<typeof RequestAssigneesSchema>;
export type RequestFigures = Static<typeof RequestFiguresSchema>;
export type FiguresOfRequests = Static<typeof FiguresOfRequestsSchema>;

export const requestCaseProblems = defineProblems({
  request_assignee_unknown: [400, '找不到这个部门或这位负责人，请重新选'],
  request_category_unknown: [400, '找不到这一类诉求，请重新选'],
  request_stays_confidential: [409, '保密的诉求只能交给保密名单里的人，也只能换到保密的类别'],
  request_own_case: [403, '这是您自己提的诉求，请由别的同事处理'],
  figure_months: [400, '起止月份不对，最多一次看 24 个月'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const ofMove = [...ofDesk, problems.conflict, requestCaseProblems.request_own_case] as const;

/**
 * Staff, organiser or admin all that are not confidential; a department officer those their departments have now;
 * confidential ones only who stands on the list of their category, whatever else they are. What is due first, and what
 * is over with the newest first.
 */
export const listRequestCases = endpoint<typeof listRequestCasesSchemas>()({
  name: 'listRequestCases',
  method: 'GET',
  path: '/api/communities/:communityId/request-cases',
  summary: 'Requests on the desk, filtered',
  problems: ofDesk,
});

/** As listRequestCases: how many there are in each state and past their deadline, under the same filters. */
export const countRequestCases = endpoint<typeof countRequestCasesSchemas>()({
  name: 'countRequestCases',
  method: 'GET',
  path: '/api/communities/:communityId/request-cases/count',
  summary: 'How many requests wait where',
  problems: ofDesk,
});

/** As listRequestCases; the look is written to the audit log. */
export const getRequestCase = endpoint<typeof getRequestCaseSchemas>()({
  name: 'getRequestCase',
  method: 'GET',
  path: '/api/communities/:communityId/request-cases/:requestId',
  summary: 'One request on the desk',
  problems: ofDesk,
});

/** As listRequestCases. */
export const listRequestAssignees = endpoint<typeof listRequestAssigneesSchemas>()({
  name: 'listRequestAssignees',
  method: 'GET',
  path: '/api/communities/:communityId/request-cases/:requestId/assignees',
  summary: 'To whom a request can be given',
  problems: ofDesk,
});

/** An officer of the department it is with, staff, or of a confidential one who stands on its list. */
export const acceptRequest = endpoint<typeof acceptRequestSchemas>()({
  name: 'acceptRequest',
  method: 'POST',
  path: '/api/communities/:communityId/request-cases/:requestId/acceptance',
  status: 201,
  idempotent: true,
  summary: 'Take a request on',
  problems: ofMove,
});

/** As acceptRequest: to a department or an officer of it, with another category where it was the wrong one. */
export const assignRequest = endpoint<typeof assignRequestSchemas>()({
  name: 'assignRequest',
  method: 'POST',
  path: '/api/communities/:communityId/request-cases/:requestId/assignment',
  status: 201,
  idempotent: true,
  summary: 'Give a request to a department or an officer',
  problems: [
    ...ofMove,
    requestCaseProblems.request_assignee_unknown,
    requestCaseProblems.request_category_unknown,
    requestCaseProblems.request_stays_confidential,
  ],
});

/** As acceptRequest, with a reason: it is nobody's until staff (or its list) give it on. */
export const returnRequest = endpoint<typeof returnRequestSchemas>()({
  name: 'returnRequest',
  method: 'POST',
  path: '/api/communities/:communityId/request-cases/:requestId/return',
  status: 201,
  idempotent: true,
  summary: 'Give a request back',
  problems: ofMove,
});

/** As acceptRequest. The deadline's clock stops until the requester answers, for five days at most. */
export const askRequester = endpoint<typeof askRequesterSchemas>()({
  name: 'askRequester',
  method: 'POST',
  path: '/api/communities/:communityId/request-cases/:requestId/question',
  status: 201,
  idempotent: true,
  summary: 'Ask the requester for more',
  problems: ofMove,
});

/** As acceptRequest: words, photos (purpose `request`) too where they help. */
export const answerRequest = endpoint<typeof answerRequestSchemas>()({
  name: 'answerRequest',
  method: 'POST',
  path: '/api/communities/:communityId/request-cases/:requestId/answer',
  status: 201,
  idempotent: true,
  summary: 'Answer a request',
  problems: [...ofMove, requestProblems.request_photo_unknown],
});

/** As acceptRequest: for the desk alone. */
export const addRequestNote = endpoint<typeof addRequestNoteSchemas>()({
  name: 'addRequestNote',
  method: 'POST',
  path: '/api/communities/:communityId/request-cases/:requestId/notes',
  status: 201,
  idempotent: true,
  summary: 'Write a note for colleagues',
  problems: [...ofDesk, requestCaseProblems.request_own_case],
});

/**
 * Staff, organiser, admin or auditor; a department officer those of their departments. Of the requests sent in each
 * month, what became of them by now, category by category. Confidential categories are one nameless line to who does
 * not read them.
 */
export const getRequestFigures = endpoint<typeof getRequestFiguresSchemas>()({
  name: 'getRequestFigures',
  method: 'GET',
  path: '/api/communities/:communityId/request-figures',
  summary: 'Requests by month and category',
  problems: [...ofDesk, requestCaseProblems.figure_months],
});

/** As getRequestFigures. */
export const exportRequestFigures = endpoint<typeof exportRequestFiguresSchemas>()({
  name: 'exportRequestFigures',
  method: 'GET',
  path: '/api/communities/:communityId/request-figures/export',
  summary: 'Requests by month and category, as XLSX or CSV',
  problems: [...ofDesk, requestCaseProblems.figure_months],
});
