import Type from 'typebox';
import { CodesSchema } from './codes.schema';
import { CursorSchema, IdSchema, InstantSchema, LimitSchema, PageSchema } from './http.schema';
import { OpeningHoursSchema, OpeningSchema } from './opening-hours.schema';
import { LatitudeSchema, LongitudeSchema, PositionSchema } from './positions.schema';
import { facilityCodes, stationKinds, stationStatuses, stationTiers } from './stations';

export const FacilityCodeSchema = Type.Enum([...facilityCodes]);
const TierSchema = Type.Enum([...stationTiers]);
const KindSchema = Type.Enum([...stationKinds]);
const StatusSchema = Type.Enum([...stationStatuses]);

export const StationRowSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  name: Type.String(),
  tier: TierSchema,
  kind: KindSchema,
  status: StatusSchema,
  address: Type.String(),
  position: PositionSchema,
  facilities: Type.Array(
    Type.Object({
      code: FacilityCodeSchema,
      isWorking: Type.Boolean({ description: 'False while out of order' }),
    }),
  ),
  opening: OpeningSchema,
  distanceM: Type.Union([
    Type.Integer({ description: 'Straight line from the asker’s position, metres' }),
    Type.Null(),
  ]),
});

export const StationSchema = Type.Object({
  ...StationRowSchema.properties,
  parent: Type.Union([Type.Object({ id: IdSchema, name: Type.String() }), Type.Null()]),
  hours: OpeningHoursSchema,
  guide: Type.String({ description: 'How to find the door' }),
  statusNote: Type.Union([Type.String(), Type.Null()]),
  photos: Type.Array(Type.Object({ url: Type.String(), alt: Type.String() })),
  phone: Type.Union([Type.String(), Type.Null()]),
  capacity: Type.Union([Type.Integer({ description: 'How many people it holds' }), Type.Null()]),
  verifiedAt: Type.Union([InstantSchema, Type.Null()]),
  can: Type.Object(
    { checkIn: Type.Boolean(), seeCodes: Type.Boolean(), tallyWalkIns: Type.Boolean() },
    { description: 'What the asker may do; a guest may nothing yet' },
  ),
});

export const MiniProgramCodeSchema = Type.Object({
  contentType: Type.Enum(['image/png', 'image/jpeg']),
  image: Type.String({ description: 'Base64' }),
});

export const listStationsSchemas = {
  query: Type.Object(
    {
      communityId: Type.Optional(IdSchema),
      lat: Type.Optional(LatitudeSchema),
      lng: Type.Optional(LongitudeSchema),
      south: Type.Optional(LatitudeSchema),
      west: Type.Optional(LongitudeSchema),
      north: Type.Optional(LatitudeSchema),
      east: Type.Optional(LongitudeSchema),
      facilities: Type.Optional(Type.Array(FacilityCodeSchema, { maxItems: facilityCodes.length })),
      kind: Type.Optional(KindSchema),
      openNow: Type.Optional(Type.Boolean()),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    { additionalProperties: false },
  ),
  answer: PageSchema(StationRowSchema),
};

export const getStationSchemas = {
  params: Type.Object({ stationId: IdSchema }),
  query: Type.Object(
    { lat: Type.Optional(LatitudeSchema), lng: Type.Optional(LongitudeSchema) },
    { additionalProperties: false },
  ),
  answer: StationSchema,
};

export const getStationCodesSchemas = {
  params: Type.Object({ stationId: IdSchema }),
  answer: CodesSchema,
};

export const replaceStationCodeSchemas = {
  params: Type.Object({ stationId: IdSchema }),
  answer: CodesSchema,
};

export const getStationMiniProgramCodeSchemas = {
  params: Type.Object({ stationId: IdSchema }),
  answer: MiniProgramCodeSchema,
};
