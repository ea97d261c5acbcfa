import Type from 'typebox';
import {
  CursorSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';
import { gridDecisions, gridStates, memberLimits, statusChanges } from './members';
import { MembershipSchema, MembershipStatusSchema, PersonSummarySchema, RoleSchema } from './people.schema';

const CommunityParams = Type.Object({ communityId: IdSchema });
const MemberParams = Type.Object({ communityId: IdSchema, personId: IdSchema });
const ReasonSchema = Type.String({ minLength: 1, maxLength: memberLimits.reasonLength, pattern: '\\S' });
const AreasSchema = Type.Array(
  Type.String({ minLength: 1, maxLength: memberLimits.areaLength, pattern: '\\S' }),
  { minItems: 1, maxItems: memberLimits.areas, uniqueItems: true },
);

export const MemberSchema = Type.Object({
  ...PersonSummarySchema.properties,
  status: MembershipStatusSchema,
  pauseReason: OptionalTextSchema,
  roles: Type.Array(RoleSchema),
  departmentIds: Type.Array(IdSchema, { description: 'Where a department officer works' }),
  gridNumber: OptionalTextSchema,
  joinedAt: InstantSchema,
  version: Type.Integer({ description: 'Rises with every change; changes name the one they saw' }),
  can: Type.Object({
    setStatus: Type.Boolean(),
    setRoles: Type.Boolean(),
    giveRoles: Type.Array(RoleSchema, { description: 'The roles the asker may give and take' }),
  }),
});

export const DepartmentSchema = Type.Object({ id: IdSchema, name: Type.String() });

export const GridMembershipSchema = Type.Object({
  id: IdSchema,
  state: Type.Enum([...gridStates]),
  number: Type.Union([Type.String({ description: 'On the badge, e.g. 藕塘-007' }), Type.Null()]),
  areas: Type.Array(Type.String()),
  note: OptionalTextSchema,
  reason: Type.Union([Type.String({ description: 'Why it was declined' }), Type.Null()]),
  appliedAt: InstantSchema,
  decidedAt: Type.Union([InstantSchema, Type.Null()]),
  version: Type.Integer(),
});

export const GridApplicationSchema = Type.Object({
  ...GridMembershipSchema.properties,
  person: PersonSummarySchema,
  can: Type.Object({ decide: Type.Boolean() }),
});

export const PartyReportSchema = Type.Object({
  branch: Type.String({ description: 'Where the member’s party organisation is, in their own words' }),
  reportedAt: InstantSchema,
});

export const joinCommunitySchemas = { params: CommunityParams, answer: MembershipSchema };

export const leaveCommunitySchemas = { params: CommunityParams };

export const listMembersSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      search: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 40,
          description: 'Part of a nickname, a whole phone number, or a grid number',
        }),
      ),
      status: Type.Optional(MembershipStatusSchema),
      role: Type.Optional(RoleSchema),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    { additionalProperties: false },
  ),
  answer: PageSchema(MemberSchema),
};

export const getMemberSchemas = { params: MemberParams, answer: MemberSchema };

export const setMemberStatusSchemas = {
  params: MemberParams,
  body: Type.Object(
    {
      status: Type.Enum([...statusChanges], { description: '`resumed`: what it was before the pause' }),
      reason: Type.Optional(ReasonSchema),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  answer: MemberSchema,
};

export const setMemberRolesSchemas = {
  params: MemberParams,
  body: Type.Object(
    {
      roles: Type.Array(RoleSchema, { uniqueItems: true }),
      departmentIds: Type.Array(IdSchema, { uniqueItems: true, maxItems: 20 }),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  answer: MemberSchema,
};

export const listDepartmentsSchemas = {
  params: CommunityParams,
  answer: Type.Object({ items: Type.Array(DepartmentSchema) }),
};

export const applyForGridSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      areas: AreasSchema,
      note: Type.Optional(Type.String({ minLength: 1, maxLength: memberLimits.noteLength, pattern: '\\S' })),
    },
    { additionalProperties: false },
  ),
  answer: GridMembershipSchema,
};

export const getMyGridMembershipSchemas = {
  params: CommunityParams,
  answer: Type.Object({ membership: Type.Union([GridMembershipSchema, Type.Null()]) }),
};

export const updateMyGridMembershipSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      state: Type.Optional(Type.Enum(['active', 'paused', 'left', 'withdrawn'])),
      areas: Type.Optional(AreasSchema),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  answer: GridMembershipSchema,
};

export const listGridApplicationsSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      state: Type.Optional(Type.Enum([...gridStates])),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    { additionalProperties: false },
  ),
  answer: PageSchema(GridApplicationSchema),
};

export const decideGridApplicationSchemas = {
  params: Type.Object({ communityId: IdSchema, applicationId: IdSchema }),
  body: Type.Object(
    {
      decision: Type.Enum([...gridDecisions]),
      reason: Type.Optional(ReasonSchema),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  answer: GridApplicationSchema,
};

export const getMyPartyReportSchemas = {
  params: CommunityParams,
  answer: Type.Object({ report: Type.Union([PartyReportSchema, Type.Null()]) }),
};

export const reportInSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      branch: Type.String({ minLength: 1, maxLength: memberLimits.branchLength, pattern: '\\S' }),
      noticeVersion: Type.String({
        minLength: 1,
        maxLength: 32,
        description: 'The notice whose consent is given with this',
      }),
    },
    { additionalProperties: false },
  ),
  answer: PartyReportSchema,
};

export const removeMyPartyReportSchemas = { params: CommunityParams };

export const listPartyReportsSchemas = {
  params: CommunityParams,
  query: Type.Object(
    { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) },
    { additionalProperties: false },
  ),
  answer: PageSchema(Type.Object({ person: PersonSummarySchema, ...PartyReportSchema.properties })),
};

export const countPartyReportsSchemas = {
  params: CommunityParams,
  answer: Type.Object({ total: Type.Integer() }),
};
