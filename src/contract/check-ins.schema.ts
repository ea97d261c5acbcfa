import Type from 'typebox';
import { checkInLimits, evidenceGrades } from './check-ins';
import { CodeSchema } from './codes.schema';
import { CursorSchema, DateSchema, IdSchema, InstantSchema, LimitSchema, PageSchema } from './http.schema';
import { PositionSchema } from './positions.schema';

export const CheckInSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  station: Type.Object({ id: IdSchema, name: Type.String() }),
  evidence: Type.Enum([...evidenceGrades]),
  occurredAt: InstantSchema,
  receivedAt: InstantSchema,
  isLate: Type.Boolean({ description: 'Queued offline and sent later' }),
  isRepeat: Type.Boolean({ description: 'The first visit within two hours, answered again' }),
});

const CountsSchema = Type.Object({
  visits: Type.Integer(),
  people: Type.Integer({ description: 'Distinct people' }),
  walkIns: Type.Integer({ description: 'Counted by staff, not part of the other two' }),
});

export const StationVisitsSchema = Type.Object({
  stationId: IdSchema,
  day: DateSchema,
  today: CountsSchema,
  month: CountsSchema,
});

export const createCheckInSchemas = {
  body: Type.Object(
    {
      code: Type.Optional(CodeSchema),
      stationId: Type.Optional(IdSchema),
      position: Type.Optional(PositionSchema),
      phoneTime: Type.String({ format: 'date-time', description: 'The phone’s clock at the tap' }),
    },
    { additionalProperties: false },
  ),
  answer: CheckInSchema,
};

export const listMyCheckInsSchemas = {
  query: Type.Object(
    { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) },
    { additionalProperties: false },
  ),
  answer: PageSchema(CheckInSchema),
};

export const getStationVisitsSchemas = {
  params: Type.Object({ stationId: IdSchema }),
  answer: StationVisitsSchema,
};

export const tallyWalkInsSchemas = {
  params: Type.Object({ stationId: IdSchema }),
  body: Type.Object(
    { people: Type.Integer({ minimum: 1, maximum: checkInLimits.maxWalkIns }) },
    { additionalProperties: false },
  ),
  answer: StationVisitsSchema,
};
