import Type from 'typebox';
import {
  activityAudiences,
  activityGroups,
  activityKindNames,
  activityLimits,
  activityStates,
  activityTimes,
  questionKinds,
  signUpOffers,
  signUpStates,
  signUpWays,
} from './activities';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  orNull,
  words,
} from './http.schema';
import { PhotoSchema } from './media.schema';
import { PositionSchema } from './positions.schema';

const exact = { additionalProperties: false };
const ActivityParams = Type.Object({ activityId: IdSchema });
const SignUpParams = Type.Object({ signUpId: IdSchema });

export const ActivityKindSchema = Type.Enum([...activityKindNames]);
export const ActivityStateSchema = Type.Enum([...activityStates]);
export const AudienceSchema = Type.Enum([...activityAudiences]);
export const SignUpStateSchema = Type.Enum([...signUpStates]);
export const SignUpWaySchema = Type.Enum([...signUpWays]);
const QuestionIdSchema = Type.String({ pattern: '^[a-z0-9]{1,12}$', description: 'Unique in its activity' });

export const QuestionSchema = Type.Object(
  {
    id: QuestionIdSchema,
    kind: Type.Enum([...questionKinds]),
    label: words(activityLimits.questionLength),
    isRequired: Type.Boolean(),
    options: Type.Array(words(activityLimits.optionLength), {
      maxItems: activityLimits.options,
      uniqueItems: true,
      description: 'At least two of `single` and `multiple`, none of others',
    }),
  },
  exact,
);

export const QuestionAnswerSchema = Type.Object(
  {
    questionId: QuestionIdSchema,
    values: Type.Array(words(activityLimits.answerLength), {
      maxItems: activityLimits.options,
      uniqueItems: true,
      description: 'A text, options, or `yes` or `no`; empty where nothing is answered',
    }),
  },
  exact,
);
export const AnswersSchema = Type.Array(QuestionAnswerSchema, { maxItems: activityLimits.questions });

export const PlaceSchema = Type.Object({
  station: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  text: Type.String({ description: 'What people read; of a station its name and address' }),
  position: orNull(PositionSchema),
});

const row = {
  id: IdSchema,
  communityId: IdSchema,
  seriesId: orNull(IdSchema),
  kind: ActivityKindSchema,
  group: Type.Enum([...activityGroups]),
  isVolunteering: Type.Boolean({ description: 'Its hours are recorded' }),
  state: ActivityStateSchema,
  title: Type.String(),
  place: PlaceSchema,
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  cover: orNull(PhotoSchema),
  audience: AudienceSchema,
};

export const ActivityRowSchema = Type.Object({
  ...row,
  offer: Type.Enum([...signUpOffers], { description: 'Whether one can sign up now' }),
  left: orNull(Type.Integer({ description: 'Free places; null: as many as come' })),
  taken: Type.Integer(),
  mine: orNull(
    Type.Object({
      id: IdSchema,
      state: SignUpStateSchema,
      waitPlace: orNull(Type.Integer({ description: 'On the waitlist, from 1' })),
    }),
    { description: 'Where one is going or waits' },
  ),
});

export const ActivitySchema = Type.Object({
  ...ActivityRowSchema.properties,
  description: Type.String(),
  photos: Type.Array(PhotoSchema, { description: 'The first is the cover' }),
  afterPhotos: Type.Array(PhotoSchema),
  signUpFrom: orNull(InstantSchema),
  signUpUntil: InstantSchema,
  capacity: orNull(Type.Integer()),
  minimum: orNull(Type.Integer()),
  waiting: Type.Integer({ description: 'How many wait' }),
  questions: Type.Array(QuestionSchema),
  isRisky: Type.Boolean(),
  riskNotice: OptionalTextSchema,
  insuranceText: OptionalTextSchema,
  hoursPlanned: orNull(Type.Number()),
  leader: orNull(Type.Object({ nickname: Type.String() })),
  department: OptionalTextSchema,
  cancelReason: OptionalTextSchema,
  version: Type.Integer(),
  can: Type.Object({
    signUp: Type.Boolean(),
    cancel: Type.Boolean({ description: 'Their sign-up' }),
    changeAnswers: Type.Boolean(),
    lead: Type.Boolean({ description: 'It is theirs to lead' }),
    manage: Type.Boolean(),
  }),
});

export const SignUpSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  state: SignUpStateSchema,
  waitPlace: orNull(Type.Integer({ description: 'On the waitlist, from 1' })),
  via: SignUpWaySchema,
  signedUpAt: InstantSchema,
  answers: Type.Array(QuestionAnswerSchema),
  questions: Type.Array(QuestionSchema),
  reason: orNull(Type.String({ description: 'Why it was removed' })),
  activity: Type.Object({ ...row, cancelReason: OptionalTextSchema }),
  version: Type.Integer(),
  can: Type.Object({ cancel: Type.Boolean(), changeAnswers: Type.Boolean() }),
});

export const listActivitiesSchemas = {
  query: Type.Object(
    {
      communityId: IdSchema,
      when: Type.Optional(Type.Enum([...activityTimes], { default: 'upcoming' })),
      group: Type.Optional(Type.Enum([...activityGroups])),
      kind: Type.Optional(ActivityKindSchema),
      from: Type.Optional(DateSchema),
      until: Type.Optional(DateSchema),
      isOpen: Type.Optional(Type.Boolean({ description: 'Only those one can sign up for now' })),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(ActivityRowSchema),
};

export const getActivitySchemas = { params: ActivityParams, answer: ActivitySchema };

export const createSignUpSchemas = {
  params: ActivityParams,
  body: Type.Object(
    {
      answers: Type.Optional(AnswersSchema),
      hasAgreedToRisk: Type.Optional(Type.Boolean({ description: 'Needed where it is risky' })),
    },
    exact,
  ),
  answer: SignUpSchema,
};

export const listMySignUpsSchemas = {
  query: Type.Object(
    {
      when: Type.Optional(Type.Enum([...activityTimes], { default: 'upcoming' })),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(SignUpSchema),
};

export const getSignUpSchemas = { params: SignUpParams, answer: SignUpSchema };

export const cancelSignUpSchemas = { params: SignUpParams, answer: SignUpSchema };

export const changeSignUpAnswersSchemas = {
  params: SignUpParams,
  body: Type.Object({ answers: AnswersSchema, version: Type.Integer({ minimum: 1 }) }, exact),
  answer: SignUpSchema,
};
