import Type from 'typebox';
import { activityLimits, activityStates } from './activities';
import { managedTimes, seriesScopes } from './activity-desk';
import {
  ActivityKindSchema,
  ActivityStateSchema,
  AnswersSchema,
  AudienceSchema,
  PlaceSchema,
  QuestionAnswerSchema,
  QuestionSchema,
  SignUpStateSchema,
  SignUpWaySchema,
} from './activities.schema';
import {
  CursorSchema,
  DateSchema,
  FileSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  orNull,
  words,
} from './http.schema';
import { PhotoSchema } from './media.schema';
import { PersonSummarySchema } from './people.schema';
import { PositionSchema } from './positions.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const ActivityParams = Type.Object({ communityId: IdSchema, activityId: IdSchema });
const SignUpParams = Type.Object({ communityId: IdSchema, activityId: IdSchema, signUpId: IdSchema });
const PhotoParams = Type.Object({ communityId: IdSchema, activityId: IdSchema, mediaId: IdSchema });
const VersionSchema = Type.Integer({ minimum: 1, description: 'The one seen; another is refused' });
const ScopeSchema = Type.Enum([...seriesScopes], { default: 'this' });
const TimeSchema = Type.String({ format: 'date-time' });
const ReasonSchema = words(activityLimits.reasonLength);
const CountSchema = Type.Integer({ minimum: 1, maximum: activityLimits.capacity });

/** What staff say of an activity. A station or a place in words is needed; the photos are theirs, newly uploaded. */
const facts = {
  kind: ActivityKindSchema,
  title: words(activityLimits.titleLength),
  description: Type.String({ maxLength: activityLimits.descriptionLength }),
  stationId: orNull(IdSchema),
  placeText: orNull(words(activityLimits.placeLength)),
  position: orNull(PositionSchema),
  startsAt: TimeSchema,
  endsAt: TimeSchema,
  signUpFrom: Type.Union([TimeSchema, Type.Null()], { description: 'null: from its publication on' }),
  signUpUntil: Type.Union([TimeSchema, Type.Null()], { description: 'null: until it begins' }),
  capacity: orNull(CountSchema),
  minimum: orNull(CountSchema),
  questions: Type.Array(QuestionSchema, { maxItems: activityLimits.questions }),
  isRisky: Type.Boolean({ description: 'True for a risky kind, whatever is sent' }),
  riskNotice: orNull(words(activityLimits.riskLength)),
  insuranceText: orNull(words(activityLimits.insuranceLength)),
  leaderId: orNull(IdSchema),
  departmentId: orNull(IdSchema),
  audience: AudienceSchema,
  hoursPlanned: orNull(Type.Number({ minimum: 0.5, maximum: activityLimits.hours, multipleOf: 0.5 })),
  mediaIds: Type.Array(IdSchema, { maxItems: activityLimits.photos, uniqueItems: true }),
};

export const SeriesRuleSchema = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('weekly'),
        everyWeeks: Type.Integer({ minimum: 1, maximum: activityLimits.everyWeeks }),
      },
      exact,
    ),
    Type.Object({ kind: Type.Literal('monthly') }, exact),
  ],
  { description: 'Monthly: on the same weekday, as the first or third or last of its month' },
);

const managedRow = {
  id: IdSchema,
  communityId: IdSchema,
  seriesId: orNull(IdSchema),
  kind: ActivityKindSchema,
  state: ActivityStateSchema,
  title: Type.String(),
  place: PlaceSchema,
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  capacity: orNull(Type.Integer()),
  minimum: orNull(Type.Integer()),
  taken: Type.Integer(),
  waiting: Type.Integer(),
  leader: orNull(Type.Object({ personId: IdSchema, nickname: Type.String() })),
  version: Type.Integer(),
};

export const ManagedActivityRowSchema = Type.Object(managedRow);

const canManage = Type.Object({
  change: Type.Boolean(),
  publish: Type.Boolean(),
  cancel: Type.Boolean(),
  remove: Type.Boolean(),
  seeSignUps: Type.Boolean(),
  addSignUp: Type.Boolean({ description: 'And take somebody off' }),
  addPhotos: Type.Boolean(),
});

export const ManagedActivitySchema = Type.Object({
  ...managedRow,
  description: Type.String(),
  stationId: orNull(IdSchema),
  placeText: OptionalTextSchema,
  position: orNull(PositionSchema),
  signUpFrom: orNull(InstantSchema),
  signUpUntil: orNull(InstantSchema),
  questions: Type.Array(QuestionSchema),
  isRisky: Type.Boolean(),
  riskNotice: OptionalTextSchema,
  insuranceText: OptionalTextSchema,
  departmentId: orNull(IdSchema),
  department: OptionalTextSchema,
  audience: AudienceSchema,
  hoursPlanned: orNull(Type.Number()),
  photos: Type.Array(PhotoSchema),
  afterPhotos: Type.Array(PhotoSchema),
  cancelReason: OptionalTextSchema,
  series: orNull(
    Type.Object({
      rule: SeriesRuleSchema,
      ordinal: Type.Integer(),
      count: Type.Integer({ description: 'How many there are' }),
    }),
  ),
  createdAt: InstantSchema,
  can: canManage,
});

