import Type from 'typebox';
import { IdSchema, InstantSchema, OptionalTextSchema } from './http.schema';
import { companies, exportStates, identityKinds, membershipStatuses, peopleLimits } from './people';
import { roles } from './roles';

export const RoleSchema = Type.Enum([...roles]);
export const MembershipStatusSchema = Type.Enum([...membershipStatuses]);
const CompanySchema = Type.Enum([...companies]);

export const IdentitySchema = Type.Object({
  id: IdSchema,
  kind: Type.Enum([...identityKinds]),
  linkedAt: InstantSchema,
});

export const MembershipSchema = Type.Object({
  communityId: IdSchema,
  communityName: Type.String(),
  status: MembershipStatusSchema,
  roles: Type.Array(RoleSchema, { description: 'None counts while the membership is paused' }),
  desk: Type.Object(
    {
      seeMembers: Type.Boolean(),
      decideGridApplications: Type.Boolean(),
      setRoles: Type.Boolean(),
      seePartyReports: Type.Boolean(),
      seeAudit: Type.Boolean(),
      seeDeliveries: Type.Boolean(),
      seeMerchants: Type.Boolean(),
      seeCoupons: Type.Boolean(),
      seeRedemptions: Type.Boolean(),
      managePoints: Type.Boolean(),
      seeScreenings: Type.Boolean(),
      seeReports: Type.Boolean({ description: 'Of a department officer: those of their departments' }),
      decideReports: Type.Boolean(),
      seeActivities: Type.Boolean({ description: 'All of them; a leader sees their own without it' }),
      seeRequests: Type.Boolean({
        description: 'Of a department officer: those of their departments',
      }),
      setRequestCategories: Type.Boolean(),
      seeRequestFigures: Type.Boolean(),
      holdConsultations: Type.Boolean({ description: 'As an officer, or in the stead of one' }),
      setWorkingDays: Type.Boolean(),
      setActivityRules: Type.Boolean(),
      seeService: Type.Boolean(),
      seeApiKeys: Type.Boolean(),
      seeBulletins: Type.Boolean(),
    },
    { description: 'Which desks of this community are open to the asker' },
  ),
});

export const MeSchema = Type.Object({
  id: IdSchema,
  nickname: Type.String(),
  avatarUrl: Type.Union([Type.String({ description: 'Path below the host' }), Type.Null()]),
  company: Type.Union([CompanySchema, Type.Null()]),
  phone: Type.Union([Type.String({ description: 'In full: only its owner gets it so. E.164' }), Type.Null()]),
  identities: Type.Array(IdentitySchema),
  currentCommunityId: Type.Union([IdSchema, Type.Null()]),
  memberships: Type.Array(MembershipSchema),
  agreedNotice: Type.Union([
    Type.String({ description: 'Version of the privacy notice agreed to' }),
    Type.Null(),
  ]),
  deletionDueAt: Type.Union([InstantSchema, Type.Null()]),
});

export const ExportSchema = Type.Object({
  id: IdSchema,
  state: Type.Enum([...exportStates]),
  requestedAt: InstantSchema,
  expiresAt: Type.Union([InstantSchema, Type.Null()]),
  jsonUrl: Type.Union([
    Type.String({ description: 'Opens without a session until it expires' }),
    Type.Null(),
  ]),
  htmlUrl: Type.Union([Type.String(), Type.Null()]),
});

export const getMeSchemas = { answer: MeSchema };

export const updateMeSchemas = {
  body: Type.Object(
    {
      nickname: Type.Optional(
        Type.String({ minLength: 1, maxLength: peopleLimits.nicknameLength, pattern: '\\S' }),
      ),
      company: Type.Optional(Type.Union([CompanySchema, Type.Null()])),
      currentCommunityId: Type.Optional(IdSchema),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  answer: MeSchema,
};

export const setMyAvatarSchemas = {
  body: Type.Object(
    {
      image: Type.String({
        minLength: 1,
        maxLength: peopleLimits.avatarBase64Length,
        pattern: '^[A-Za-z0-9+/]+={0,2}$',
        description: 'JPEG, PNG or WebP in Base64, without a data: prefix',
      }),
    },
    { additionalProperties: false },
  ),
  answer: MeSchema,
};

export const removeMyAvatarSchemas = { answer: MeSchema };

export const createMyExportSchemas = { answer: ExportSchema };

export const listMyExportsSchemas = { answer: Type.Object({ items: Type.Array(ExportSchema) }) };

export const requestMyDeletionSchemas = { answer: MeSchema };

export const cancelMyDeletionSchemas = { answer: MeSchema };

/** Shared by the desks: a person as staff sees one. */
export const PersonSummarySchema = Type.Object({
  personId: IdSchema,
  nickname: Type.String(),
  avatarUrl: Type.Union([Type.String(), Type.Null()]),
  company: Type.Union([CompanySchema, Type.Null()]),
  maskedPhone: OptionalTextSchema,
});
