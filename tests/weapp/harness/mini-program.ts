import { createRequire } from 'node:module';
import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Bundle } from './bundle';
import { compile } from './compile';
import type { Adapter, GlassEasel } from './glass-easel';
import { Hands } from './hands';
import { createHost, type Host, type HostOptions, type Stub } from './host';
import type { Script } from './modules';
import { Runtime } from './runtime';
import type { Kept } from './wx-storage';

const require = createRequire(import.meta.url);

export interface OpenOptions extends HostOptions {
  /** Of `compile`, when it is opened more than once. */
  bundle?: Bundle;
  /** What the app of a former run kept. */
  storage?: Kept;
}

export interface LogLine {
  level: string;
  text: string;
}

const patience = 5_000;
const pollMs = 5;
/** So many looks without a change are quiet. */
const stillPolls = 10;

/** glass-easel's DOM backend reads these from the global object; put back at the end. */
const borrowed = ['window', 'document', 'Event', 'HTMLElement'] as const;

function lendGlobals(window: JSDOM['window']): () => void {
  const holder = globalThis as Record<string, unknown>;
  const before = borrowed.map((name) => [name, holder[name]] as const);
  for (const name of borrowed) holder[name] = name === 'window' ? window : window[name];
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(holder, name);
      else holder[name] = value;
    }
  };
}

const lineOf = (given: unknown[]) =>
  given
    .map((one) => {
      if (typeof one === 'string') return one;
      const { stack } = (one ?? {}) as { stack?: string };
      return stack ?? JSON.stringify(one);
    })
    .join(' ');

/** A world of its own for the logic layer: no DOM, no Node, no eval. */
class LogicLayer {
  readonly logs: LogLine[] = [];
  readonly context: vm.Context;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly parse: (text: string) => unknown;

  constructor(report: (error: unknown, where: string) => void) {
    const keep =
      (start: typeof setTimeout | typeof setInterval) =>
      (action: (...given: unknown[]) => void, ms?: number, ...given: unknown[]): number => {
        const run = () => {
          try {
            action(...given);
          } catch (error) {
            report(error, 'timer');
          }
        };
        const timer = start(run, ms);
        this.timers.add(timer);
        return timer[Symbol.toPrimitive]();
      };
    const log =
      (level: string) =>
      (...given: unknown[]) =>
        this.logs.push({ level, text: lineOf(given) });
    const levels = ['log', 'info', 'warn', 'error', 'debug'];
    const console = Object.fromEntries(levels.map((level) => [level, log(level)]));
    const stop = (timer?: number) => clearTimeout(timer);
    const globals = {
      setTimeout: keep(setTimeout),
      setInterval: keep(setInterval),
      clearTimeout: stop,
      clearInterval: stop,
      console: { ...console, group: () => undefined, groupEnd: () => undefined },
    };
    this.context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
    this.parse = vm.runInContext('JSON.parse', this.context) as (text: string) => unknown;
  }

  /** A copy in that world; functions and what holds them pass as they are. */
  readonly handOver = <Value>(value: Value): Value => {
    if (value === undefined) return value;
    const passing = Object.entries(value ?? {}).filter(
      ([, one]) => typeof one === 'function' || (typeof one === 'object' && one !== null && 'on' in one),
    );
    const copy = this.parse(JSON.stringify(value));
    return (passing.length > 0 ? Object.assign(copy as object, Object.fromEntries(passing)) : copy) as Value;
  };

  run(code: string, file: string): unknown {
    return vm.runInContext(code, this.context, { filename: file });
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}

/** A mini-program in a test's hands. */
export class MiniProgram extends Hands {
  readonly host: Host;
  readonly runtime: Runtime;
  private readonly logic: LogicLayer;
  private readonly giveBack: () => void;
  private readonly rejected = (error: unknown) => this.runtime.report(error, 'promise');

  constructor(
    readonly bundle: Bundle,
    private readonly dom: JSDOM,
    options: OpenOptions,
  ) {
    super(dom.window as unknown as Window & typeof globalThis);
    this.giveBack = lendGlobals(dom.window);
    this.host = createHost(options);
    this.logic = new LogicLayer((error, where) => this.runtime.report(error, where));
    this.runtime = new Runtime({
      framework: {
        glassEasel: require('glass-easel') as GlassEasel,
        adapter: require('glass-easel-miniprogram-adapter') as Adapter,
      },
      bundle,
      // The templates are code that glass-easel's compiler wrote.
      templates: vm.runInThisContext(`(${bundle.templates})`) as Record<string, unknown>,
      evaluate: (file) => this.logic.run(bundle.js[file] ?? '', file) as Script,
      host: this.host,
      window: dom.window as unknown as Window,
      appGlobal: this.logic.run('globalThis', 'global') as object,
      toApp: this.logic.handOver,
      now: () => performance.now(),
      ...(options.storage && { kept: options.storage }),
    });
    process.on('unhandledRejection', this.rejected);
  }

  get phone() {
    return this.runtime.phone;
  }

  get logs(): readonly LogLine[] {
    return this.logic.logs;
  }

  /** Calls an API as the mini-program would. */
  call(api: string, ...given: unknown[]): unknown {
    const method = this.runtime.wx[api];
    if (!method) throw new Error(`wx.${api} does not exist`);
    return method(...given);
  }

  stub(api: string, stub: Stub): void {
    this.host.stub(api, stub);
  }

  /** Waits until something holds; what it threw last says why it did not. */
  async until<Result>(check: () => Result | Promise<Result>, ms = patience): Promise<NonNullable<Result>> {
    const end = performance.now() + ms;
    for (;;) {
      let last: unknown = new Error(`timed out waiting for ${check.toString()}`);
      try {
        const result = await check();
        if (result) return result;
      } catch (error) {
        last = error;
      }
      if (performance.now() > end) throw last;
      await new Promise((next) => setTimeout(next, pollMs));
    }
  }

  /** Waits until a selector's text is this. */
  see(selector: string, text: string): Promise<true> {
    return this.until(() => {
      const shown = this.text(selector);
      if (shown !== text) throw new Error(`${selector} shows "${shown}", not "${text}"`);
      return true as const;
    });
  }

  /** Waits until something on screen says exactly this. */
  seeText(text: string | RegExp): Promise<Element> {
    return this.until(() => this.byText(text));
  }

  /** Waits until something says exactly this, and taps it. */
  async press(text: string | RegExp, options?: { nth?: number; within?: string }): Promise<void> {
    this.tap(await this.until(() => this.byText(text, options)));
  }

  /** Waits until nothing is asked of anyone any more and the screen has stopped changing. */
  async settled(): Promise<void> {
    let drawn = -1;
    let still = 0;
    await this.until(() => {
      const now = this.runtime.setDataLog.length;
      still = now === drawn && this.host.pending === 0 ? still + 1 : 0;
      drawn = now;
      return still >= stillPolls;
    });
  }

  html(): string {
    return this.$body.innerHTML;
  }

  close(): void {
    process.off('unhandledRejection', this.rejected);
    this.logic.close();
    this.runtime.dispose();
    this.dom.window.close();
    this.giveBack();
  }
}

/** A compiled mini-program inside Node: its view in jsdom, its logic in a world without DOM, Node or eval. */
export function openMiniProgram(dist: string, options: OpenOptions = {}): MiniProgram {
  const virtualConsole = new VirtualConsole(); // what jsdom cannot do (scrollTo, CSS it does not know) is no finding
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    pretendToBeVisual: true,
    url: 'http://view.local/',
    virtualConsole,
  });
  return new MiniProgram(options.bundle ?? compile(dist), dom, options);
}
