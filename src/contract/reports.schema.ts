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
import { LatitudeSchema, LongitudeSchema, PositionSchema } from './positions.schema';
import {
  positionSources,
  reportActions,
  reportActors,
  reportCategories,
  reportLimits,
  reportPhotoKinds,
  reportStates,
} from './reports';

const exact = { additionalProperties: false };

export const ReportCategorySchema = Type.Enum([...reportCategories]);
export const ReportStateSchema = Type.Enum([...reportStates]);
const ReportActorSchema = Type.Enum([...reportActors]);
export const ReplySchema = words(reportLimits.replyLength);
export const VersionSchema = Type.Integer({ minimum: 1, description: 'The one seen; another is refused' });
export const MediaIdsSchema = Type.Array(IdSchema, { maxItems: reportLimits.photos, uniqueItems: true });
const ReportParams = Type.Object({ reportId: IdSchema });
const CommunityParams = Type.Object({ communityId: IdSchema });

export const ReportPhotoSchema = Type.Object({
  ...PhotoSchema.properties,
  kind: Type.Enum([...reportPhotoKinds]),
});

const NextStepSchema = Type.Object(
  {
    by: Type.Enum([...reportActors], { description: 'Whose turn it is' }),
    dueAt: orNull(InstantSchema),
    isOverdue: Type.Boolean(),
  },
  { description: 'What comes next' },
);

export const ReportEntrySchema = Type.Object({
  id: IdSchema,
  action: Type.Enum([...reportActions]),
  from: orNull(ReportStateSchema),
  to: orNull(ReportStateSchema),
  by: ReportActorSchema,
  department: orNull(Type.String({ description: 'Its name, where one acts or is given it' })),
  receiver: orNull(Type.String({ description: 'Whom it was handed to outside' })),
  until: orNull(InstantSchema),
  words: OptionalTextSchema,
  photos: Type.Array(ReportPhotoSchema),
  at: InstantSchema,
});

const row = {
  id: IdSchema,
  communityId: IdSchema,
  number: Type.Integer({ description: 'What people say on the phone; counts within the community' }),
  category: ReportCategorySchema,
  state: ReportStateSchema,
  words: OptionalTextSchema,
  placeText: OptionalTextSchema,
  photo: orNull(PhotoSchema),
  submittedAt: InstantSchema,
  changedAt: InstantSchema,
  next: orNull(NextStepSchema),
  isMine: Type.Boolean({ description: 'False where it is followed' }),
};

export const ReportRowSchema = Type.Object(row);

export const ReportSchema = Type.Object({
  ...row,
  eventCode: Type.String(),
  codeVersion: Type.String(),
  position: PositionSchema,
  positionSource: Type.Enum([...positionSources]),
  isAnonymous: Type.Boolean(),
  photos: Type.Array(ReportPhotoSchema),
  entries: Type.Array(ReportEntrySchema, { description: 'The oldest first' }),
  question: orNull(Type.String({ description: 'What is asked of the reporter now' })),
  rating: orNull(Type.Object({ stars: Type.Integer(), words: OptionalTextSchema })),
  canonical: orNull(Type.Object({ id: IdSchema, number: Type.Integer(), state: ReportStateSchema })),
  followers: Type.Integer({ description: 'How many follow it' }),
  isFollowed: Type.Boolean(),
  version: Type.Integer(),
  can: Type.Object({
    answer: Type.Boolean(),
    rate: Type.Boolean(),
    askToReopen: Type.Boolean(),
    withdraw: Type.Boolean(),
    follow: Type.Boolean(),
    unfollow: Type.Boolean(),
  }),
});

export const SimilarReportSchema = Type.Object({
  id: IdSchema,
  number: Type.Integer(),
  category: ReportCategorySchema,
  state: ReportStateSchema,
  distanceM: Type.Integer({ description: 'Rounded to ten metres' }),
  placeText: OptionalTextSchema,
  photos: Type.Array(PhotoSchema, { description: 'Seen by a person or by WeChat before' }),
  submittedAt: InstantSchema,
  isFollowed: Type.Boolean(),
});

export const createReportSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      category: ReportCategorySchema,
      words: Type.Optional(orNull(words(reportLimits.wordsLength))),
      mediaIds: Type.Array(IdSchema, { minItems: 1, maxItems: reportLimits.photos, uniqueItems: true }),
      position: PositionSchema,
      positionSource: Type.Enum([...positionSources]),
      placeText: Type.Optional(orNull(words(reportLimits.placeLength))),
      isAnonymous: Type.Boolean({ description: 'To everyone but the desk' }),
      writtenAt: Type.String({
        format: 'date-time',
        description: 'When it was written, by the phone’s clock',
      }),
    },
    exact,
  ),
  answer: ReportSchema,
};

export const listMyReportsSchemas = {
  query: Type.Object(
    {
      isOpen: Type.Optional(Type.Boolean()),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(ReportRowSchema),
};

export const getReportSchemas = { params: ReportParams, answer: ReportSchema };

export const suggestDuplicatesSchemas = {
  params: CommunityParams,
  query: Type.Object({ category: ReportCategorySchema, lat: LatitudeSchema, lng: LongitudeSchema }, exact),
  answer: Type.Object({ items: Type.Array(SimilarReportSchema) }),
};

export const followReportSchemas = { params: ReportParams };
export const unfollowReportSchemas = { params: ReportParams };

export const answerReportSchemas = {
  params: ReportParams,
  body: Type.Object(
    { words: ReplySchema, mediaIds: Type.Optional(MediaIdsSchema), version: VersionSchema },
    exact,
  ),
  answer: ReportSchema,
};

export const rateReportSchemas = {
  params: ReportParams,
  body: Type.Object(
    {
      stars: Type.Integer({ minimum: 1, maximum: 5 }),
      words: Type.Optional(orNull(words(reportLimits.ratingWordsLength))),
      version: VersionSchema,
    },
    exact,
  ),
  answer: ReportSchema,
};

export const askToReopenReportSchemas = {
  params: ReportParams,
  body: Type.Object(
    { reason: ReplySchema, mediaIds: Type.Optional(MediaIdsSchema), version: VersionSchema },
    exact,
  ),
  answer: ReportSchema,
};

export const withdrawReportSchemas = {
  params: ReportParams,
  body: Type.Object({ reason: Type.Optional(orNull(ReplySchema)), version: VersionSchema }, exact),
  answer: ReportSchema,
};
