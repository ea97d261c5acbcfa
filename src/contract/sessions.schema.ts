import Type from 'typebox';
import { IdSchema, InstantSchema } from './http.schema';
import { identityKinds } from './people';
import { MeSchema, RoleSchema } from './people.schema';

const WechatCodeSchema = Type.String({ minLength: 1, maxLength: 128, description: 'From wx.login' });

/** E.164, mainland mobile numbers: what the SMS service reaches. */
const PhoneSchema = Type.String({
  pattern: '^\\+861[3-9]\\d{9}$',
  description: 'E.164, e.g. +8613800000000',
});
const PhoneCodeSchema = Type.String({ pattern: '^\\d{6}$' });

/** Needed when the sign-in makes a new person; harmless otherwise. */
const AgreementSchema = Type.Optional(
  Type.Object(
    {
      noticeVersion: Type.String({ minLength: 1, maxLength: 32 }),
      isOldEnough: Type.Boolean({ description: '14 or older' }),
    },
    { additionalProperties: false },
  ),
);

export const SessionSchema = Type.Object({
  token: Type.String({ description: 'Opaque, 256 bits; send as Authorization: Bearer' }),
  expiresAt: InstantSchema,
  me: MeSchema,
});

export const DemoAccountSchema = Type.Object({
  account: Type.String({ description: 'What signInAsDemo takes' }),
  nickname: Type.String(),
  role: RoleSchema,
  about: Type.String({ description: 'One line, zh-CN' }),
});

export const SignInWaysSchema = Type.Object({
  wechat: Type.Boolean({ description: 'The mini-program' }),
  wechatWeb: Type.Boolean({ description: 'The browser inside WeChat' }),
  cloudRun: Type.Boolean(),
  phone: Type.Boolean(),
  demo: Type.Boolean(),
});

export const MySessionSchema = Type.Object({
  id: IdSchema,
  way: Type.Enum([...identityKinds]),
  device: Type.String({ description: 'Kind of device and app, zh-CN; no version, no address' }),
  createdAt: InstantSchema,
  usedAt: InstantSchema,
  isCurrent: Type.Boolean(),
});

export const listSignInWaysSchemas = { answer: SignInWaysSchema };

export const signInWithWechatSchemas = {
  body: Type.Object({ code: WechatCodeSchema, agreement: AgreementSchema }, { additionalProperties: false }),
  answer: SessionSchema,
};

export const signInWithCloudRunSchemas = {
  body: Type.Object({ agreement: AgreementSchema }, { additionalProperties: false }),
  answer: SessionSchema,
};

export const signInWithTicketSchemas = {
  body: Type.Object(
    {
      ticket: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'What the callback handed over' }),
      agreement: AgreementSchema,
    },
    { additionalProperties: false },
  ),
  answer: SessionSchema,
};

export const sendPhoneCodeSchemas = {
  body: Type.Object({ phone: PhoneSchema }, { additionalProperties: false }),
  answer: Type.Object({
    resendSeconds: Type.Integer({ description: 'Before another can be asked for' }),
    validMinutes: Type.Integer(),
  }),
};

export const signInWithPhoneSchemas = {
  body: Type.Object(
    { phone: PhoneSchema, code: PhoneCodeSchema, agreement: AgreementSchema },
    { additionalProperties: false },
  ),
  answer: SessionSchema,
};

export const listDemoAccountsSchemas = { answer: Type.Object({ items: Type.Array(DemoAccountSchema) }) };

export const signInAsDemoSchemas = {
  body: Type.Object(
    { account: Type.String({ minLength: 1, maxLength: 64 }) },
    { additionalProperties: false },
  ),
  answer: SessionSchema,
};

export const listMySessionsSchemas = { answer: Type.Object({ items: Type.Array(MySessionSchema) }) };

export const revokeSessionSchemas = { params: Type.Object({ sessionId: IdSchema }) };

export const revokeAllSessionsSchemas = {};

export const signOutSchemas = {};

export const linkWechatSchemas = {
  body: Type.Object({ code: WechatCodeSchema }, { additionalProperties: false }),
  answer: SessionSchema,
};

export const linkPhoneSchemas = {
  body: Type.Object({ phone: PhoneSchema, code: PhoneCodeSchema }, { additionalProperties: false }),
  answer: SessionSchema,
};

export const linkWechatPhoneSchemas = {
  body: Type.Object(
    {
      code: Type.String({
        minLength: 1,
        maxLength: 128,
        description: 'From the button getPhoneNumber, not from wx.login',
      }),
    },
    { additionalProperties: false },
  ),
  answer: SessionSchema,
};

export const unlinkIdentitySchemas = { params: Type.Object({ identityId: IdSchema }), answer: MeSchema };
