import XMLBuilder from 'fast-xml-builder';
import type { FastifyReply } from 'fastify';

export type Format = 'json' | 'xml';
/** In XML a list is an element of its own around each of its items: `requests` → `service_requests`, `request`. */
interface Named {
  list: string;
  item: string;
}

const builder = new XMLBuilder({ format: false, suppressEmptyNode: true });

/** Null becomes an empty element, which is how GeoReport says “not known”. */
const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled);
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner)]));
};

const xmlOf = (content: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${builder.build(filled(content))}`;

const types: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** A list as the format has it. */
export function sendList(
  reply: FastifyReply,
  format: Format,
  { list, item }: Named,
  items: readonly object[],
): FastifyReply {
  const text = format === 'json' ? JSON.stringify(items) : xmlOf({ [list]: { [item]: items } });
  return reply.type(types[format]).send(text);
}

/** One thing: in XML the element of that name. */
export function sendOne(
  reply: FastifyReply,
  format: Format,
  name: string,
  json: object,
  xml: object = json,
): FastifyReply {
  const text = format === 'json' ? JSON.stringify(json) : xmlOf({ [name]: xml });
  return reply.type(types[format]).send(text);
}
