import Type from 'typebox';
import {
  CursorSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';
import { deliveryStates, noticeKinds, permissionAnswers } from './notices';

const KindSchema = Type.Enum([...noticeKinds]);
const TimeOfDaySchema = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'HH:mm, China time',
});

export const NoticeSchema = Type.Object({
  id: IdSchema,
  kind: KindSchema,
  title: Type.String(),
  text: Type.String(),
  link: Type.Union([
    Type.String({ description: 'Page of the app with its query, without a slash at the front' }),
    Type.Null(),
  ]),
  communityName: OptionalTextSchema,
  createdAt: InstantSchema,
  readAt: Type.Union([InstantSchema, Type.Null()]),
});

export const NoticePreferencesSchema = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: KindSchema,
      isPushed: Type.Boolean({ description: 'Sent to WeChat too, where it may; the inbox always has it' }),
      template: Type.Union([
        Type.String({ description: 'WeChat’s template to ask the permission for' }),
        Type.Null(),
      ]),
      permissionsLeft: Type.Integer({ description: 'How many more may be sent to WeChat' }),
    }),
  ),
  quietHours: Type.Union([
    Type.Object({ from: TimeOfDaySchema, to: TimeOfDaySchema }, { additionalProperties: false }),
    Type.Null(),
  ]),
});

export const DeliverySchema = Type.Object({
  id: IdSchema,
  kind: KindSchema,
  state: Type.Enum([...deliveryStates]),
  attempts: Type.Integer(),
  errorCode: Type.Union([Type.Integer({ description: 'WeChat’s' }), Type.Null()]),
  createdAt: InstantSchema,
  dueAt: InstantSchema,
  can: Type.Object({ retry: Type.Boolean() }),
});

export const listMyNoticesSchemas = {
  query: Type.Object(
    { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) },
    { additionalProperties: false },
  ),
  answer: PageSchema(NoticeSchema),
};

export const countUnreadNoticesSchemas = { answer: Type.Object({ unread: Type.Integer() }) };

export const readNoticesSchemas = {
  body: Type.Object(
    {
      noticeIds: Type.Optional(
        Type.Array(IdSchema, { minItems: 1, maxItems: 50, description: 'All when missing' }),
      ),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({ unread: Type.Integer() }),
};

export const getNoticePreferencesSchemas = { answer: NoticePreferencesSchema };

export const setNoticePreferencesSchemas = {
  body: Type.Object(
    {
      kinds: Type.Optional(
        Type.Array(
          Type.Object({ kind: KindSchema, isPushed: Type.Boolean() }, { additionalProperties: false }),
          { maxItems: noticeKinds.length },
        ),
      ),
      quietHours: Type.Optional(NoticePreferencesSchema.properties.quietHours),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  answer: NoticePreferencesSchema,
};

export const recordPushPermissionsSchemas = {
  body: Type.Object(
    {
      answers: Type.Array(
        Type.Object(
          {
            template: Type.String({ minLength: 1, maxLength: 64 }),
            answer: Type.Enum([...permissionAnswers]),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 5 },
      ),
    },
    { additionalProperties: false },
  ),
  answer: NoticePreferencesSchema,
};

export const listDeliveriesSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object(
    {
      state: Type.Optional(Type.Enum([...deliveryStates])),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({
    ...PageSchema(DeliverySchema).properties,
    counts: Type.Record(Type.String(), Type.Integer(), {
      description: 'State → deliveries of the last 30 days',
    }),
  }),
};

export const retryDeliverySchemas = {
  params: Type.Object({ communityId: IdSchema, deliveryId: IdSchema }),
  answer: DeliverySchema,
};
