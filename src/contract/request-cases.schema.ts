import Type from 'typebox';
import { CursorSchema, FileSchema, IdSchema, LimitSchema, PageSchema, orNull } from './http.schema';
import { PersonSummarySchema } from './people.schema';
import {
  requestCaseActions,
  requestCaseLimits,
  requestDueKinds,
  requestFigureFormats,
} from './request-cases';
import {
  NamedRequestCategorySchema,
  RequestEntrySchema,
  RequestMediaIdsSchema,
  RequestReplySchema,
  RequestRowSchema,
  RequestSchema,
  RequestStateSchema,
  RequestVersionSchema,
} from './requests.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const CaseParams = Type.Object({ communityId: IdSchema, requestId: IdSchema });
const MonthSchema = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', description: 'YYYY-MM' });
const NamedSchema = Type.Object({ id: IdSchema, name: Type.String() });

const filters = {
  state: Type.Optional(Type.Array(RequestStateSchema)),
  categoryId: Type.Optional(Type.Array(IdSchema)),
  departmentId: Type.Optional(IdSchema),
  due: Type.Optional(Type.Enum([...requestDueKinds])),
  isOpen: Type.Optional(Type.Boolean()),
  search: Type.Optional(
    Type.String({ maxLength: requestCaseLimits.searchLength, description: 'A number, or words of it' }),
  ),
};

export const RequestCaseRowSchema = Type.Object({
  ...Type.Omit(RequestRowSchema, ['department']).properties,
  department: orNull(NamedSchema),
  officer: orNull(Type.Object({ personId: IdSchema, nickname: Type.String() })),
  due: Type.Enum([...requestDueKinds]),
  escalation: Type.Integer({ description: 'How often somebody was told that it is late' }),
  isFlagged: Type.Boolean({ description: 'Words of the list stand in it; a hint, nothing waits for it' }),
  version: Type.Integer(),
});

export const RequestCaseEntrySchema = Type.Object({
  ...RequestEntrySchema.properties,
  person: orNull(Type.String({ description: 'Nickname of who did it, for the desk' })),
  isInternal: Type.Boolean({ description: 'Not shown to the requester' }),
});

export const RequestCaseSchema = Type.Object({
  ...Type.Omit(RequestSchema, ['can', 'entries', 'department']).properties,
  ...RequestCaseRowSchema.properties,
  entries: Type.Array(RequestCaseEntrySchema),
  requester: orNull(PersonSummarySchema),
  returned: Type.Integer({ description: 'How often departments gave it back' }),
  can: Type.Object(
    Object.fromEntries(requestCaseActions.map((action) => [action, Type.Boolean()])) as Record<
      (typeof requestCaseActions)[number],
      ReturnType<typeof Type.Boolean>
    >,
  ),
});

/** Null where the case is no longer the asker's to see. */
const MovedSchema = Type.Object({ case: orNull(RequestCaseSchema) });

export const RequestCaseCountsSchema = Type.Object({
  states: Type.Array(
    Type.Object({ state: RequestStateSchema, count: Type.Integer(), overdue: Type.Integer() }),
  ),
  overdue: Type.Integer(),
  soon: Type.Integer(),
});

export const RequestAssigneesSchema = Type.Object({
  departments: Type.Array(
    Type.Object({
      ...NamedSchema.properties,
      officers: Type.Array(Type.Object({ personId: IdSchema, nickname: Type.String() }), {
        description: 'Of a confidential one only those on its list',
      }),
    }),
  ),
  categories: Type.Array(Type.Object({ ...NamedRequestCategorySchema.properties, departmentId: IdSchema }), {
    description: 'To which it can be changed',
  }),
});

const figures = {
  received: Type.Integer(),
  answered: Type.Integer(),
  inTime: Type.Integer({ description: 'Answered for the first time before the deadline' }),
  late: Type.Integer({ description: 'Answered after it' }),
  rated: Type.Integer({ description: 'With stars' }),
  averageStars: orNull(Type.Number({ description: 'Of the rated ones alone' })),
  lapsed: Type.Integer({ description: 'Answered, and the requester said nothing' }),
  reopened: Type.Integer(),
  returned: Type.Integer({ description: 'Given back by a department at least once' }),
  withdrawn: Type.Integer(),
  open: Type.Integer({ description: 'Neither answered nor withdrawn yet' }),
};

export const FiguresOfRequestsSchema = Type.Object(figures);

export const RequestFiguresSchema = Type.Object({
  from: MonthSchema,
  to: MonthSchema,
  rows: Type.Array(
    Type.Object({
      month: MonthSchema,
      category: Type.Union([NamedRequestCategorySchema, Type.Null()], {
        description: 'null: all confidential ones together that the asker does not read',
      }),
      ...figures,
    }),
  ),
  total: FiguresOfRequestsSchema,
});

const FigureQuery = {
  from: Type.Optional(MonthSchema),
  to: Type.Optional(MonthSchema),
};

export const listRequestCasesSchemas = {
  params: CommunityParams,
  query: Type.Object(
    { ...filters, cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) },
    exact,
  ),
  answer: PageSchema(RequestCaseRowSchema),
};

export const countRequestCasesSchemas = {
  params: CommunityParams,
  query: Type.Object(filters, exact),
  answer: RequestCaseCountsSchema,
};

export const getRequestCaseSchemas = { params: CaseParams, answer: RequestCaseSchema };

export const listRequestAssigneesSchemas = { params: CaseParams, answer: RequestAssigneesSchema };

export const acceptRequestSchemas = {
  params: CaseParams,
  body: Type.Object({ version: RequestVersionSchema }, exact),
  answer: RequestCaseSchema,
};

export const assignRequestSchemas = {
  params: CaseParams,
  body: Type.Object(
    {
      departmentId: IdSchema,
      officerId: Type.Optional(orNull(IdSchema)),
      categoryId: Type.Optional(orNull(IdSchema)),
      words: Type.Optional(orNull(RequestReplySchema)),
      version: RequestVersionSchema,
    },
    exact,
  ),
  answer: MovedSchema,
};

export const returnRequestSchemas = {
  params: CaseParams,
  body: Type.Object({ reason: RequestReplySchema, version: RequestVersionSchema }, exact),
  answer: MovedSchema,
};

export const askRequesterSchemas = {
  params: CaseParams,
  body: Type.Object({ question: RequestReplySchema, version: RequestVersionSchema }, exact),
  answer: RequestCaseSchema,
};

export const answerRequestSchemas = {
  params: CaseParams,
  body: Type.Object(
    {
      words: RequestReplySchema,
      mediaIds: Type.Optional(RequestMediaIdsSchema),
      version: RequestVersionSchema,
    },
    exact,
  ),
  answer: RequestCaseSchema,
};

export const addRequestNoteSchemas = {
  params: CaseParams,
  body: Type.Object({ words: RequestReplySchema }, exact),
  answer: RequestCaseSchema,
};

export const getRequestFiguresSchemas = {
  params: CommunityParams,
  query: Type.Object(FigureQuery, exact),
  answer: RequestFiguresSchema,
};

export const exportRequestFiguresSchemas = {
  params: CommunityParams,
  query: Type.Object({ ...FigureQuery, format: Type.Enum([...requestFigureFormats]) }, exact),
  answer: FileSchema,
};
