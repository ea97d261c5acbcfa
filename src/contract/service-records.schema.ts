import Type from 'typebox';
import {
  CursorSchema,
  DateSchema,
  FileSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  words,
} from './http.schema';
import {
  correctionStates,
  exportFields,
  honourKinds,
  serviceGrades,
  serviceKinds,
  serviceLimits,
} from './service-records';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const RecordParams = Type.Object({ communityId: IdSchema, recordId: IdSchema });
const CorrectionParams = Type.Object({ communityId: IdSchema, correctionId: IdSchema });
const MemberParams = Type.Object({ communityId: IdSchema, personId: IdSchema });
const VersionSchema = Type.Integer({ minimum: 0 });
const MinutesSchema = Type.Integer({ minimum: 0, maximum: serviceLimits.minutes });
const YearSchema = Type.Integer({ minimum: 2020, maximum: 2200 });
const OptionalMinutes = Type.Union([MinutesSchema, Type.Null()]);

export const ServiceCorrectionSchema = Type.Object({
  id: IdSchema,
  state: Type.Enum([...correctionStates]),
  wasMinutes: MinutesSchema,
  proposedMinutes: MinutesSchema,
  reason: Type.Union([Type.String(), Type.Null()], { description: 'null once it is old' }),
  grantedMinutes: OptionalMinutes,
  reply: OptionalTextSchema,
  askedAt: InstantSchema,
  decidedAt: Type.Union([InstantSchema, Type.Null()]),
  version: Type.Integer(),
});

export const ServiceRecordSchema = Type.Object({
  id: IdSchema,
  activityId: IdSchema,
  kind: Type.Enum([...serviceKinds]),
  content: Type.String(),
  place: Type.String(),
  servedOn: DateSchema,
  minutes: MinutesSchema,
  isByPlan: Type.Boolean({ description: 'Nobody checked out: what was planned counts' }),
  recorder: Type.Union([Type.String(), Type.Null()], { description: 'Nickname of who led it' }),
  grade: Type.Union([Type.Enum([...serviceGrades]), Type.Null()]),
  gradeWords: OptionalTextSchema,
  correction: Type.Union([ServiceCorrectionSchema, Type.Null()], { description: 'The last one asked for' }),
  version: Type.Integer(),
  can: Type.Object({ askCorrection: Type.Boolean() }),
});

/** A record with whose it is, for who led it and for staff. */
export const ServedRecordSchema = Type.Object({
  ...ServiceRecordSchema.properties,
  volunteer: Type.Union([
    Type.Object({ personId: IdSchema, nickname: Type.String(), number: Type.String() }),
    Type.Null(),
  ]),
  can: Type.Object({ askCorrection: Type.Boolean(), grade: Type.Boolean() }),
});

export const HonourSchema = Type.Object({
  id: IdSchema,
  kind: Type.Enum([...honourKinds]),
  title: Type.String(),
  givenBy: Type.String(),
  givenOn: DateSchema,
  minutes: Type.Union([Type.Integer(), Type.Null()]),
});

const TotalSchema = Type.Object({ minutes: Type.Integer(), times: Type.Integer() });

export const VolunteerSchema = Type.Object({
  number: Type.String({ description: 'Of the community, in place of an identity card’s; 藕塘志-0007' }),
  name: Type.Union([Type.String(), Type.Null()], { description: 'The real one, where they gave it' }),
  skills: Type.Array(Type.String()),
  version: Type.Integer(),
});

export const ServiceSummarySchema = Type.Object({
  volunteer: Type.Union([VolunteerSchema, Type.Null()]),
  total: TotalSchema,
  years: Type.Array(Type.Object({ year: Type.Integer(), ...TotalSchema.properties }), {
    description: 'The newest first',
  }),
  kinds: Type.Array(Type.Object({ kind: Type.Enum([...serviceKinds]), ...TotalSchema.properties })),
  honours: Type.Array(HonourSchema),
});

export const CorrectionCaseSchema = Type.Object({
  ...ServiceCorrectionSchema.properties,
  record: ServedRecordSchema,
  can: Type.Object({ decide: Type.Boolean() }),
});

export const ExportColumnSchema = Type.Object(
  {
    header: words(serviceLimits.headerLength),
    field: Type.Enum([...exportFields]),
    text: Type.Optional(
      Type.String({ maxLength: serviceLimits.fixedLength, description: 'Of `fixed`: the same in every row' }),
    ),
  },
  exact,
);

const settingsFields = {
  issuer: words(serviceLimits.issuerLength),
  head: Type.String({ maxLength: serviceLimits.nameLength }),
  contact: Type.String({ maxLength: serviceLimits.contactLength }),
  columns: Type.Array(ExportColumnSchema, { minItems: 1, maxItems: serviceLimits.columns }),
};

