import Type from 'typebox';
import { cancellers, consultationLimits, consultationStates, consultationWays } from './consultations';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  orNull,
} from './http.schema';
import { DepartmentSchema } from './members.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const ConsultationParams = Type.Object({ consultationId: IdSchema });

export const ConsultationWaySchema = Type.Enum([...consultationWays]);
const ConsultationStateSchema = Type.Enum([...consultationStates]);
export const TopicSchema = orNull(
  Type.Object({ id: IdSchema, name: Type.String() }, { description: 'A category of requests' }),
);

/** When, and how one meets. */
export const appointment = {
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  way: ConsultationWaySchema,
  place: orNull(Type.String({ description: 'Where, or what to know of the call' })),
};

export const ConsultationOfferSchema = Type.Object({
  department: DepartmentSchema,
  topics: Type.Array(Type.Object({ id: IdSchema, name: Type.String() })),
  ways: Type.Array(ConsultationWaySchema),
  days: Type.Array(
    Type.Object({ day: DateSchema, free: Type.Integer({ description: 'Appointments that can be had' }) }),
  ),
});

export const ConsultationSlotSchema = Type.Object({
  id: IdSchema,
  ...appointment,
  officerName: Type.String(),
  topic: TopicSchema,
});

export const ConsultationSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  state: ConsultationStateSchema,
  ...appointment,
  department: DepartmentSchema,
  officerName: OptionalTextSchema,
  topic: TopicSchema,
  note: OptionalTextSchema,
  requestId: orNull(IdSchema),
  cancelledBy: orNull(Type.Enum([...cancellers])),
  reason: orNull(Type.String({ description: 'Why the officer called it off' })),
  bookedAt: InstantSchema,
  version: Type.Integer(),
  can: Type.Object({ cancel: Type.Boolean() }),
});

export const listConsultationOffersSchemas = {
  params: CommunityParams,
  answer: Type.Object({
    items: Type.Array(ConsultationOfferSchema),
    left: Type.Integer({ description: 'How many more the asker may have at the same time' }),
  }),
};

export const listConsultationSlotsSchemas = {
  params: CommunityParams,
  query: Type.Object({ departmentId: IdSchema, day: DateSchema }, exact),
  answer: Type.Object({ items: Type.Array(ConsultationSlotSchema) }),
};

export const createConsultationSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      slotId: IdSchema,
      note: orNull(Type.String({ minLength: 1, maxLength: consultationLimits.noteLength, pattern: '\\S' })),
      requestId: orNull(IdSchema),
    },
    exact,
  ),
  answer: ConsultationSchema,
};

export const listMyConsultationsSchemas = {
  query: Type.Object(
    {
      isOpen: Type.Optional(Type.Boolean({ description: 'Only those still to come, or only the others' })),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(ConsultationSchema),
};

export const getConsultationSchemas = { params: ConsultationParams, answer: ConsultationSchema };

export const cancelConsultationSchemas = {
  params: ConsultationParams,
  body: Type.Object({ version: Type.Integer({ minimum: 1 }) }, exact),
  answer: ConsultationSchema,
};
