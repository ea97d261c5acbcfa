import type { Static } from 'typebox';
import { consentProblems } from './consents';
import { defineProblems, endpoint, problems } from './http';
import type {
  askServiceCorrectionSchemas,
  CorrectionCaseSchema,
  ExportColumnSchema,
  getMyServiceRecordSchemas,
  getMyServiceSchemas,
  HonourSchema,
  listMyServiceRecordsSchemas,
  removeMyVolunteerNameSchemas,
  ServedRecordSchema,
  ServiceCorrectionSchema,
  ServiceRecordSchema,
  ServiceSettingsSchema,
  ServiceSummarySchema,
  setMyVolunteerNameSchemas,
  updateMyVolunteerSchemas,
  VolunteerSchema,
  withdrawServiceCorrectionSchemas,
} from './service-records.schema';

/** Kinds of activity whose hours are service; of others nothing is recorded. */
export const serviceKinds = ['tree_planting', 'elder_visit', 'environment', 'other_volunteering'] as const;

/** 优秀、良好、合格. */
export const serviceGrades = ['excellent', 'good', 'qualified'] as const;

export const honourKinds = ['training', 'commendation'] as const;

export const correctionStates = ['asked', 'granted', 'declined', 'withdrawn'] as const;

/** What a column of the file for the province's system can hold. No identity card's number is kept here. */
export const exportFields = [
  'volunteer_number',
  'real_name',
  'nickname',
  'community',
  'content',
  'kind',
  'served_on',
  'hours',
  'minutes',
  'place',
  'recorder',
  'grade',
  'grade_words',
  'record_id',
  'fixed',
] as const;

export const serviceLimits = {
  /** Of one record. */
  minutes: 1_440,
  trainingMinutes: 14_400,
  /** How long after the day a correction can be asked for. */
  correctionDays: 365,
  reasonLength: 300,
  gradeWordsLength: 200,
  nameLength: 20,
  skills: 8,
  skillLength: 12,
  titleLength: 60,
  issuerLength: 40,
  contactLength: 40,
  columns: 40,
  headerLength: 40,
  fixedLength: 60,
  /** Of one file. */
  exportDays: 366,
  exportRows: 20_000,
  /** Reasons and replies of corrections are kept so long after the decision. */
  wordsKeptMonths: 24,
} as const;

/** In communities that have set none of their own. */
export const defaultExportColumns: readonly ExportColumn[] = [
  { header: '志愿者编号', field: 'volunteer_number' },
  { header: '姓名', field: 'real_name' },
  { header: '服务项目', field: 'content' },
  { header: '服务类别', field: 'kind' },
  { header: '服务日期', field: 'served_on' },
  { header: '服务时长（小时）', field: 'hours' },
  { header: '服务地点', field: 'place' },
  { header: '组织单位', field: 'community' },
  { header: '记录人', field: 'recorder' },
  { header: '服务评价', field: 'grade' },
];

export type ServiceKind = (typeof serviceKinds)[number];
export type ServiceGrade = (typeof serviceGrades)[number];
export type HonourKind = (typeof honourKinds)[number];
export type CorrectionState = (typeof correctionStates)[number];
export type ExportField = (typeof exportFields)[number];
export type ExportColumn = Static<typeof ExportColumnSchema>;
export type ServiceCorrection = Static<typeof ServiceCorrectionSchema>;
export type ServiceRecord = Static<typeof ServiceRecordSchema>;
export type ServedRecord = Static<typeof ServedRecordSchema>;
export type CorrectionCase = Static<typeof CorrectionCaseSchema>;
export type Honour = Static<typeof HonourSchema>;
export type Volunteer = Static<typeof VolunteerSchema>;
export type ServiceSummary = Static<typeof ServiceSummarySchema>;
export type ServiceSettings = Static<typeof ServiceSettingsSchema>;

/** `2 小时 30 分`, as people read it on screens and papers. */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

export const serviceProblems = defineProblems({
  correction_running: [409, '这条记录已经有一个更正在处理，请等答复'],
  correction_late: [409, '服务过去一年以上，不能再申请更正了'],
  correction_same: [422, '和现在记的时长一样，不用更正'],
  correction_own: [403, '这是您自己的申请，请由别的同事决定'],
  grade_own: [403, '不能给自己评价'],
  honour_own: [403, '自己的培训和表彰，请由别的同事登记'],
  export_days: [422, '一次最多导出 366 天'],
  export_rows: [422, '记录太多，请把日期选短一些'],
});

const ofMember = [problems.unauthenticated, problems.not_found] as const;
const base = '/api/communities/:communityId';

/** A member, their own: totals by year and kind, trainings and commendations. `volunteer` is null before the first hour. */
export const getMyService = endpoint<typeof getMyServiceSchemas>()({
  name: 'getMyService',
  method: 'GET',
  path: `${base}/service/mine`,
  summary: 'My hours of service, summed up',
  problems: ofMember,
});

/** A member, their own, the newest first. */
export const listMyServiceRecords = endpoint<typeof listMyServiceRecordsSchemas>()({
  name: 'listMyServiceRecords',
  method: 'GET',
  path: `${base}/service/mine/records`,
  summary: 'My records of service',
  problems: ofMember,
});

/** A member, their own. */
export const getMyServiceRecord = endpoint<typeof getMyServiceRecordSchemas>()({
  name: 'getMyServiceRecord',
  method: 'GET',
  path: `${base}/service/mine/records/:recordId`,
  summary: 'One of my records of service',
  problems: ofMember,
});

/** A member: what they are good at. Makes them a volunteer with a number where they are none. */
export const updateMyVolunteer = endpoint<typeof updateMyVolunteerSchemas>()({
  name: 'updateMyVolunteer',
  method: 'PATCH',
  path: `${base}/service/mine`,
  summary: 'Say what I am good at',
  problems: ofMember,
});

/** A member, with their consent: the real name, for certificates and the province's system only; kept sealed. */
export const setMyVolunteerName = endpoint<typeof setMyVolunteerNameSchemas>()({
  name: 'setMyVolunteerName',
  method: 'PUT',
  path: `${base}/service/mine/name`,
  summary: 'Give my real name for certificates',
  problems: [...ofMember, consentProblems.notice_outdated],
});

/** A member, and the consent with it. Papers issued before keep what they said. */
export const removeMyVolunteerName = endpoint<typeof removeMyVolunteerNameSchemas>()({
  name: 'removeMyVolunteerName',
  method: 'DELETE',
  path: `${base}/service/mine/name`,
  status: 204,
  summary: 'Take my real name back',
  problems: ofMember,
});

/** The volunteer. Whoever led the activity, or staff, decides. One runs at a time. */
export const askServiceCorrection = endpoint<typeof askServiceCorrectionSchemas>()({
  name: 'askServiceCorrection',
  method: 'POST',
  path: `${base}/service/mine/records/:recordId/corrections`,
  status: 201,
  idempotent: true,
  summary: 'Ask to have hours set right',
  problems: [
    ...ofMember,
    serviceProblems.correction_running,
    serviceProblems.correction_late,
    serviceProblems.correction_same,
  ],
});

/** The volunteer, before it is decided. */
export const withdrawServiceCorrection = endpoint<typeof withdrawServiceCorrectionSchemas>()({
  name: 'withdrawServiceCorrection',
  method: 'POST',
  path: `${base}/service/corrections/:correctionId/withdraw`,
  summary: 'Take back what I asked to have set right',
  problems: [...ofMember, problems.conflict],
});
