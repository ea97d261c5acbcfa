import Type from 'typebox';
import { crs } from './positions';

export const LatitudeSchema = Type.Number({ minimum: -90, maximum: 90, description: 'Degrees, GCJ-02' });
export const LongitudeSchema = Type.Number({ minimum: -180, maximum: 180, description: 'Degrees, GCJ-02' });

export const PositionSchema = Type.Object({
  lat: LatitudeSchema,
  lng: LongitudeSchema,
  crs: Type.Literal(crs),
  accuracyM: Type.Number({
    minimum: 0,
    maximum: 100_000,
    description: 'Radius in metres the true place lies in',
  }),
});
