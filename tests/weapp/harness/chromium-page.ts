import * as adapter from 'glass-easel-miniprogram-adapter';
import * as glassEasel from 'glass-easel';
import type { Bundle } from './bundle';
import type { Adapter, GlassEasel } from './glass-easel';
import type { Host, RequestAnswer, RequestFailure, RequestOptions } from './host';
import type { Script } from './modules';
import { Runtime } from './runtime';

/** What the served scripts and the driver leave in the page. */
interface Served {
  compiled: {
    bundle: Bundle;
    appId: string;
    code: Record<string, Script>;
    templates: Record<string, unknown>;
  };
  hostRequest(options: RequestOptions): Promise<RequestAnswer | RequestFailure>;
  hostCall(api: string, options: Record<string, unknown>): Promise<unknown>;
  miniProgram?: Runtime;
}

const page = window as unknown as Window & Served;
const { bundle, appId, code, templates } = page.compiled;

/** The network and the stubs are in Node. */
const host: Host = {
  appId,
  calls: [],
  pending: 0,
  request: (options) => page.hostRequest(options),
  call: async (api, options) => (await page.hostCall(api, options)) ?? undefined,
  stub() {
    throw new Error('stubs are set in Node');
  },
};

const runtime = new Runtime({
  framework: {
    glassEasel: glassEasel as unknown as GlassEasel,
    adapter: adapter as unknown as Adapter,
  },
  bundle,
  templates,
  host,
  window,
  evaluate: (file) => code[file] as Script,
  appGlobal: {
    Object,
    Array,
    Date,
    Math,
    JSON,
    Promise,
    Map,
    Set,
    RegExp,
    Error,
    setTimeout,
    clearTimeout,
    console,
  },
  now: () => performance.now(),
});
window.addEventListener('error', ({ error }) => runtime.report(error, 'window'));
window.addEventListener('unhandledrejection', ({ reason }) => runtime.report(reason, 'promise'));
page.miniProgram = runtime;
