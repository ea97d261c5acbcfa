import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { idempotencyKeyHeader } from '../../contract/http';
import type { Settings } from './settings';

/** On every answer. Other origins read nothing unless they are named; nobody puts us into a frame. */
export async function sendSafeHeaders(
  app: FastifyInstance,
  {
    isProduction,
    allowedOrigins,
    publicUrl,
  }: Pick<Settings, 'isProduction' | 'allowedOrigins' | 'publicUrl'>,
): Promise<void> {
  const headers = Object.entries({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(isProduction &&
      publicUrl.startsWith('https:') && {
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      }),
  });
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) void reply.header(name, value);
    done();
  });
  if (allowedOrigins.length === 0) return;
  await app.register(cors, {
    origin: [...allowedOrigins],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', idempotencyKeyHeader],
    maxAge: 600,
  });
}
