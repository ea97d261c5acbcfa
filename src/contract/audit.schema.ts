import Type from 'typebox';
import { auditActions } from './audit';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';

const PartySchema = Type.Object({
  ref: Type.String({ description: 'Pseudonym, the same throughout a community’s log' }),
  nickname: Type.Union([Type.String(), Type.Null()], { description: 'null once the person is deleted' }),
});

export const AuditEntrySchema = Type.Object({
  number: Type.Integer({ description: 'Counts up from 1 in each community, without gaps' }),
  at: InstantSchema,
  action: Type.Enum([...auditActions]),
  actor: PartySchema,
  subject: Type.Union([PartySchema, Type.Null()]),
  details: Type.Record(Type.String(), Type.Unknown()),
  hash: Type.String({ description: 'SHA-256, hex, over the entry and the hash before it' }),
});

export const listAuditEntriesSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object(
    { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) },
    { additionalProperties: false },
  ),
  answer: PageSchema(AuditEntrySchema),
};

export const exportAuditLogSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object({ from: DateSchema, to: DateSchema }, { additionalProperties: false }),
  answer: Type.Object({
    communityId: IdSchema,
    from: DateSchema,
    to: DateSchema,
    isIntact: Type.Boolean({ description: 'Every hash follows from the entry and the hash before it' }),
    firstBroken: Type.Union([Type.Integer(), Type.Null()]),
    previousHash: OptionalTextSchema,
    entries: Type.Array(AuditEntrySchema),
    nextFrom: Type.Union([DateSchema, Type.Null()], {
      description: 'Where to go on when there is more than one answer holds',
    }),
  }),
};
