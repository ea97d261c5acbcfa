import Type from 'typebox';
import {
  CursorSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  orNull,
  words,
} from './http.schema';
import { PhotoSchema } from './media.schema';
import { requestActions, requestActors, requestIcons, requestLimits, requestStates } from './requests';

const exact = { additionalProperties: false };

export const RequestStateSchema = Type.Enum([...requestStates]);
export const RequestIconSchema = Type.Enum([...requestIcons]);
const RequestActorSchema = Type.Enum([...requestActors]);
const RequestWordsSchema = words(requestLimits.wordsLength);
export const RequestReplySchema = words(requestLimits.replyLength);
export const RequestVersionSchema = Type.Integer({
  minimum: 1,
  description: 'The one seen; another is refused',
});
export const RequestMediaIdsSchema = Type.Array(IdSchema, {
  maxItems: requestLimits.photos,
  uniqueItems: true,
});
const RequestParams = Type.Object({ requestId: IdSchema });
const CommunityParams = Type.Object({ communityId: IdSchema });

/** The category as a request or a list names it. */
export const NamedRequestCategorySchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  icon: RequestIconSchema,
});

export const RequestCategorySchema = Type.Object({
  ...NamedRequestCategorySchema.properties,
  hint: OptionalTextSchema,
  department: Type.Object({ id: IdSchema, name: Type.String() }),
  isConfidential: Type.Boolean({ description: 'Only who stands on its list reads what is asked' }),
  answerDays: Type.Integer({ description: 'Working days within which it is answered' }),
  isActive: Type.Boolean(),
  isOpen: Type.Boolean({ description: 'It can be asked under: active, and somebody may read it' }),
  version: Type.Integer(),
});

const NextRequestStepSchema = Type.Object(
  {
    by: Type.Enum([...requestActors], { description: 'Whose turn it is' }),
    dueAt: orNull(InstantSchema),
    isOverdue: Type.Boolean(),
  },
  { description: 'What comes next' },
);

export const RequestEntrySchema = Type.Object({
  id: IdSchema,
  action: Type.Enum([...requestActions]),
  from: orNull(RequestStateSchema),
  to: orNull(RequestStateSchema),
  by: RequestActorSchema,
  department: orNull(Type.String({ description: 'Its name, where one acts or is given it' })),
  category: orNull(Type.String({ description: 'Its name, where it was changed to this' })),
  words: OptionalTextSchema,
  stars: orNull(Type.Integer()),
  photos: Type.Array(PhotoSchema),
  at: InstantSchema,
});

const row = {
  id: IdSchema,
  communityId: IdSchema,
  number: Type.Integer({ description: 'What people say on the phone; counts within the community' }),
  category: NamedRequestCategorySchema,
  isConfidential: Type.Boolean(),
  state: RequestStateSchema,
  words: OptionalTextSchema,
  photo: orNull(PhotoSchema),
  department: orNull(Type.String({ description: 'With whom it is now' })),
  submittedAt: InstantSchema,
  changedAt: InstantSchema,
  next: orNull(NextRequestStepSchema),
};

export const RequestRowSchema = Type.Object(row);

export const RequestSchema = Type.Object({
  ...row,
  spokenWords: Type.Boolean({ description: 'They were dictated' }),
  photos: Type.Array(PhotoSchema),
  entries: Type.Array(RequestEntrySchema, { description: 'The oldest first' }),
  question: orNull(Type.String({ description: 'What the requester is asked now' })),
  answerDueAt: Type.Union([InstantSchema, Type.Null()], { description: 'By when it is to be answered' }),
  rating: orNull(Type.Object({ stars: Type.Integer(), words: OptionalTextSchema })),
  isLapsed: Type.Boolean({ description: 'Nobody said anything about the answer in time' }),
  reopenUntil: orNull(InstantSchema),
  followUpsLeft: Type.Integer(),
  version: Type.Integer(),
  can: Type.Object({
    reply: Type.Boolean(),
    followUp: Type.Boolean(),
    rate: Type.Boolean(),
    reopen: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
});

export const listRequestCategoriesSchemas = {
  params: CommunityParams,
  answer: Type.Object({ items: Type.Array(RequestCategorySchema) }),
};

export const createRequestSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      categoryId: IdSchema,
      words: Type.Optional(orNull(RequestWordsSchema)),
      spokenWords: Type.Boolean({ description: 'They were dictated' }),
      mediaIds: Type.Optional(RequestMediaIdsSchema),
      writtenAt: Type.String({
        format: 'date-time',
        description: 'When it was written, by the phone’s clock',
      }),
    },
    exact,
  ),
  answer: RequestSchema,
};

export const listMyRequestsSchemas = {
  query: Type.Object(
    {
      isOpen: Type.Optional(Type.Boolean()),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(RequestRowSchema),
};

export const getRequestSchemas = { params: RequestParams, answer: RequestSchema };

export const answerRequestQuestionSchemas = {
  params: RequestParams,
  body: Type.Object(
    {
      words: RequestWordsSchema,
      mediaIds: Type.Optional(RequestMediaIdsSchema),
      version: RequestVersionSchema,
    },
    exact,
  ),
  answer: RequestSchema,
};

export const followUpRequestSchemas = {
  params: RequestParams,
  body: Type.Object(
    {
      words: RequestWordsSchema,
      mediaIds: Type.Optional(RequestMediaIdsSchema),
      version: RequestVersionSchema,
    },
    exact,
  ),
  answer: RequestSchema,
};

export const rateRequestSchemas = {
  params: RequestParams,
  body: Type.Object(
    {
      stars: Type.Integer({ minimum: 1, maximum: 5 }),
      words: Type.Optional(orNull(words(requestLimits.ratingWordsLength))),
      version: RequestVersionSchema,
    },
    exact,
  ),
  answer: RequestSchema,
};

export const reopenRequestSchemas = {
  params: RequestParams,
  body: Type.Object(
    {
      reason: RequestReplySchema,
      mediaIds: Type.Optional(RequestMediaIdsSchema),
      version: RequestVersionSchema,
    },
    exact,
  ),
  answer: RequestSchema,
};

export const withdrawRequestSchemas = {
  params: RequestParams,
  body: Type.Object(
    { reason: Type.Optional(orNull(RequestReplySchema)), version: RequestVersionSchema },
    exact,
  ),
  answer: RequestSchema,
};
