import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problems } from '../../contract/http';
import { refuse } from './refusal';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body is bytes, and nothing else. */
    takesBytes?: boolean;
  }
}

export const bytesType = 'application/octet-stream';

/** Bodies that are bytes, for the endpoints that take them; to all others they are none of theirs. */
export function acceptBytes(app: FastifyInstance): void {
  app.addContentTypeParser<Buffer>(bytesType, { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.config.takesBytes) done(null, body);
    else done(refuse(problems.unsupported_media_type));
  });
}

/** The body; none counts as no bytes. */
export function bytesIn({ body }: FastifyRequest): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  throw refuse(problems.unsupported_media_type);
}
