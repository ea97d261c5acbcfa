import Type, { type TSchema } from 'typebox';
import { pageLimits } from './http';

export const IdSchema = Type.String({ format: 'uuid', description: 'UUIDv7' });
export const InstantSchema = Type.String({
  format: 'date-time',
  description: 'ISO 8601 with zone; where a place is meant, the offset is that of its community',
});
export const DateSchema = Type.String({
  format: 'date',
  description: 'Calendar day in the community’s zone',
});
export const CursorSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'nextCursor of the page before',
});
export const LimitSchema = Type.Integer({ minimum: 1, maximum: pageLimits.max, default: pageLimits.default });

export const OptionalTextSchema = Type.Union([Type.String(), Type.Null()]);

export const orNull = <Schema extends TSchema>(schema: Schema, options = {}) =>
  Type.Union([schema, Type.Null()], options);

/** A text in which something can be read. */
export const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

/** A page of a list. `nextCursor` is null at the end. */
export const PageSchema = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Union([CursorSchema, Type.Null()]) });

export const ProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  fields: Type.Optional(Type.Record(Type.String(), Type.String())),
  retryAfter: Type.Optional(Type.Integer()),
  current: Type.Optional(Type.Object({ state: Type.String(), version: Type.Integer() })),
});

/** A file small enough to travel in an answer. */
export const FileSchema = Type.Object({
  name: Type.String(),
  contentType: Type.String(),
  file: Type.String({ description: 'Base64' }),
});
