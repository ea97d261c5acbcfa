import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  answerReportSchemas,
  askToReopenReportSchemas,
  createReportSchemas,
  followReportSchemas,
  getReportSchemas,
  listMyReportsSchemas,
  rateReportSchemas,
  ReportEntrySchema,
  ReportRowSchema,
  ReportSchema,
  SimilarReportSchema,
  suggestDuplicatesSchemas,
  unfollowReportSchemas,
  withdrawReportSchemas,
} from './reports.schema';

export const reportCategories = [
  'food_safety',
  'street_trading',
  'safety_hazard',
  'environment',
  'e_bike_charging',
  'corridor_clutter',
  'road_manhole',
  'other',
] as const;

/** What a report goes through; what a person may do in each stands in the cloud's machine. */
export const reportStates = [
  'submitted',
  'screening',
  'triage',
  'assigned',
  'in_progress',
  'info_requested',
  'scheduled',
  'transferred',
  'resolved',
  'confirmed',
  'rejected',
  'not_our_remit',
  'duplicate',
  'withdrawn',
  'reopen_requested',
] as const;

/** Who did something to a report, as far as others are told. */
export const reportActors = [
  'reporter',
  'staff',
  'department',
  'grid_member',
  'supervisor',
  'system',
] as const;

/** What was done: one entry of the history each. */
export const reportActions = [
  'submit',
  'screen',
  'assign',
  'recategorise',
  'accept',
  'give_back',
  'ask',
  'answer',
  'schedule',
  'transfer',
  'resume',
  'resolve',
  'verify',
  'confirm',
  'lapse',
  'reject',
  'refer',
  'merge',
  'follow_up',
  'ask_to_reopen',
  'reopen',
  'decline_reopening',
  'withdraw',
  'escalate',
  'note',
] as const;

/** Whose photo it is: of the hazard, of an answer to a question, after the work, of who looked afterwards. */
export const reportPhotoKinds = ['report', 'answer', 'before', 'after', 'verification'] as const;

/** Where a position came from. */
export const positionSources = ['device', 'pin', 'chosen', 'station'] as const;

export const reportLimits = {
  photos: 6,
  wordsLength: 500,
  placeLength: 60,
  /** Of an answer, a question, a reason, a reply. */
  replyLength: 500,
  ratingWordsLength: 200,
  /** Days in which one may ask to reopen; after as many a resolved report counts as unconfirmed. */
  reopenDays: 14,
  /** Days a question waits for its answer. */
  answerDays: 5,
  /** Of suggested duplicates. */
  similar: 5,
  /** How long ago a report may be to be suggested, days. */
  similarDays: 30,
  /** How long after its end a report is known to be somebody's, months. */
  personKeptMonths: 24,
} as const;

/** How near a report of the same category has to be to be suggested as the same, metres. */
export const similarRadiusM: Record<ReportCategory, number> = {
  food_safety: 60,
  street_trading: 80,
  safety_hazard: 60,
  environment: 80,
  e_bike_charging: 40,
  corridor_clutter: 30,
  road_manhole: 40,
  other: 50,
};

/** Version of the table of events below, kept with each report. */
export const reportCodeVersion = '2026-1';

/**
 * Events of digital city management, 大类 + 小类 (GB/T 30428.2: 001–079 are the standard's, what is ours descends from
 * 999).
 */
export const eventCodes: Record<ReportCategory, string> = {
  food_safety: '21999',
  street_trading: '05004',
  safety_hazard: '04999',
  environment: '01002',
  e_bike_charging: '04998',
  corridor_clutter: '04997',
  road_manhole: '01010',
  other: '21998',
};

export type ReportCategory = (typeof reportCategories)[number];
export type ReportState = (typeof reportStates)[number];
export type ReportActor = (typeof reportActors)[number];
export type ReportAction = (typeof reportActions)[number];
export type ReportPhotoKind = (typeof reportPhotoKinds)[number];
export type PositionSource = (typeof positionSources)[number];
export type Report = Static<typeof ReportSchema>;
export type ReportRow = Static<typeof ReportRowSchema>;
export type ReportEntry = Static<typeof ReportEntrySchema>;
export type SimilarReport = Static<typeof SimilarReportSchema>;

