import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type { ReportState } from './reports';
import type {
  FiguresOfReportsSchema,
  getReportFiguresSchemas,
  getReportPublicitySchemas,
  PublicitySchema,
  ReportFiguresSchema,
  setReportPublicitySchemas,
} from './report-figures.schema';

/** Figures of `received` count by the day of sending, all others by the day of the outcome. Never put together. */
export type ReportFigures = Static<typeof ReportFiguresSchema>;
export type FiguresOfReports = Static<typeof FiguresOfReportsSchema>;
export type Publicity = Static<typeof PublicitySchema>;

/** What the public may know of: taken on by somebody, and not taken back or rejected. */
export const publicReportStates = [
  'assigned',
  'in_progress',
  'info_requested',
  'scheduled',
  'transferred',
  'resolved',
  'confirmed',
  'not_our_remit',
  'duplicate',
  'reopen_requested',
] as const satisfies readonly ReportState[];

export const publicityProblems = defineProblems({
  not_public: [409, '这条上报还没有受理，暂时不能公开'],
  photo_not_of_report: [400, '只能公开这条上报自己的照片'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Anyone: what came in and what became of it, in one month and by category. */
export const getReportFigures = endpoint<typeof getReportFiguresSchemas>()({
  name: 'getReportFigures',
  method: 'GET',
  path: '/api/communities/:communityId/report-figures',
  summary: 'Hazard reports of a month, counted by what became of them',
  problems: [problems.not_found],
});

/** Staff, organiser, admin or auditor. Nothing is shown until somebody has looked and said so. */
export const getReportPublicity = endpoint<typeof getReportPublicitySchemas>()({
  name: 'getReportPublicity',
  method: 'GET',
  path: '/api/communities/:communityId/cases/:reportId/publicity',
  summary: 'What of a report is shown to the public',
  problems: ofDesk,
});

/** Staff, organiser or admin, of a report that was taken on; what names or shows people stays out. */
export const setReportPublicity = endpoint<typeof setReportPublicitySchemas>()({
  name: 'setReportPublicity',
  method: 'PUT',
  path: '/api/communities/:communityId/cases/:reportId/publicity',
  summary: 'Show words, reply or photos of a report to the public, or no longer',
  problems: [...ofDesk, publicityProblems.not_public, publicityProblems.photo_not_of_report],
});
