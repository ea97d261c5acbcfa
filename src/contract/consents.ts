import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  agreeToNoticeSchemas,
  answerConsentSchemas,
  ConsentsSchema,
  listMyConsentsSchemas,
} from './consents.schema';

/** The privacy notice as it stands; a new one is agreed to anew. */
export const privacyNoticeVersion = '2026-11-28';

/** What is asked for apart from the notice, each at the feature that needs it. Refusing one blocks nothing else. */
export const consentPurposes = [
  'position',
  'phone',
  'photo_publication',
  'share_with_merchants',
  'party_report_in',
  'volunteer_name',
] as const;

export const consentStates = ['unasked', 'given', 'refused', 'withdrawn'] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];
export type ConsentState = (typeof consentStates)[number];
export type Consents = Static<typeof ConsentsSchema>;

export const consentProblems = defineProblems({
  notice_outdated: [409, '隐私说明有更新，请重新阅读'],
  consent_required: [403, '这个功能需要先征得您的同意'],
});

/** A signed-in person, their own. */
export const listMyConsents = endpoint<typeof listMyConsentsSchemas>()({
  name: 'listMyConsents',
  method: 'GET',
  path: '/api/me/consents',
  summary: 'What I agreed to',
  problems: [problems.unauthenticated],
});

/** A signed-in person: to the notice as it stands now. */
export const agreeToNotice = endpoint<typeof agreeToNoticeSchemas>()({
  name: 'agreeToNotice',
  method: 'PUT',
  path: '/api/me/consents/privacy-notice',
  summary: 'Agree to the privacy notice',
  problems: [problems.unauthenticated, consentProblems.notice_outdated],
});

/**
 * A signed-in person gives, refuses or withdraws. What was kept by a consent goes when it is withdrawn: the phone
 * number, unless it is the only way to sign in; the report as a party member; the real name of a volunteer.
 */
export const answerConsent = endpoint<typeof answerConsentSchemas>()({
  name: 'answerConsent',
  method: 'PUT',
  path: '/api/me/consents/:purpose',
  summary: 'Give, refuse or withdraw a consent',
  problems: [problems.unauthenticated, consentProblems.notice_outdated],
});