export const reportProblems = defineProblems({
  report_state: [409, '这条上报的状态刚刚变了，请刷新后再看'],
  report_photos: [400, '请至少拍一张照片，最多 6 张'],
  report_photo_unknown: [409, '有照片还没传好，请重新上传'],
  report_too_late: [409, '已经过了可以重新反映的时间'],
  report_own: [409, '自己的上报不用关注'],
});

const ofOwn = [problems.unauthenticated, problems.not_found] as const;
const ofOwnMove = [...ofOwn, problems.conflict, reportProblems.report_state] as const;

/**
 * A member of the community. Photos are uploaded before (purpose `report`). The client's `key` is the report's for good:
 * the same again answers with the first report, whenever it comes; with other contents it is refused.
 */
export const createReport = endpoint<typeof createReportSchemas>()({
  name: 'createReport',
  method: 'POST',
  path: '/api/communities/:communityId/reports',
  status: 201,
  idempotent: true,
  summary: 'Report a hazard',
  problems: [...ofOwn, reportProblems.report_photo_unknown],
});

/** A signed-in person: reports of theirs and those they follow, the newest first. */
export const listMyReports = endpoint<typeof listMyReportsSchemas>()({
  name: 'listMyReports',
  method: 'GET',
  path: '/api/reports/mine',
  summary: 'My reports, with their state and what comes next',
  problems: [problems.unauthenticated],
});

/** The reporter; who follows it sees it without the reporter, their words to the desk and the exact place. */
export const getReport = endpoint<typeof getReportSchemas>()({
  name: 'getReport',
  method: 'GET',
  path: '/api/reports/:reportId',
  summary: 'One report with its history',
  problems: ofOwn,
});

/** A member of the community, before sending: of the same category, near and recent, looked at already, the nearest first. */
export const suggestDuplicates = endpoint<typeof suggestDuplicatesSchemas>()({
  name: 'suggestDuplicates',
  method: 'GET',
  path: '/api/communities/:communityId/reports/similar',
  summary: 'Reports that may be the same',
  problems: ofOwn,
});

/** A member of the community, of a report that was suggested: they get its news. Again changes nothing. */
export const followReport = endpoint<typeof followReportSchemas>()({
  name: 'followReport',
  method: 'PUT',
  path: '/api/reports/:reportId/following',
  status: 204,
  summary: 'Follow a report',
  problems: [...ofOwn, reportProblems.report_own],
});

/** A signed-in person. Again changes nothing. */
export const unfollowReport = endpoint<typeof unfollowReportSchemas>()({
  name: 'unfollowReport',
  method: 'DELETE',
  path: '/api/reports/:reportId/following',
  status: 204,
  summary: 'Stop following a report',
  problems: ofOwn,
});

/** The reporter, what was asked; it goes back to where it was. */
export const answerReport = endpoint<typeof answerReportSchemas>()({
  name: 'answerReport',
  method: 'POST',
  path: '/api/reports/:reportId/answers',
  status: 201,
  idempotent: true,
  summary: 'Answer the question about my report',
  problems: [...ofOwnMove, reportProblems.report_photo_unknown],
});

/** The reporter, of a resolved one: it is settled then. */
export const rateReport = endpoint<typeof rateReportSchemas>()({
  name: 'rateReport',
  method: 'POST',
  path: '/api/reports/:reportId/rating',
  status: 201,
  idempotent: true,
  summary: 'Confirm and rate what was done',
  problems: ofOwnMove,
});

/** The reporter, within 14 days of the end. */
export const askToReopenReport = endpoint<typeof askToReopenReportSchemas>()({
  name: 'askToReopenReport',
  method: 'POST',
  path: '/api/reports/:reportId/reopening',
  status: 201,
  idempotent: true,
  summary: 'Ask to look at my report again',
  problems: [...ofOwnMove, reportProblems.report_too_late, reportProblems.report_photo_unknown],
});

/** The reporter, while nobody works on it yet. */
export const withdrawReport = endpoint<typeof withdrawReportSchemas>()({
  name: 'withdrawReport',
  method: 'POST',
  path: '/api/reports/:reportId/withdrawal',
  status: 201,
  idempotent: true,
  summary: 'Withdraw my report',
  problems: ofOwnMove,
});
