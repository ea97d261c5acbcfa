import Type from 'typebox';
import {
  CursorSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';
import { PhotoSchema } from './media.schema';
import { LatitudeSchema, LongitudeSchema, PositionSchema } from './positions.schema';
import { gridTaskKinds } from './report-checks';
import { reportLimits } from './reports';
import {
  ReplySchema,
  ReportCategorySchema,
  ReportPhotoSchema,
  ReportStateSchema,
  VersionSchema,
} from './reports.schema';

const exact = { additionalProperties: false };

export const GridTaskSchema = Type.Object({
  id: IdSchema,
  number: Type.Integer(),
  kind: Type.Enum([...gridTaskKinds]),
  category: ReportCategorySchema,
  state: ReportStateSchema,
  words: OptionalTextSchema,
  placeText: OptionalTextSchema,
  position: PositionSchema,
  distanceM: Type.Union([Type.Integer(), Type.Null()]),
  photos: Type.Array(ReportPhotoSchema),
  photo: Type.Union([PhotoSchema, Type.Null()]),
  dueAt: Type.Union([InstantSchema, Type.Null()]),
  isOverdue: Type.Boolean(),
  version: Type.Integer(),
});

export const GridFiguresSchema = Type.Object({
  month: Type.String({ description: 'YYYY-MM' }),
  reported: Type.Integer(),
  resolved: Type.Integer({ description: 'Given to them and done' }),
  verified: Type.Integer({ description: 'Looked at on the spot' }),
  foundUnmended: Type.Integer({ description: 'Of these: said to be done, and was not' }),
});

export const listGridTasksSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object(
    {
      lat: Type.Optional(LatitudeSchema),
      lng: Type.Optional(LongitudeSchema),
      kind: Type.Optional(Type.Enum([...gridTaskKinds])),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(GridTaskSchema),
};

export const verifyReportSchemas = {
  params: Type.Object({ communityId: IdSchema, reportId: IdSchema }),
  body: Type.Object(
    {
      isMended: Type.Boolean(),
      words: Type.Optional(Type.Union([ReplySchema, Type.Null()])),
      mediaIds: Type.Array(IdSchema, { maxItems: reportLimits.photos, uniqueItems: true }),
      position: Type.Optional(Type.Union([PositionSchema, Type.Null()])),
      version: VersionSchema,
    },
    exact,
  ),
  answer: GridTaskSchema,
};

export const getGridFiguresSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object({ month: Type.Optional(Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' })) }, exact),
  answer: GridFiguresSchema,
};
