import { caseProblems } from './report-cases';
import { endpoint, problems } from './http';
import type {
  acceptReportSchemas,
  addReportNoteSchemas,
  askReporterSchemas,
  assignReportSchemas,
  decideReopeningSchemas,
  giveBackReportSchemas,
  mergeReportSchemas,
  moveReportsSchemas,
  recategoriseReportSchemas,
  referReportSchemas,
  rejectReportSchemas,
  resolveReportSchemas,
  resumeReportSchemas,
  scheduleReportSchemas,
  transferReportSchemas,
} from './report-moves.schema';
import { reportProblems } from './reports';

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const ofMove = [...ofDesk, problems.conflict, reportProblems.report_state] as const;

/** Staff, organiser or admin. */
export const assignReport = endpoint<typeof assignReportSchemas>()({
  name: 'assignReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/assignment',
  status: 201,
  idempotent: true,
  summary: 'Give a report to a department or a grid member',
  problems: [...ofMove, caseProblems.assignee_unknown],
});

/** Staff, organiser or admin; the reporter is told from what to what. */
export const recategoriseReport = endpoint<typeof recategoriseReportSchemas>()({
  name: 'recategoriseReport',
  method: 'PUT',
  path: '/api/communities/:communityId/cases/:reportId/category',
  summary: 'Mend the category of a report',
  problems: ofMove,
});

/** Staff, organiser or admin. The reason goes to the reporter. */
export const rejectReport = endpoint<typeof rejectReportSchemas>()({
  name: 'rejectReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/rejection',
  status: 201,
  idempotent: true,
  summary: 'Reject a report',
  problems: ofMove,
});

/** Staff, organiser or admin: not ours to do; names who it belongs to. */
export const referReport = endpoint<typeof referReportSchemas>()({
  name: 'referReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/referral',
  status: 201,
  idempotent: true,
  summary: 'Say that a report is not our remit, and whose it is',
  problems: ofMove,
});

/** Staff, organiser or admin: it becomes a duplicate; its reporter follows the other from then on. */
export const mergeReport = endpoint<typeof mergeReportSchemas>()({
  name: 'mergeReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/merging',
  status: 201,
  idempotent: true,
  summary: 'Merge a report into another',
  problems: [...ofMove, caseProblems.canonical_unknown],
});

/** An officer of the department it was given to, the grid member it was given to, or staff. */
export const acceptReport = endpoint<typeof acceptReportSchemas>()({
  name: 'acceptReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/acceptance',
  status: 201,
  idempotent: true,
  summary: 'Take a report on',
  problems: ofMove,
});

/** As acceptReport, with a reason; the second time it escalates. */
export const giveBackReport = endpoint<typeof giveBackReportSchemas>()({
  name: 'giveBackReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/return',
  status: 201,
  idempotent: true,
  summary: 'Give a report back to the desk',
  problems: ofMove,
});

/** As acceptReport. The deadline's clock stops until the reporter answers. */
export const askReporter = endpoint<typeof askReporterSchemas>()({
  name: 'askReporter',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/question',
  status: 201,
  idempotent: true,
  summary: 'Ask the reporter for more',
  problems: ofMove,
});

/** As acceptReport. */
export const scheduleReport = endpoint<typeof scheduleReportSchemas>()({
  name: 'scheduleReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/schedule',
  status: 201,
  idempotent: true,
  summary: 'Say when it will be done',
  problems: [...ofMove, caseProblems.until_past],
});

/** As acceptReport: to somebody outside, who is named; it stays ours to watch. */
export const transferReport = endpoint<typeof transferReportSchemas>()({
  name: 'transferReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/transfer',
  status: 201,
  idempotent: true,
  summary: 'Hand a report to somebody outside',
  problems: [...ofMove, caseProblems.until_past],
});

/** As acceptReport. */
export const resumeReport = endpoint<typeof resumeReportSchemas>()({
  name: 'resumeReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/resumption',
  status: 201,
  idempotent: true,
  summary: 'Go on with what was scheduled or handed on',
  problems: ofMove,
});

/** As acceptReport: words and at least one photo of afterwards (purpose `after`). */
export const resolveReport = endpoint<typeof resolveReportSchemas>()({
  name: 'resolveReport',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/resolution',
  status: 201,
  idempotent: true,
  summary: 'Say what was done, with a photo',
  problems: [...ofMove, caseProblems.after_photo_missing, reportProblems.report_photo_unknown],
});

/** Organiser or admin, with a reply to the reporter. */
export const decideReopening = endpoint<typeof decideReopeningSchemas>()({
  name: 'decideReopening',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/reopening-decision',
  status: 201,
  idempotent: true,
  summary: 'Open a report again, or say why not',
  problems: [...ofMove, caseProblems.assignee_unknown],
});

/** As acceptReport: for the desk alone. */
export const addReportNote = endpoint<typeof addReportNoteSchemas>()({
  name: 'addReportNote',
  method: 'POST',
  path: '/api/communities/:communityId/cases/:reportId/notes',
  status: 201,
  idempotent: true,
  summary: 'Write a note for colleagues',
  problems: ofDesk,
});

/** Staff, organiser or admin: the same to many; each is judged by itself and answered for by itself. */
export const moveReports = endpoint<typeof moveReportsSchemas>()({
  name: 'moveReports',
  method: 'POST',
  path: '/api/communities/:communityId/cases/moves',
  status: 201,
  idempotent: true,
  summary: 'Assign, reject or refer many reports at once',
  problems: [...ofDesk, caseProblems.assignee_unknown],
});
