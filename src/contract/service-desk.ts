import { endpoint, problems } from './http';
import { serviceProblems } from './service-records';
import type {
  addHonourSchemas,
  decideServiceCorrectionSchemas,
  exportServiceRecordsSchemas,
  getServiceSettingsSchemas,
  getVolunteerServiceSchemas,
  gradeServiceSchemas,
  listActivityServiceSchemas,
  listServiceCorrectionsSchemas,
  listServiceRecordsSchemas,
  previewServiceExportSchemas,
  removeHonourSchemas,
  setServiceSettingsSchemas,
} from './service-records.schema';

const ofMember = [problems.unauthenticated, problems.not_found] as const;
const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const base = '/api/communities/:communityId';

/** Staff, organiser, admin or auditor, by day, the newest first; the look is written down. */
export const listServiceRecords = endpoint<typeof listServiceRecordsSchemas>()({
  name: 'listServiceRecords',
  method: 'GET',
  path: `${base}/service/records`,
  summary: 'Records of service of some days',
  problems: ofStaff,
});

/** Who led the activity, or staff; the look of staff is written down. */
export const listActivityService = endpoint<typeof listActivityServiceSchemas>()({
  name: 'listActivityService',
  method: 'GET',
  path: `${base}/activities/:activityId/service-records`,
  summary: 'Records of service of an activity',
  problems: ofMember,
});

/** Who led the activity, or staff; not one’s own. The volunteer reads it. */
export const gradeService = endpoint<typeof gradeServiceSchemas>()({
  name: 'gradeService',
  method: 'PUT',
  path: `${base}/service/records/:recordId/grade`,
  summary: 'Say how a volunteer served',
  problems: [...ofMember, problems.conflict, serviceProblems.grade_own],
});

/** Staff: all; who leads activities: those of their own. The newest first. */
export const listServiceCorrections = endpoint<typeof listServiceCorrectionsSchemas>()({
  name: 'listServiceCorrections',
  method: 'GET',
  path: `${base}/service/corrections`,
  summary: 'Hours that volunteers want set right',
  problems: ofMember,
});

/** Who led the activity, or staff; not one’s own. Granted minutes are those proposed unless others are given. */
export const decideServiceCorrection = endpoint<typeof decideServiceCorrectionSchemas>()({
  name: 'decideServiceCorrection',
  method: 'POST',
  path: `${base}/service/corrections/:correctionId/decision`,
  summary: 'Decide on a correction of hours',
  problems: [...ofMember, problems.conflict, serviceProblems.correction_own],
});

/** Staff, organiser, admin or auditor; the look is written down. Never the real name. */
export const getVolunteerService = endpoint<typeof getVolunteerServiceSchemas>()({
  name: 'getVolunteerService',
  method: 'GET',
  path: `${base}/members/:personId/service`,
  summary: 'A member’s service',
  problems: ofStaff,
});

/** Staff, organiser or admin: a training or a commendation. */
export const addHonour = endpoint<typeof addHonourSchemas>()({
  name: 'addHonour',
  method: 'POST',
  path: `${base}/members/:personId/honours`,
  status: 201,
  idempotent: true,
  summary: 'Enter a training or a commendation',
  problems: [...ofStaff, serviceProblems.honour_own],
});

/** Staff, organiser or admin: what was entered by mistake. */
export const removeHonour = endpoint<typeof removeHonourSchemas>()({
  name: 'removeHonour',
  method: 'DELETE',
  path: `${base}/members/:personId/honours/:honourId`,
  status: 204,
  summary: 'Remove a training or a commendation',
  problems: ofStaff,
});

/** Staff, organiser, admin or auditor. */
export const getServiceSettings = endpoint<typeof getServiceSettingsSchemas>()({
  name: 'getServiceSettings',
  method: 'GET',
  path: `${base}/service/settings`,
  summary: 'Who stands on certificates, and columns of the export',
  problems: ofStaff,
});

/** Organiser or admin. */
export const setServiceSettings = endpoint<typeof setServiceSettingsSchemas>()({
  name: 'setServiceSettings',
  method: 'PUT',
  path: `${base}/service/settings`,
  summary: 'Set who stands on certificates, and columns of the export',
  problems: [...ofStaff, problems.conflict],
});

/** Staff, organiser or admin: how many rows, and which columns would have gaps. */
export const previewServiceExport = endpoint<typeof previewServiceExportSchemas>()({
  name: 'previewServiceExport',
  method: 'GET',
  path: `${base}/service/export-preview`,
  summary: 'What the file for the province’s system would lack',
  problems: [...ofStaff, serviceProblems.export_days, serviceProblems.export_rows],
});

/** Staff, organiser or admin: CSV; written down. */
export const exportServiceRecords = endpoint<typeof exportServiceRecordsSchemas>()({
  name: 'exportServiceRecords',
  method: 'GET',
  path: `${base}/service/export`,
  summary: 'Records of service as CSV, for the province’s system',
  problems: [...ofStaff, serviceProblems.export_days, serviceProblems.export_rows],
});
