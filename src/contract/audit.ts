import type { Static } from 'typebox';
import type { AuditEntrySchema, exportAuditLogSchemas, listAuditEntriesSchemas } from './audit.schema';
import { endpoint, problems } from './http';

/** What is written down: looks at personal data by those who work here, and changes of what somebody may. */
export const auditActions = [
  'members_listed',
  'member_viewed',
  'member_status_set',
  'member_roles_set',
  'grid_applications_listed',
  'grid_application_decided',
  'party_reports_listed',
  'case_viewed',
  'merchant_applicant_viewed',
  'merchant_application_decided',
  'member_points_viewed',
  'points_corrected',
  'point_rules_set',
  'working_days_set',
  'consultation_hours_set',
  'consultations_listed',
  'elders_viewed',
  'elders_changed',
  'elder_visit_viewed',
  'screenings_listed',
  'screening_decided',
  'screening_rules_set',
  'report_publicity_set',
  'bulletin_scheduled',
  'bulletin_published',
  'bulletin_edited',
  'bulletin_withdrawn',
  'sign_ups_listed',
  'sign_ups_exported',
  'sign_up_added',
  'sign_up_removed',
  'api_key_created',
  'api_key_revoked',
  'attendances_viewed',
  'attendances_mended',
  'no_show_forgiven',
  'sign_up_pauses_listed',
  'activity_rules_set',
  'audit_exported',
  'delivery_retried',
  'original_photo_viewed',
  'request_viewed',
  'confidential_request_viewed',
  'request_readers_set',
  'request_categories_set',
  'service_records_listed',
  'volunteer_viewed',
  'service_graded',
  'service_correction_decided',
  'honour_added',
  'honour_removed',
  'service_settings_set',
  'service_exported',
  'certificate_viewed',
  'certificate_sealed',
  'certificate_revoked',
] as const;

export const auditLimits = {
  /** Kept at least this long, months; the law asks for six. */
  keptMonths: 12,
  /** Entries in one export. */
  exportEntries: 5_000,
} as const;

export type AuditAction = (typeof auditActions)[number];
export type AuditEntry = Static<typeof AuditEntrySchema>;

/** Admin or auditor of the community, the newest first. */
export const listAuditEntries = endpoint<typeof listAuditEntriesSchemas>()({
  name: 'listAuditEntries',
  method: 'GET',
  path: '/api/communities/:communityId/audit-entries',
  summary: 'Who looked at what, and who changed whose rights',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Admin or auditor of the community: whole days by the community's calendar, with the proof that nothing was changed. */
export const exportAuditLog = endpoint<typeof exportAuditLogSchemas>()({
  name: 'exportAuditLog',
  method: 'GET',
  path: '/api/communities/:communityId/audit-entries/export',
  summary: 'The audit log of some days, with its chain',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});
