import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Log } from './log';

/** WeChat's JS-SDK: the one file that the H5 app takes from elsewhere. */
const jsSdk = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';

const contentSecurityPolicy = (scripts: readonly string[]) => [
  "default-src 'self'",
  ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https://*.tianditu.gov.cn",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const headersOfPages = (scripts: readonly string[]) => ({
  'content-security-policy': contentSecurityPolicy(scripts).join('; '),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self)',
  'cache-control': 'no-cache',
});

/** File names with a hash never change what they hold. */
const isHashed = (file: string) => /[./-][0-9a-f]{8,}\.\w+$/.test(file.replace(/\.(br|gz)$/, ''));

interface WebParts {
  readonly folder: string;
  /** With an official account: WeChat's browser may load its JS-SDK. */
  readonly hasJsSdk: boolean;
  readonly log: Log;
}

/** The built H5 app. Its router lives behind `#`, so `/` is its only page. */
export async function serveWeb(app: FastifyInstance, { folder, hasJsSdk, log }: WebParts): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(resolve(root, 'index.html'))) {
    log.warn('H5 app is not built: the API is served alone');
    return;
  }
  const headers = Object.entries(headersOfPages(hasJsSdk ? [jsSdk] : []));
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      if (isHashed(file)) return void reply.header('cache-control', 'public, max-age=31536000, immutable');
      for (const [name, value] of headers) reply.header(name, value);
    },
  });
}
