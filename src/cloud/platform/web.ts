import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Log } from './log';

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https://*.tianditu.gov.cn",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headersOfPages = {
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  'cache-control': 'no-cache',
};

/** File names with a hash never change what they hold. */
const isHashed = (file: string) => /[./-][0-9a-f]{8,}\.\w+$/.test(file.replace(/\.(br|gz)$/, ''));

/** The built H5 app. Its router lives behind `#`, so `/` is its only page. */
export async function serveWeb(app: FastifyInstance, folder: string, log: Log): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(resolve(root, 'index.html'))) {
    log.warn('H5 app is not built: the API is served alone');
    return;
  }
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      if (isHashed(file)) return void reply.header('cache-control', 'public, max-age=31536000, immutable');
      for (const [name, value] of Object.entries(headersOfPages)) reply.header(name, value);
    },
  });
}
