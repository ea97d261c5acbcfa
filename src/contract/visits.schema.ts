import Type from 'typebox';
import { IdSchema, InstantSchema, OptionalTextSchema, orNull } from './http.schema';
import { visitLimits } from './visits';

const exact = { additionalProperties: false };
const textOf = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' });
const ActivityParams = Type.Object({ communityId: IdSchema, activityId: IdSchema });
const ElderParams = Type.Object({ communityId: IdSchema, activityId: IdSchema, elderId: IdSchema });
const VersionSchema = Type.Integer({ minimum: 1 });

const said = {
  name: textOf(visitLimits.nameLength),
  called: Type.String({
    minLength: 1,
    maxLength: visitLimits.nameLength,
    pattern: '\\S',
    description: 'As volunteers address them: 王奶奶',
  }),
  address: textOf(visitLimits.addressLength),
  phone: orNull(textOf(visitLimits.phoneLength)),
  showsPhone: Type.Boolean({ description: 'Volunteers may call' }),
  needs: orNull(textOf(visitLimits.needsLength)),
  note: orNull(textOf(visitLimits.noteLength)),
  volunteerIds: Type.Array(IdSchema, { maxItems: visitLimits.volunteers, uniqueItems: true }),
};

const VolunteerSchema = Type.Object({ personId: IdSchema, nickname: Type.String() });

const ElderRowSchema = Type.Object({
  id: IdSchema,
  maskedName: Type.String(),
  volunteers: Type.Array(VolunteerSchema),
  version: Type.Integer(),
});

export const ElderListSchema = Type.Object({
  items: Type.Array(ElderRowSchema),
  volunteers: Type.Array(VolunteerSchema, { description: 'Who is going' }),
  title: Type.String(),
  startsAt: InstantSchema,
});

export const ElderSchema = Type.Object({ id: IdSchema, ...said, version: Type.Integer() });

export const VisitSheetSchema = Type.Object({
  title: Type.String(),
  startsAt: InstantSchema,
  endsAt: InstantSchema,
  opensAt: InstantSchema,
  isOpen: Type.Boolean({ description: 'From the evening before until the end' }),
  isLeader: Type.Boolean(),
  elders: Type.Array(
    Type.Object({
      id: IdSchema,
      name: Type.String({ description: 'Masked where the rest is not shown' }),
      isMine: Type.Boolean({ description: 'The asker goes to them' }),
      isShown: Type.Boolean(),
      address: OptionalTextSchema,
      phone: OptionalTextSchema,
      needs: OptionalTextSchema,
      volunteers: Type.Array(Type.String()),
    }),
  ),
});

export const listEldersSchemas = { params: ActivityParams, answer: ElderListSchema };
export const getElderSchemas = { params: ElderParams, answer: ElderSchema };
export const createElderSchemas = {
  params: ActivityParams,
  body: Type.Object(said, exact),
  answer: ElderListSchema,
};
export const updateElderSchemas = {
  params: ElderParams,
  body: Type.Object({ ...said, version: VersionSchema }, exact),
  answer: ElderListSchema,
};
export const removeElderSchemas = { params: ElderParams, answer: ElderListSchema };
export const getVisitSheetSchemas = {
  params: Type.Object({ activityId: IdSchema }),
  answer: VisitSheetSchema,
};
