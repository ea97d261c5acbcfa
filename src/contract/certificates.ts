import type { Static } from 'typebox';
import type {
  CertificateRowSchema,
  CertificateSchema,
  getCertificatePdfSchemas,
  getCertificateSchemas,
  issueCertificateSchemas,
  listCertificatesSchemas,
  listMyCertificatesSchemas,
  revokeCertificateSchemas,
  sealCertificateSchemas,
  VerificationSchema,
  verifyCertificateSchemas,
} from './certificates.schema';
import { defineProblems, endpoint, problems } from './http';

/**
 * `platform`: a record of this platform (平台记录), no more; `sealed`: the community put its seal on the paper;
 * `superseded`: hours on it were set right since; `revoked`: taken back, with a reason.
 */
export const certificateStates = ['platform', 'sealed', 'superseded', 'revoked'] as const;

/** Sixteen characters without look-alikes: 80 bits that nobody guesses. */
export const certificateCodePattern = '^[0-9a-hjkmnp-tv-z]{16}$';

export const certificateLimits = {
  /** Of one certificate. */
  records: 500,
  sealNumberLength: 30,
  handlerLength: 20,
  reasonLength: 200,
  /** Of one volunteer, one day. */
  perDay: 10,
} as const;

export type CertificateState = (typeof certificateStates)[number];
export type CertificateRow = Static<typeof CertificateRowSchema>;
export type Certificate = Static<typeof CertificateSchema>;
export type Verification = Static<typeof VerificationSchema>;

export const certificateProblems = defineProblems({
  certificate_empty: [422, '这段时间没有志愿服务记录'],
  certificate_range: [422, '结束日期不能早于开始日期，也不能晚于今天'],
  certificate_long: [422, '这段时间的记录太多，请分几张开'],
  certificate_often: [409, '今天开得够多了，请明天再来'],
  certificate_correcting: [409, '这段时间有时长正在更正，请等有了答复再开'],
  certificate_unknown: [404, '没有查到这张证明，请核对查验码'],
});

const ofMember = [problems.unauthenticated, problems.not_found] as const;
const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
const base = '/api/communities/:communityId/certificates';

/** The code within what a scanner read or a person typed; null when there is none. */
export function parseCertificateCode(text: string): string | null {
  const typed = (/\/verify\/([^/?#]+)/.exec(text)?.[1] ?? text).replace(/[\s-]/g, '').toLowerCase();
  return new RegExp(certificateCodePattern).test(typed) ? typed : null;
}

/** A volunteer, their own, free: at once, as a record of this platform. */
export const issueCertificate = endpoint<typeof issueCertificateSchemas>()({
  name: 'issueCertificate',
  method: 'POST',
  path: base,
  status: 201,
  idempotent: true,
  summary: 'A proof of my service between two days',
  problems: [
    ...ofMember,
    certificateProblems.certificate_empty,
    certificateProblems.certificate_range,
    certificateProblems.certificate_long,
    certificateProblems.certificate_often,
    certificateProblems.certificate_correcting,
  ],
});

/** A member, their own, the newest first. */
export const listMyCertificates = endpoint<typeof listMyCertificatesSchemas>()({
  name: 'listMyCertificates',
  method: 'GET',
  path: `${base}/mine`,
  summary: 'My proofs of service',
  problems: ofMember,
});

/** Whose it is; or staff, organiser, admin or auditor, whose look is written down. */
export const getCertificate = endpoint<typeof getCertificateSchemas>()({
  name: 'getCertificate',
  method: 'GET',
  path: `${base}/:certificateId`,
  summary: 'A proof of service',
  problems: ofMember,
});

/** The same people; A4. */
export const getCertificatePdf = endpoint<typeof getCertificatePdfSchemas>()({
  name: 'getCertificatePdf',
  method: 'GET',
  path: `${base}/:certificateId/pdf`,
  summary: 'A proof of service as PDF',
  problems: ofMember,
});

/** Anyone who holds the code. */
export const verifyCertificate = endpoint<typeof verifyCertificateSchemas>()({
  name: 'verifyCertificate',
  method: 'GET',
  path: '/api/certificates/:code',
  summary: 'Check a proof of service',
  problems: [certificateProblems.certificate_unknown],
});

/** Staff, organiser, admin or auditor; names are masked. */
export const listCertificates = endpoint<typeof listCertificatesSchemas>()({
  name: 'listCertificates',
  method: 'GET',
  path: base,
  summary: 'Proofs of service of the community',
  problems: ofStaff,
});

/** Organiser or admin, once the paper bears the community's seal. */
export const sealCertificate = endpoint<typeof sealCertificateSchemas>()({
  name: 'sealCertificate',
  method: 'POST',
  path: `${base}/:certificateId/seal`,
  summary: 'Note that a proof bears the community’s seal',
  problems: [...ofStaff, problems.conflict],
});

/** Organiser or admin; the volunteer is told why. */
export const revokeCertificate = endpoint<typeof revokeCertificateSchemas>()({
  name: 'revokeCertificate',
  method: 'POST',
  path: `${base}/:certificateId/revocation`,
  summary: 'Take a proof of service back',
  problems: [...ofStaff, problems.conflict],
});