export const ManagedSignUpSchema = Type.Object({
  id: IdSchema,
  person: orNull(PersonSummarySchema),
  state: SignUpStateSchema,
  waitPlace: orNull(Type.Integer()),
  via: SignUpWaySchema,
  signedUpAt: InstantSchema,
  answers: Type.Array(QuestionAnswerSchema),
  hasAgreedToRisk: Type.Boolean(),
  reason: OptionalTextSchema,
});

export const listManagedActivitiesSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      when: Type.Optional(Type.Enum([...managedTimes], { default: 'upcoming' })),
      state: Type.Optional(Type.Enum([...activityStates])),
      kind: Type.Optional(ActivityKindSchema),
      from: Type.Optional(DateSchema),
      until: Type.Optional(DateSchema),
      isMineToLead: Type.Optional(Type.Boolean()),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: Type.Object({
    ...PageSchema(ManagedActivityRowSchema).properties,
    can: Type.Object({ create: Type.Boolean() }),
  }),
};

export const getManagedActivitySchemas = { params: ActivityParams, answer: ManagedActivitySchema };

export const listActivityHelpersSchemas = {
  params: CommunityParams,
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 20 })) }, exact),
  answer: Type.Object({
    items: Type.Array(Type.Object({ ...PersonSummarySchema.properties, isLeader: Type.Boolean() })),
  }),
};

export const createActivitySchemas = {
  params: CommunityParams,
  body: Type.Object(facts, exact),
  answer: ManagedActivitySchema,
};

export const createSeriesSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      ...facts,
      rule: SeriesRuleSchema,
      count: Type.Optional(Type.Integer({ minimum: 2, maximum: activityLimits.repeats })),
      untilOn: Type.Optional(DateSchema),
    },
    { ...exact, description: 'Either `count` or `untilOn`' },
  ),
  answer: Type.Object({ seriesId: IdSchema, items: Type.Array(ManagedActivityRowSchema) }),
};

export const updateActivitySchemas = {
  params: ActivityParams,
  body: Type.Object(
    {
      ...facts,
      version: VersionSchema,
      scope: Type.Optional(ScopeSchema),
      moveToWaitlist: Type.Optional(
        Type.Boolean({ description: 'Those who came last wait, where it is smaller' }),
      ),
    },
    exact,
  ),
  answer: Type.Object({
    activity: ManagedActivitySchema,
    changed: Type.Integer({ description: 'Of the series, this one among them' }),
    moved: Type.Array(Type.String({ description: 'Nicknames of those who wait now' })),
    overlaps: Type.Array(
      Type.Object({ nickname: Type.String(), startsAt: InstantSchema, other: Type.String() }),
      { description: 'Who is signed up for another one at the new time' },
    ),
  }),
};

export const publishActivitySchemas = {
  params: ActivityParams,
  body: Type.Object({ version: VersionSchema, scope: Type.Optional(ScopeSchema) }, exact),
  answer: ManagedActivitySchema,
};

export const cancelActivitySchemas = {
  params: ActivityParams,
  body: Type.Object(
    { reason: ReasonSchema, version: VersionSchema, scope: Type.Optional(ScopeSchema) },
    exact,
  ),
  answer: ManagedActivitySchema,
};

export const removeActivitySchemas = {
  params: ActivityParams,
  query: Type.Object({ scope: Type.Optional(ScopeSchema) }, exact),
};

export const listSignUpsSchemas = {
  params: ActivityParams,
  query: Type.Object(
    {
      state: Type.Optional(SignUpStateSchema),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(ManagedSignUpSchema),
};

export const addSignUpSchemas = {
  params: ActivityParams,
  body: Type.Object({ personId: IdSchema, answers: Type.Optional(AnswersSchema) }, exact),
  answer: ManagedSignUpSchema,
};

export const removeSignUpSchemas = {
  params: SignUpParams,
  body: Type.Object({ reason: ReasonSchema }, exact),
  answer: ManagedSignUpSchema,
};

export const exportSignUpsSchemas = { params: ActivityParams, answer: FileSchema };

export const addActivityPhotosSchemas = {
  params: ActivityParams,
  body: Type.Object(
    {
      mediaIds: Type.Array(IdSchema, { minItems: 1, maxItems: activityLimits.photos, uniqueItems: true }),
      haveAgreed: Type.Literal(true, { description: 'Everybody who can be recognised agreed to be shown' }),
    },
    exact,
  ),
  answer: ManagedActivitySchema,
};

export const removeActivityPhotoSchemas = { params: PhotoParams };
