import Type from 'typebox';
import { certificateCodePattern, certificateLimits, certificateStates } from './certificates';
import {
  CursorSchema,
  DateSchema,
  FileSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  words,
} from './http.schema';
import { serviceGrades, serviceKinds } from './service-records';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const CertificateParams = Type.Object({ communityId: IdSchema, certificateId: IdSchema });
const pageFields = { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) };
const StateSchema = Type.Enum([...certificateStates]);
const OptionalInstant = Type.Union([InstantSchema, Type.Null()]);

/** One line of the list. */
export const CertificateRowSchema = Type.Object({
  id: IdSchema,
  number: Type.String({ description: '藕塘志证-2026-0007' }),
  state: StateSchema,
  from: DateSchema,
  to: DateSchema,
  minutes: Type.Integer(),
  times: Type.Integer(),
  issuedAt: InstantSchema,
  version: Type.Integer(),
});

/** As things stood on the day it was issued. */
const CertifiedRecordSchema = Type.Object({
  servedOn: DateSchema,
  kind: Type.Enum([...serviceKinds]),
  content: Type.String(),
  place: Type.String(),
  minutes: Type.Integer(),
  grade: Type.Union([Type.Enum([...serviceGrades]), Type.Null()]),
});

export const CertificateSchema = Type.Object({
  ...CertificateRowSchema.properties,
  code: Type.String(),
  verifyUrl: Type.String(),
  name: Type.String({ description: 'The real one where it was given, else the nickname; empty once gone' }),
  isRealName: Type.Boolean(),
  volunteerNumber: Type.String(),
  records: Type.Array(CertifiedRecordSchema),
  issuer: Type.String(),
  head: Type.String(),
  contact: Type.String(),
  handler: OptionalTextSchema,
  sealNumber: OptionalTextSchema,
  sealedAt: OptionalInstant,
  revokeReason: OptionalTextSchema,
  can: Type.Object({ seal: Type.Boolean(), revoke: Type.Boolean() }),
});

/** All that anyone learns. */
export const VerificationSchema = Type.Object({
  number: Type.String(),
  state: StateSchema,
  maskedName: Type.String(),
  from: DateSchema,
  to: DateSchema,
  minutes: Type.Integer(),
  times: Type.Integer(),
  issuer: Type.String(),
  issuedOn: DateSchema,
  sealedOn: Type.Union([DateSchema, Type.Null()]),
});

export const issueCertificateSchemas = {
  params: CommunityParams,
  body: Type.Object({ from: DateSchema, to: DateSchema }, exact),
  answer: CertificateSchema,
};

export const listMyCertificatesSchemas = {
  params: CommunityParams,
  query: Type.Object(pageFields, exact),
  answer: PageSchema(CertificateRowSchema),
};

export const getCertificateSchemas = { params: CertificateParams, answer: CertificateSchema };

export const getCertificatePdfSchemas = { params: CertificateParams, answer: FileSchema };

export const verifyCertificateSchemas = {
  params: Type.Object({ code: Type.String({ pattern: certificateCodePattern }) }),
  answer: VerificationSchema,
};

export const listCertificatesSchemas = {
  params: CommunityParams,
  query: Type.Object({ state: Type.Optional(StateSchema), ...pageFields }, exact),
  answer: PageSchema(
    Type.Object({
      ...CertificateRowSchema.properties,
      maskedName: Type.String(),
      volunteerNumber: Type.String(),
      can: CertificateSchema.properties.can,
    }),
  ),
};

export const sealCertificateSchemas = {
  params: CertificateParams,
  body: Type.Object(
    {
      sealNumber: words(certificateLimits.sealNumberLength),
      handler: words(certificateLimits.handlerLength),
      version: Type.Integer({ minimum: 1 }),
    },
    exact,
  ),
  answer: CertificateSchema,
};

export const revokeCertificateSchemas = {
  params: CertificateParams,
  body: Type.Object(
    { reason: words(certificateLimits.reasonLength), version: Type.Integer({ minimum: 1 }) },
    exact,
  ),
  answer: CertificateSchema,
};
