import Type from 'typebox';
import { activityKindNames } from './activities';
import { attendanceKinds, attendanceWays } from './attendances';
import { dayCodePattern } from './codes';
import { IdSchema, InstantSchema } from './http.schema';

const exact = { additionalProperties: false };

export const KindSchema = Type.Enum([...attendanceKinds]);

export const MomentSchema = Type.Object({
  at: InstantSchema,
  way: Type.Enum([...attendanceWays]),
  isLate: Type.Boolean({ description: 'Done without a network and sent later' }),
});

export const OptionalMomentSchema = Type.Union([MomentSchema, Type.Null()]);

export const AttendanceSchema = Type.Object({
  activityId: IdSchema,
  came: OptionalMomentSchema,
  left: OptionalMomentSchema,
  isWalkIn: Type.Boolean({ description: 'Had not signed up' }),
  minutes: Type.Union([Type.Integer(), Type.Null()], {
    description: 'What counts of it, within the planned time unless the leader set it; null while it goes on',
  }),
  version: Type.Integer(),
});

export const DayActivitySchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  kind: Type.Enum([...activityKindNames]),
  title: Type.String(),
  place: Type.String(),
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  opensAt: InstantSchema,
  closesAt: InstantSchema,
});

export const MyDaySchema = Type.Object({
  activity: DayActivitySchema,
  isLeader: Type.Boolean(),
  isSignedUp: Type.Boolean(),
  closedAt: Type.Union([InstantSchema, Type.Null()]),
  attendance: Type.Union([AttendanceSchema, Type.Null()]),
});

export const RecordedSchema = Type.Object({
  kind: KindSchema,
  isRepeat: Type.Boolean({ description: 'It was known before' }),
  activity: DayActivitySchema,
  attendance: AttendanceSchema,
});

export const recordAttendanceSchemas = {
  body: Type.Object(
    {
      code: Type.Optional(Type.String({ pattern: dayCodePattern })),
      activityId: Type.Optional(IdSchema),
      digits: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
      phoneTime: Type.String({ format: 'date-time', description: 'The phone’s clock at the scan' }),
    },
    exact,
  ),
  answer: RecordedSchema,
};

export const listMyDaysSchemas = { answer: Type.Object({ items: Type.Array(MyDaySchema) }) };
