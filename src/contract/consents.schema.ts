import Type from 'typebox';
import { consentPurposes, consentStates } from './consents';
import { InstantSchema, OptionalTextSchema } from './http.schema';

const PurposeSchema = Type.Enum([...consentPurposes]);

const ConsentSchema = Type.Object({
  purpose: PurposeSchema,
  state: Type.Enum([...consentStates]),
  noticeVersion: Type.Union([
    Type.String({ description: 'Version of the notice that was answered' }),
    Type.Null(),
  ]),
  answeredAt: Type.Union([InstantSchema, Type.Null()]),
});

export const ConsentsSchema = Type.Object({
  notice: Type.Object({
    currentVersion: Type.String(),
    agreedVersion: OptionalTextSchema,
    agreedAt: Type.Union([InstantSchema, Type.Null()]),
  }),
  items: Type.Array(ConsentSchema, { description: 'One of each purpose, in the order of the contract' }),
});

const NoticeVersionSchema = Type.String({ minLength: 1, maxLength: 32 });

export const listMyConsentsSchemas = { answer: ConsentsSchema };

export const agreeToNoticeSchemas = {
  body: Type.Object({ noticeVersion: NoticeVersionSchema }, { additionalProperties: false }),
  answer: ConsentsSchema,
};

export const answerConsentSchemas = {
  params: Type.Object({ purpose: PurposeSchema }),
  body: Type.Object(
    { isGiven: Type.Boolean(), noticeVersion: NoticeVersionSchema },
    { additionalProperties: false },
  ),
  answer: ConsentsSchema,
};
