import Type from 'typebox';
import { DateSchema, InstantSchema } from './http.schema';

export const OpeningSpanSchema = Type.Object({
  opens: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  closes: Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' }),
});

export const OpeningHoursSchema = Type.Object({
  weekly: Type.Array(
    Type.Object({
      weekday: Type.Integer({ minimum: 1, maximum: 7 }),
      spans: Type.Array(OpeningSpanSchema, { maxItems: 4 }),
    }),
    { maxItems: 7 },
  ),
  exceptions: Type.Array(
    Type.Object({
      date: DateSchema,
      spans: Type.Array(OpeningSpanSchema, { maxItems: 4 }),
      note: Type.String({ maxLength: 40 }),
    }),
    { maxItems: 100 },
  ),
});

export const OpeningSchema = Type.Object({
  isOpen: Type.Boolean(),
  changesAt: Type.Union([InstantSchema, Type.Null()]),
});
