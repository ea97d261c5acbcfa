import Type from 'typebox';
import { blockMapKinds } from './communities';
import { IdSchema } from './http.schema';
import { LatitudeSchema, LongitudeSchema, PositionSchema } from './positions.schema';

export const CommunitySchema = Type.Object({
  id: IdSchema,
  slug: Type.String(),
  name: Type.String({ description: '藕塘社区' }),
  subdistrict: Type.String({ description: '海棠街道' }),
  district: Type.String({ description: '庐阳区' }),
  city: Type.String({ description: '合肥' }),
  centre: PositionSchema,
  timeZone: Type.String({ description: 'IANA name, e.g. Asia/Shanghai' }),
  isDemo: Type.Boolean({ description: 'Demonstration data, not facts' }),
  distanceM: Type.Union([Type.Integer(), Type.Null()]),
});

const LngLatSchema = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 });

const FeatureSchema = Type.Object({
  type: Type.Literal('Feature'),
  geometry: Type.Union([
    Type.Object({ type: Type.Literal('Polygon'), coordinates: Type.Array(Type.Array(LngLatSchema)) }),
    Type.Object({ type: Type.Literal('LineString'), coordinates: Type.Array(LngLatSchema) }),
  ]),
  properties: Type.Object({
    kind: Type.Enum([...blockMapKinds]),
    name: Type.Optional(Type.String()),
  }),
});

export const BlockMapSchema = Type.Object({
  communityId: IdSchema,
  features: Type.Object({ type: Type.Literal('FeatureCollection'), features: Type.Array(FeatureSchema) }),
  tiles: Type.Union([Type.Object({ provider: Type.Literal('tianditu'), key: Type.String() }), Type.Null()]),
});

export const listCommunitiesSchemas = {
  query: Type.Object(
    { lat: Type.Optional(LatitudeSchema), lng: Type.Optional(LongitudeSchema) },
    { additionalProperties: false },
  ),
  answer: Type.Object({ items: Type.Array(CommunitySchema) }),
};

export const getBlockMapSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  answer: BlockMapSchema,
};
