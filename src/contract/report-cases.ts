import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  AssigneesSchema,
  CaseCountsSchema,
  CaseDuplicateSchema,
  CaseEntrySchema,
  CaseRowSchema,
  CaseSchema,
  countCasesSchemas,
  getCaseSchemas,
  getOriginalPhotoSchemas,
  getReportMapSchemas,
  listAssigneesSchemas,
  listCasesSchemas,
  listPossibleDuplicatesSchemas,
  listReplyTemplatesSchemas,
  ReplyTemplateSchema,
  ReportMapSchema,
  saveReplyTemplateSchemas,
  removeReplyTemplateSchemas,
} from './report-cases.schema';
import type { ReportState } from './reports';

/** What the desk may do with a case; which of them now, its answer says in `can`. */
export const caseActions = [
  'assign',
  'recategorise',
  'accept',
  'giveBack',
  'ask',
  'schedule',
  'transfer',
  'resume',
  'resolve',
  'reject',
  'refer',
  'merge',
  'decideReopening',
  'note',
  'seeOriginals',
] as const;

/** In which somebody still has something to do. */
export const openStates: readonly ReportState[] = [
  'submitted',
  'screening',
  'triage',
  'assigned',
  'in_progress',
  'info_requested',
  'scheduled',
  'transferred',
  'reopen_requested',
];

/**
 * How the list is sorted: what is due first, the newest first. What is over has no deadline: `due` lists open ones,
 * and where others are asked for the newest come first anyway.
 */
export const caseOrders = ['due', 'newest'] as const;

/** `overdue`: past its deadline; `soon`: within a working day of it. */
export const dueKinds = ['overdue', 'soon', 'later', 'none'] as const;

export const caseLimits = {
  receiverLength: 60,
  templateTitleLength: 20,
  templates: 50,
  /** Of cases moved at once. */
  bulk: 50,
  /** Of markers in one answer of the map; where there are more it answers in clusters. */
  markers: 200,
  /** Of words searched for. */
  searchLength: 40,
  duplicates: 10,
} as const;

export type CaseAction = (typeof caseActions)[number];
export type CaseOrder = (typeof caseOrders)[number];
export type DueKind = (typeof dueKinds)[number];
export type Case = Static<typeof CaseSchema>;
export type CaseRow = Static<typeof CaseRowSchema>;
export type CaseEntry = Static<typeof CaseEntrySchema>;
export type CaseCounts = Static<typeof CaseCountsSchema>;
export type CaseDuplicate = Static<typeof CaseDuplicateSchema>;
export type Assignees = Static<typeof AssigneesSchema>;
export type ReportMap = Static<typeof ReportMapSchema>;
export type ReplyTemplate = Static<typeof ReplyTemplateSchema>;

export const caseProblems = defineProblems({
  assignee_unknown: [400, '找不到这个部门或网格员，请重新选'],
  after_photo_missing: [400, '办结要附一张处理后的照片'],
  canonical_unknown: [400, '要并入的那条上报不存在，或者它自己已经并入别的了'],
  until_past: [400, '计划的时间要晚于现在'],
  too_many_templates: [409, '常用回复够多了，先删掉一条再加'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/**
 * Staff, organiser, admin or auditor all of the community; a department officer those of their departments; a grid
 * member those given to them.
 */
export const listCases = endpoint<typeof listCasesSchemas>()({
  name: 'listCases',
  method: 'GET',
  path: '/api/communities/:communityId/cases',
  summary: 'Reports on the desk, filtered',
  problems: ofDesk,
});

/** As listCases: how many there are in each state and past their deadline, under the same filters. */
export const countCases = endpoint<typeof countCasesSchemas>()({
  name: 'countCases',
  method: 'GET',
  path: '/api/communities/:communityId/cases/count',
  summary: 'How many reports wait where',
  problems: ofDesk,
});

/**
 * As listCases, only open ones unless others are asked for: markers or, where there are many, clusters counted by the
 * cloud, each where its reports are; those at the edge count what is just outside, too.
 */
export const getReportMap = endpoint<typeof getReportMapSchemas>()({
  name: 'getReportMap',
  method: 'GET',
  path: '/api/communities/:communityId/cases/map',
  summary: 'Reports in a map box',
  problems: ofDesk,
});

/** As listCases; the look is written to the audit log. */
export const getCase = endpoint<typeof getCaseSchemas>()({
  name: 'getCase',
  method: 'GET',
  path: '/api/communities/:communityId/cases/:reportId',
  summary: 'One report on the desk',
  problems: ofDesk,
});

/** As listCases: near and like it, still open or recently closed, the likeliest first. */
export const listPossibleDuplicates = endpoint<typeof listPossibleDuplicatesSchemas>()({
  name: 'listPossibleDuplicates',
  method: 'GET',
  path: '/api/communities/:communityId/cases/:reportId/possible-duplicates',
  summary: 'Reports that may be the same as this one',
  problems: ofDesk,
});

/** Staff, organiser or admin; a department officer of its department. The look is written to the audit log. */
export const getOriginalPhoto = endpoint<typeof getOriginalPhotoSchemas>()({
  name: 'getOriginalPhoto',
  method: 'GET',
  path: '/api/communities/:communityId/cases/:reportId/photos/:mediaId/original',
  summary: 'A photo as it was taken, for a few minutes',
  problems: ofDesk,
});

/** Staff, organiser or admin: departments, and active grid members with their areas. */
export const listAssignees = endpoint<typeof listAssigneesSchemas>()({
  name: 'listAssignees',
  method: 'GET',
  path: '/api/communities/:communityId/cases/assignees',
  summary: 'To whom a report can be given',
  problems: ofDesk,
});

/** As listCases. */
export const listReplyTemplates = endpoint<typeof listReplyTemplatesSchemas>()({
  name: 'listReplyTemplates',
  method: 'GET',
  path: '/api/communities/:communityId/reply-templates',
  summary: 'Replies to choose from',
  problems: ofDesk,
});

/** Staff, organiser or admin. */
export const saveReplyTemplate = endpoint<typeof saveReplyTemplateSchemas>()({
  name: 'saveReplyTemplate',
  method: 'POST',
  path: '/api/communities/:communityId/reply-templates',
  status: 201,
  idempotent: true,
  summary: 'Add a reply to choose from',
  problems: [...ofDesk, caseProblems.too_many_templates],
});

/** Staff, organiser or admin. */
export const removeReplyTemplate = endpoint<typeof removeReplyTemplateSchemas>()({
  name: 'removeReplyTemplate',
  method: 'DELETE',
  path: '/api/communities/:communityId/reply-templates/:templateId',
  status: 204,
  summary: 'Take a reply out',
  problems: ofDesk,
});
