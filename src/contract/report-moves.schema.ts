import Type, { type TProperties } from 'typebox';
import { IdSchema, orNull } from './http.schema';
import { caseLimits } from './report-cases';
import { CaseRowSchema, CaseSchema } from './report-cases.schema';
import { reportLimits } from './reports';
import { MediaIdsSchema, ReplySchema, ReportCategorySchema, VersionSchema } from './reports.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const CaseParams = Type.Object({ communityId: IdSchema, reportId: IdSchema });
const body = <Properties extends TProperties>(properties: Properties) =>
  Type.Object({ ...properties, version: VersionSchema }, exact);

const AssigneeChoiceSchema = Type.Object(
  { kind: Type.Enum(['department', 'grid_member']), id: IdSchema },
  exact,
);

export const assignReportSchemas = {
  params: CaseParams,
  body: body({ assignee: AssigneeChoiceSchema, words: Type.Optional(orNull(ReplySchema)) }),
  answer: CaseSchema,
};

export const recategoriseReportSchemas = {
  params: CaseParams,
  body: body({ category: ReportCategorySchema, reason: ReplySchema }),
  answer: CaseSchema,
};

export const rejectReportSchemas = {
  params: CaseParams,
  body: body({ reason: ReplySchema }),
  answer: CaseSchema,
};

const ReceiverSchema = Type.String({ minLength: 1, maxLength: caseLimits.receiverLength, pattern: '\\S' });

export const referReportSchemas = {
  params: CaseParams,
  body: body({ receiver: ReceiverSchema, reason: ReplySchema }),
  answer: CaseSchema,
};

export const mergeReportSchemas = {
  params: CaseParams,
  body: body({ canonicalId: IdSchema, words: Type.Optional(orNull(ReplySchema)) }),
  answer: CaseSchema,
};

export const acceptReportSchemas = { params: CaseParams, body: body({}), answer: CaseSchema };

export const giveBackReportSchemas = {
  params: CaseParams,
  body: body({ reason: ReplySchema }),
  answer: CaseSchema,
};

export const askReporterSchemas = {
  params: CaseParams,
  body: body({ question: ReplySchema }),
  answer: CaseSchema,
};

export const scheduleReportSchemas = {
  params: CaseParams,
  body: body({ until: Type.String({ format: 'date-time' }), words: ReplySchema }),
  answer: CaseSchema,
};

export const transferReportSchemas = {
  params: CaseParams,
  body: body({
    receiver: ReceiverSchema,
    until: Type.Optional(orNull(Type.String({ format: 'date-time' }))),
    words: ReplySchema,
  }),
  answer: CaseSchema,
};

export const resumeReportSchemas = {
  params: CaseParams,
  body: body({ words: Type.Optional(orNull(ReplySchema)) }),
  answer: CaseSchema,
};

export const resolveReportSchemas = {
  params: CaseParams,
  body: body({
    words: ReplySchema,
    beforeMediaIds: Type.Optional(MediaIdsSchema),
    afterMediaIds: Type.Array(IdSchema, { maxItems: reportLimits.photos, uniqueItems: true }),
  }),
  answer: CaseSchema,
};

export const decideReopeningSchemas = {
  params: CaseParams,
  body: body({
    isAccepted: Type.Boolean(),
    reply: ReplySchema,
    assignee: Type.Optional(orNull(AssigneeChoiceSchema)),
  }),
  answer: CaseSchema,
};

export const addReportNoteSchemas = {
  params: CaseParams,
  body: Type.Object({ words: ReplySchema }, exact),
  answer: CaseSchema,
};

export const moveReportsSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      items: Type.Array(Type.Object({ reportId: IdSchema, version: VersionSchema }, exact), {
        minItems: 1,
        maxItems: caseLimits.bulk,
      }),
      move: Type.Union([
        Type.Object(
          {
            action: Type.Literal('assign'),
            assignee: AssigneeChoiceSchema,
            words: Type.Optional(orNull(ReplySchema)),
          },
          exact,
        ),
        Type.Object({ action: Type.Literal('reject'), reason: ReplySchema }, exact),
        Type.Object({ action: Type.Literal('refer'), receiver: ReceiverSchema, reason: ReplySchema }, exact),
      ]),
    },
    exact,
  ),
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        reportId: IdSchema,
        moved: orNull(CaseRowSchema),
        problem: orNull(Type.Object({ code: Type.String(), detail: Type.String() })),
      }),
    ),
  }),
};
