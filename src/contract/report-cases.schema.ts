import Type from 'typebox';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  PageSchema,
  orNull,
} from './http.schema';
import { DepartmentSchema } from './members.schema';
import { PersonSummarySchema } from './people.schema';
import { LatitudeSchema, LongitudeSchema, PositionSchema } from './positions.schema';
import { caseActions, caseLimits, caseOrders, dueKinds } from './report-cases';
import {
  ReplySchema,
  ReportCategorySchema,
  ReportEntrySchema,
  ReportPhotoSchema,
  ReportRowSchema,
  ReportSchema,
  ReportStateSchema,
} from './reports.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const CaseParams = Type.Object({ communityId: IdSchema, reportId: IdSchema });

const AssigneeSchema = Type.Union([
  Type.Object({ kind: Type.Literal('department'), id: IdSchema, name: Type.String() }),
  Type.Object({
    kind: Type.Literal('grid_member'),
    id: IdSchema,
    name: Type.String(),
    areas: Type.Array(Type.String()),
  }),
]);

const filters = {
  state: Type.Optional(Type.Array(ReportStateSchema)),
  category: Type.Optional(Type.Array(ReportCategorySchema)),
  departmentId: Type.Optional(IdSchema),
  gridMembershipId: Type.Optional(IdSchema),
  due: Type.Optional(Type.Enum([...dueKinds])),
  isOpen: Type.Optional(Type.Boolean()),
  search: Type.Optional(
    Type.String({ maxLength: caseLimits.searchLength, description: 'A number, or words of it or its place' }),
  ),
  from: Type.Optional(DateSchema),
  to: Type.Optional(DateSchema),
};

const box = { south: LatitudeSchema, west: LongitudeSchema, north: LatitudeSchema, east: LongitudeSchema };

export const CaseRowSchema = Type.Object({
  ...Type.Omit(ReportRowSchema, ['isMine']).properties,
  position: PositionSchema,
  due: Type.Enum([...dueKinds]),
  assignee: orNull(AssigneeSchema),
  escalation: Type.Integer({ description: 'How often it went past its deadline' }),
  followers: Type.Integer(),
  version: Type.Integer(),
});

export const CaseEntrySchema = Type.Object({
  ...ReportEntrySchema.properties,
  person: orNull(Type.String({ description: 'Nickname of who did it, for the desk' })),
  isInternal: Type.Boolean({ description: 'Not shown to the reporter' }),
});

export const CaseSchema = Type.Object({
  ...CaseRowSchema.properties,
  ...Type.Omit(ReportSchema, ['isMine', 'can', 'isFollowed', 'entries']).properties,
  entries: Type.Array(CaseEntrySchema),
  reporter: Type.Union([PersonSummarySchema, Type.Null()], {
    description: 'Null where they are gone, or anonymous to the asker',
  }),
  duplicates: Type.Array(Type.Object({ id: IdSchema, number: Type.Integer() })),
  givenBack: Type.Integer({ description: 'How often departments gave it back' }),
  workingMsLeft: orNull(
    Type.Integer({ description: 'Working time until its deadline, ms; null without one and past it' }),
  ),
  can: Type.Object(
    Object.fromEntries(caseActions.map((action) => [action, Type.Boolean()])) as Record<
      (typeof caseActions)[number],
      ReturnType<typeof Type.Boolean>
    >,
  ),
});

export const CaseDuplicateSchema = Type.Object({
  ...CaseRowSchema.properties,
  photos: Type.Array(ReportPhotoSchema),
  distanceM: Type.Integer(),
});

export const ReportMapSchema = Type.Object({
  markers: Type.Array(
    Type.Object({
      id: IdSchema,
      number: Type.Integer(),
      category: ReportCategorySchema,
      state: ReportStateSchema,
      due: Type.Enum([...dueKinds]),
      lat: LatitudeSchema,
      lng: LongitudeSchema,
    }),
  ),
  clusters: Type.Array(
    Type.Object({
      lat: LatitudeSchema,
      lng: LongitudeSchema,
      count: Type.Integer(),
      overdue: Type.Integer(),
    }),
  ),
});

export const CaseCountsSchema = Type.Object({
  states: Type.Array(
    Type.Object({ state: ReportStateSchema, count: Type.Integer(), overdue: Type.Integer() }),
  ),
  overdue: Type.Integer(),
  soon: Type.Integer(),
});

export const AssigneesSchema = Type.Object({
  departments: Type.Array(DepartmentSchema),
  gridMembers: Type.Array(
    Type.Object({
      id: IdSchema,
      name: Type.String({ description: 'Badge and nickname' }),
      areas: Type.Array(Type.String()),
    }),
  ),
});

export const ReplyTemplateSchema = Type.Object({
  id: IdSchema,
  title: Type.String(),
  text: Type.String(),
});

export const listCasesSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      ...filters,
      order: Type.Optional(Type.Enum([...caseOrders])),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(CaseRowSchema),
};

export const countCasesSchemas = {
  params: CommunityParams,
  query: Type.Object(filters, exact),
  answer: CaseCountsSchema,
};

export const getReportMapSchemas = {
  params: CommunityParams,
  query: Type.Object({ ...filters, ...box, zoom: Type.Integer({ minimum: 3, maximum: 20 }) }, exact),
  answer: ReportMapSchema,
};

export const getCaseSchemas = { params: CaseParams, answer: CaseSchema };

export const listPossibleDuplicatesSchemas = {
  params: CaseParams,
  answer: Type.Object({ items: Type.Array(CaseDuplicateSchema) }),
};

export const getOriginalPhotoSchemas = {
  params: Type.Object({ ...CaseParams.properties, mediaId: IdSchema }),
  answer: Type.Object({ url: Type.String(), expiresAt: InstantSchema }),
};

export const listAssigneesSchemas = {
  params: CommunityParams,
  answer: AssigneesSchema,
};

export const listReplyTemplatesSchemas = {
  params: CommunityParams,
  answer: Type.Object({ items: Type.Array(ReplyTemplateSchema) }),
};

export const saveReplyTemplateSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      title: Type.String({ minLength: 1, maxLength: caseLimits.templateTitleLength, pattern: '\\S' }),
      text: ReplySchema,
    },
    exact,
  ),
  answer: ReplyTemplateSchema,
};

export const removeReplyTemplateSchemas = {
  params: Type.Object({ communityId: IdSchema, templateId: IdSchema }),
};
