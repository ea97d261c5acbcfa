import Type from 'typebox';
import { IdSchema, InstantSchema } from './http.schema';
import { roles } from './sessions';

const RoleSchema = Type.Enum([...roles]);

export const MeSchema = Type.Object({
  id: IdSchema,
  nickname: Type.String(),
  memberships: Type.Array(
    Type.Object({ communityId: IdSchema, communityName: Type.String(), roles: Type.Array(RoleSchema) }),
  ),
});

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

export const signInWithWechatSchemas = {
  body: Type.Object(
    { code: Type.String({ minLength: 1, maxLength: 128, description: 'From wx.login' }) },
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

export const getMeSchemas = { answer: MeSchema };

export const signOutSchemas = {};
