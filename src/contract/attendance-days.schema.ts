import Type from 'typebox';
import { conflictReasons, markModes } from './attendance-days';
import { attendanceLimits } from './attendances';
import { DayActivitySchema, KindSchema, OptionalMomentSchema } from './attendances.schema';
import { IdSchema, InstantSchema, OptionalTextSchema } from './http.schema';

const exact = { additionalProperties: false };
const ActivityParams = Type.Object({ communityId: IdSchema, activityId: IdSchema });
const KeySchema = Type.String({ description: '32 bytes, base64url' });

export const DayCodeSchema = Type.Object({
  activityId: IdSchema,
  id: Type.String(),
  url: Type.String({ description: 'What comes before a code' }),
  keys: Type.Object({ in: KeySchema, out: KeySchema }),
  opensAt: InstantSchema,
  closesAt: InstantSchema,
  now: InstantSchema,
});

export const MarkSchema = Type.Object(
  {
    personId: IdSchema,
    kind: KindSchema,
    mode: Type.Enum([...markModes]),
    at: Type.String({ format: 'date-time' }),
  },
  exact,
);

export const DayRowSchema = Type.Object({
  personId: IdSchema,
  nickname: Type.String(),
  avatarUrl: OptionalTextSchema,
  isWalkIn: Type.Boolean(),
  came: OptionalMomentSchema,
  left: OptionalMomentSchema,
  minutes: Type.Union([Type.Integer(), Type.Null()]),
  noShow: Type.Union([Type.Enum(['counted', 'forgiven']), Type.Null()]),
  version: Type.Integer(),
});

export const ConflictSchema = Type.Object({
  personId: IdSchema,
  kind: KindSchema,
  reason: Type.Enum([...conflictReasons]),
  given: InstantSchema,
  kept: OptionalMomentSchema,
});

export const DayListSchema = Type.Object({
  activity: DayActivitySchema,
  isWalkInAllowed: Type.Boolean(),
  /** Without the app. */
  walkIns: Type.Integer(),
  closedAt: Type.Union([InstantSchema, Type.Null()]),
  isJudged: Type.Boolean({ description: 'It is known who did not come' }),
  counts: Type.Object({ expected: Type.Integer(), came: Type.Integer(), left: Type.Integer() }),
  rows: Type.Array(DayRowSchema),
  can: Type.Object({ mark: Type.Boolean(), forgive: Type.Boolean() }),
});

const MarkedSchema = Type.Object({ list: DayListSchema, conflicts: Type.Array(ConflictSchema) });

export const getActivityCodeSchemas = { params: ActivityParams, answer: DayCodeSchema };

export const listAttendancesSchemas = { params: ActivityParams, answer: DayListSchema };

export const markAttendancesSchemas = {
  params: ActivityParams,
  body: Type.Object(
    { marks: Type.Array(MarkSchema, { minItems: 1, maxItems: attendanceLimits.marks }) },
    exact,
  ),
  answer: MarkedSchema,
};

export const tallyActivityWalkInsSchemas = {
  params: ActivityParams,
  body: Type.Object(
    { people: Type.Integer({ minimum: -attendanceLimits.walkIns, maximum: attendanceLimits.walkIns }) },
    exact,
  ),
  answer: DayListSchema,
};

export const setActivityDaySchemas = {
  params: ActivityParams,
  body: Type.Object({ isWalkInAllowed: Type.Boolean() }, exact),
  answer: DayListSchema,
};

export const closeActivityDaySchemas = {
  params: ActivityParams,
  body: Type.Object({}, exact),
  answer: DayListSchema,
};
