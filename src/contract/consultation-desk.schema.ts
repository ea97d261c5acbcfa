import Type from 'typebox';
import { outcomes, slotStates } from './consultation-desk';
import { consultationLimits } from './consultations';
import { appointment, ConsultationSchema, ConsultationWaySchema, TopicSchema } from './consultations.schema';
import { DateSchema, IdSchema, OptionalTextSchema, orNull } from './http.schema';
import { DepartmentSchema } from './members.schema';
import { PersonSummarySchema } from './people.schema';

const exact = { additionalProperties: false };
const textOf = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' });
const CommunityParams = Type.Object({ communityId: IdSchema });
const HoursParams = Type.Object({ communityId: IdSchema, hoursId: IdSchema });
const ConsultationParams = Type.Object({ communityId: IdSchema, consultationId: IdSchema });
const DayParams = Type.Object({ communityId: IdSchema, officerId: IdSchema, day: DateSchema });
const TimeSchema = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const VersionSchema = Type.Integer({ minimum: 1 });
const ReasonSchema = textOf(consultationLimits.reasonLength);

export const OfficerSchema = Type.Object({
  personId: IdSchema,
  name: Type.String({ description: 'Nickname' }),
  departments: Type.Array(DepartmentSchema),
});

const hoursFields = {
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    description: '1: Monday',
  }),
  opens: TimeSchema,
  closes: TimeSchema,
  slotMinutes: Type.Integer({
    minimum: consultationLimits.minutes.min,
    maximum: consultationLimits.minutes.max,
  }),
  way: ConsultationWaySchema,
  fromDay: DateSchema,
  untilDay: orNull(DateSchema),
};

export const ConsultationHoursSchema = Type.Object({
  id: IdSchema,
  department: DepartmentSchema,
  officer: Type.Object({ personId: IdSchema, name: Type.String() }),
  ...hoursFields,
  place: OptionalTextSchema,
  topic: TopicSchema,
  booked: Type.Integer({ description: 'Appointments to come' }),
  version: Type.Integer(),
});

const DayOffSchema = Type.Object({ officerId: IdSchema, day: DateSchema, note: OptionalTextSchema });

/** What becomes of appointments that do not fit any more: without it they stand in the way. */
const callOff = Type.Optional(
  Type.Object({ reason: ReasonSchema }, { ...exact, description: 'Call them off, and tell why' }),
);

const HoursBody = {
  ...hoursFields,
  place: orNull(textOf(consultationLimits.placeLength)),
  topicId: orNull(IdSchema),
};

export const ConsultationHoursListSchema = Type.Object({
  items: Type.Array(ConsultationHoursSchema),
  daysOff: Type.Array(DayOffSchema),
  officers: Type.Array(OfficerSchema, { description: 'Whose hours the asker may set' }),
});

export const listConsultationHoursSchemas = {
  params: CommunityParams,
  answer: ConsultationHoursListSchema,
};

export const createConsultationHoursSchemas = {
  params: CommunityParams,
  body: Type.Object({ departmentId: IdSchema, officerId: IdSchema, ...HoursBody }, exact),
  answer: ConsultationHoursSchema,
};

export const updateConsultationHoursSchemas = {
  params: HoursParams,
  body: Type.Object({ ...HoursBody, version: VersionSchema, callOff }, exact),
  answer: ConsultationHoursSchema,
};

export const endConsultationHoursSchemas = {
  params: HoursParams,
  body: Type.Object({ version: VersionSchema, callOff }, exact),
  answer: ConsultationHoursListSchema,
};

export const setConsultationDayOffSchemas = {
  params: DayParams,
  body: Type.Object({ note: orNull(textOf(consultationLimits.dayOffNoteLength)), callOff }, exact),
  answer: ConsultationHoursListSchema,
};

export const removeConsultationDayOffSchemas = { params: DayParams, answer: ConsultationHoursListSchema };

/** What an officer sees of who comes; others who work here see that somebody does. */
export const DeskConsultationSchema = Type.Object({
  ...Type.Pick(ConsultationSchema, ['id', 'state', 'note', 'requestId', 'cancelledBy', 'reason', 'version'])
    .properties,
  person: orNull(PersonSummarySchema),
  can: Type.Object({ settle: Type.Boolean(), callOff: Type.Boolean() }),
});

const DaySlotSchema = Type.Object({
  ...appointment,
  topic: TopicSchema,
  state: Type.Enum([...slotStates]),
  consultation: orNull(DeskConsultationSchema),
});

export const ConsultationDaySchema = Type.Object({
  day: DateSchema,
  officer: OfficerSchema,
  officers: Type.Array(OfficerSchema, { description: 'Whose days the asker may see' }),
  isOff: Type.Boolean(),
  note: OptionalTextSchema,
  slots: Type.Array(DaySlotSchema),
  days: Type.Array(
    Type.Object({ day: DateSchema, booked: Type.Integer(), free: Type.Integer(), isOff: Type.Boolean() }),
    { description: 'Those to come on which there is something' },
  ),
});

export const getConsultationDaySchemas = {
  params: CommunityParams,
  query: Type.Object({ officerId: Type.Optional(IdSchema), day: Type.Optional(DateSchema) }, exact),
  answer: ConsultationDaySchema,
};

export const settleConsultationSchemas = {
  params: ConsultationParams,
  body: Type.Object({ outcome: Type.Enum([...outcomes]), version: VersionSchema }, exact),
  answer: DeskConsultationSchema,
};

export const callOffConsultationSchemas = {
  params: ConsultationParams,
  body: Type.Object({ reason: ReasonSchema, version: VersionSchema }, exact),
  answer: DeskConsultationSchema,
};