export const ServiceSettingsSchema = Type.Object({
  ...settingsFields,
  version: Type.Integer({ description: '0: as they are where nobody has changed them' }),
  can: Type.Object({ change: Type.Boolean() }),
});

const SpanQuery = Type.Object({ from: DateSchema, to: DateSchema }, exact);
const pageFields = { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) };

export const getMyServiceSchemas = { params: CommunityParams, answer: ServiceSummarySchema };

export const listMyServiceRecordsSchemas = {
  params: CommunityParams,
  query: Type.Object({ year: Type.Optional(YearSchema), ...pageFields }, exact),
  answer: PageSchema(ServiceRecordSchema),
};

export const getMyServiceRecordSchemas = { params: RecordParams, answer: ServiceRecordSchema };

export const updateMyVolunteerSchemas = {
  params: CommunityParams,
  body: Type.Object(
    { skills: Type.Array(words(serviceLimits.skillLength), { maxItems: serviceLimits.skills }) },
    exact,
  ),
  answer: VolunteerSchema,
};

export const setMyVolunteerNameSchemas = {
  params: CommunityParams,
  body: Type.Object(
    { name: words(serviceLimits.nameLength), noticeVersion: Type.String({ minLength: 1, maxLength: 32 }) },
    exact,
  ),
  answer: VolunteerSchema,
};

export const removeMyVolunteerNameSchemas = { params: CommunityParams };

export const askServiceCorrectionSchemas = {
  params: RecordParams,
  body: Type.Object({ proposedMinutes: MinutesSchema, reason: words(serviceLimits.reasonLength) }, exact),
  answer: ServiceRecordSchema,
};

export const withdrawServiceCorrectionSchemas = {
  params: CorrectionParams,
  body: Type.Object({ version: VersionSchema }, exact),
  answer: ServiceRecordSchema,
};

export const listServiceRecordsSchemas = {
  params: CommunityParams,
  query: Type.Object({ ...SpanQuery.properties, ...pageFields }, exact),
  answer: Type.Object({ ...PageSchema(ServedRecordSchema).properties, total: TotalSchema }),
};

export const listActivityServiceSchemas = {
  params: Type.Object({ communityId: IdSchema, activityId: IdSchema }),
  answer: Type.Object({ items: Type.Array(ServedRecordSchema) }),
};

export const gradeServiceSchemas = {
  params: RecordParams,
  body: Type.Object(
    {
      grade: Type.Enum([...serviceGrades]),
      words: Type.Optional(Type.String({ maxLength: serviceLimits.gradeWordsLength })),
      version: VersionSchema,
    },
    exact,
  ),
  answer: ServedRecordSchema,
};

export const listServiceCorrectionsSchemas = {
  params: CommunityParams,
  query: Type.Object({ state: Type.Optional(Type.Enum([...correctionStates])), ...pageFields }, exact),
  answer: PageSchema(CorrectionCaseSchema),
};

export const decideServiceCorrectionSchemas = {
  params: CorrectionParams,
  body: Type.Object(
    {
      decision: Type.Enum(['grant', 'decline']),
      minutes: Type.Optional(MinutesSchema),
      reply: words(serviceLimits.reasonLength),
      version: VersionSchema,
    },
    exact,
  ),
  answer: CorrectionCaseSchema,
};

export const getVolunteerServiceSchemas = {
  params: MemberParams,
  answer: Type.Object({
    ...ServiceSummarySchema.properties,
    person: Type.Object({ personId: IdSchema, nickname: Type.String() }),
    can: Type.Object({ addHonour: Type.Boolean() }),
  }),
};

export const addHonourSchemas = {
  params: MemberParams,
  body: Type.Object(
    {
      kind: Type.Enum([...honourKinds]),
      title: words(serviceLimits.titleLength),
      givenBy: words(serviceLimits.issuerLength),
      givenOn: DateSchema,
      minutes: Type.Optional(
        Type.Integer({ minimum: 1, maximum: serviceLimits.trainingMinutes, description: 'Of a training' }),
      ),
    },
    exact,
  ),
  answer: HonourSchema,
};

export const removeHonourSchemas = {
  params: Type.Object({ communityId: IdSchema, personId: IdSchema, honourId: IdSchema }),
};

export const getServiceSettingsSchemas = { params: CommunityParams, answer: ServiceSettingsSchema };

export const setServiceSettingsSchemas = {
  params: CommunityParams,
  body: Type.Object({ ...settingsFields, version: VersionSchema }, exact),
  answer: ServiceSettingsSchema,
};

export const previewServiceExportSchemas = {
  params: CommunityParams,
  query: SpanQuery,
  answer: Type.Object({
    rows: Type.Integer(),
    columns: Type.Array(
      Type.Object({
        header: Type.String(),
        missing: Type.Integer({ description: 'In how many rows nothing would stand' }),
      }),
    ),
  }),
};

export const exportServiceRecordsSchemas = { params: CommunityParams, query: SpanQuery, answer: FileSchema };
