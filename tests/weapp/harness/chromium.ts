import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Bundle } from './bundle';
import { createHost, type Host, type HostOptions } from './host';
import type { Runtime } from './runtime';

/** As in WeChat: no eval, no requests of the page's own. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; font-src 'self' data:; connect-src 'none'";
const pictures: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};
const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no"></head>
<body><script src="/compiled.js"></script><script src="/page.js"></script></body></html>`;

const pageScript = fileURLToPath(new URL('./chromium-page.ts', import.meta.url));

async function bundledPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pageScript],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function compiledScript({ js, templates, wcc: _, ...bundle }: Bundle, appId: string): string {
  const code = Object.entries(js).map(([file, script]) => `${JSON.stringify(file)}:${script}`);
  const told = JSON.stringify({
    ...bundle,
    js: Object.fromEntries(Object.keys(js).map((file) => [file, ''])),
  });
  return `window.compiled={appId:${JSON.stringify(appId)},bundle:${told},templates:${templates},code:{${code.join(',\n')}}};`;
}

interface Files {
  dist: string;
  served: Record<string, [type: string, text: string]>;
}

function answer({ dist, served }: Files, path: string, response: ServerResponse): void {
  const known = served[path];
  const file = join(dist, normalize(path));
  const picture = pictures[extname(path)];
  response.setHeader('content-security-policy', policy);
  if (known) response.setHeader('content-type', `${known[0]}; charset=utf-8`).end(known[1]);
  else if (picture && existsSync(file))
    createReadStream(file).pipe(response.setHeader('content-type', picture));
  else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
}

/** A mini-program drawn by a real browser; `page` taps, types and takes pictures. */
export interface DrawnMiniProgram {
  page: Page;
  host: Host;
  /** Works on the running mini-program, in the page. */
  ask<Result, Argument>(
    work: (runtime: Runtime, argument: Argument) => Result,
    argument: Argument,
  ): Promise<Result>;
  launch(url?: string): Promise<void>;
  close(): Promise<void>;
}

export interface DrawOptions extends HostOptions {
  /** Of the screen under WeChat's bar, px. */
  height?: number;
}

/**
 * The same runtime in Chromium: real layout, styles and touches. Names of the DOM are hidden from the logic layer as in
 * WeChat, but it shares its world with the view: only the Node driver keeps them apart.
 */
export async function drawMiniProgram(
  browser: Browser,
  bundle: Bundle,
  { height = 724, ...options }: DrawOptions = {},
): Promise<DrawnMiniProgram> {
  const host = createHost(options);
  const files: Files = {
    dist: bundle.dist,
    served: {
      '/': ['text/html', html],
      '/page.js': ['text/javascript', await bundledPage()],
      '/compiled.js': ['text/javascript', compiledScript(bundle, host.appId)],
    },
  };
  const server = createServer(({ url }, response) =>
    answer(files, decodeURIComponent(new URL(url ?? '/', 'http://view').pathname), response),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const context = await browser.newContext({
    viewport: { width: bundle.width, height },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.exposeFunction('hostRequest', (given: Parameters<Host['request']>[0]) => host.request(given));
  await page.exposeFunction('hostCall', (api: string, given: object) => host.call(api, { ...given }));
  await page.goto(`http://127.0.0.1:${port}/`);
  const ask: DrawnMiniProgram['ask'] = (work, argument) =>
    page.evaluate(`(${work.toString()})(window.miniProgram, ${JSON.stringify(argument)})`);
  return {
    page,
    host,
    ask,
    launch: (url) =>
      ask((runtime, given) => setTimeout(() => runtime.launch(given), 0), url).then(() => undefined),
    async close() {
      await context.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
