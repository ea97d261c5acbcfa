import Type from 'typebox';
import { IdSchema } from './http.schema';
import { reportLimits } from './reports';
import { ReportCategorySchema } from './reports.schema';

const exact = { additionalProperties: false };
const CaseParams = Type.Object({ communityId: IdSchema, reportId: IdSchema });
const MonthSchema = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', description: 'YYYY-MM' });

export const FiguresOfReportsSchema = Type.Object({
  received: Type.Integer({ description: 'Sent in the month' }),
  fixed: Type.Integer({ description: 'Done, and the reporter said so' }),
  unconfirmed: Type.Integer({ description: 'Said to be done; the reporter has not answered in time' }),
  awaiting: Type.Integer({
    description: 'Said to be done in the month; the reporter still has time to answer',
  }),
  closedNotFixed: Type.Integer({ description: 'Closed with a reason, without anything being done' }),
  notOurRemit: Type.Integer({ description: 'Somebody else’s to do, who was named' }),
  duplicates: Type.Integer({ description: 'The same as another' }),
  withdrawn: Type.Integer({ description: 'Taken back by the reporter' }),
  medianHours: Type.Union([Type.Number(), Type.Null()], {
    description: 'From sending to being done, of fixed, unconfirmed and awaiting ones; null without any',
  }),
});

export const ReportFiguresSchema = Type.Object({
  month: MonthSchema,
  total: FiguresOfReportsSchema,
  open: Type.Integer({ description: 'Not at an end yet, now' }),
  categories: Type.Array(
    Type.Object({ category: ReportCategorySchema, ...FiguresOfReportsSchema.properties }),
  ),
});

export const PublicitySchema = Type.Object({
  showsWords: Type.Boolean({ description: 'What the reporter wrote' }),
  showsReply: Type.Boolean({ description: 'The last reply of whoever worked on it' }),
  mediaIds: Type.Array(IdSchema, { maxItems: reportLimits.photos * 3, uniqueItems: true }),
});

export const getReportFiguresSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object({ month: Type.Optional(MonthSchema) }, exact),
  answer: ReportFiguresSchema,
};

export const getReportPublicitySchemas = { params: CaseParams, answer: PublicitySchema };

export const setReportPublicitySchemas = {
  params: CaseParams,
  body: Type.Object(PublicitySchema.properties, exact),
  answer: PublicitySchema,
};
