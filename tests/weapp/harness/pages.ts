import type { Options } from './api-failure';
import type { Bundle } from './bundle';
import { textOf } from './built-in';
import { EventChannel } from './event-channel';
import type { Instance, Root } from './glass-easel';
import type { Renderer } from './renderer';
import type { ScreenRecord } from './wx-screen';

export interface Page {
  path: string;
  query: Record<string, string>;
  instance: Instance;
  root: Root;
  element: HTMLElement;
  /** Kept while it is covered. */
  scroll: number;
  title: string | null;
  isNearEnd: boolean;
}

export interface PageStackParts {
  bundle: Bundle;
  renderer: Renderer;
  window: Window;
  screen: () => ScreenRecord;
  define: (path: string) => void;
  meter: (instance: Instance, owner: string) => void;
  report: (error: unknown, where: string) => void;
  toApp: <Value>(value: Value) => Value;
  later: (action: () => void) => void;
}

const deepest = 10;

/** Handed over as written, not decoded. */
export const queryOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );

/** WeChat's page stack: which pages there are, and what they are told. */
export class PageStack {
  readonly lifecycle: string[] = [];
  private readonly stack: Page[] = [];
  private readonly tabs = new Map<string, Page>();
  private opened = 0;

  constructor(private readonly parts: PageStackParts) {
    parts.window.addEventListener('scroll', () => this.scrolled());
  }

  get top(): Page | undefined {
    return this.stack.at(-1);
  }

  get paths(): string[] {
    return this.stack.map(({ path }) => path);
  }

  get instances(): Instance[] {
    return this.stack.map(({ instance }) => instance);
  }

  isTab(path: string): boolean {
    return (this.parts.bundle.app.tabBar?.list ?? []).some(({ pagePath }) => pagePath === path);
  }

  tell(page: Page | undefined, event: string, ...given: unknown[]): unknown {
    if (!page) return undefined;
    this.lifecycle.push(`${page.path}.${event}`);
    const method = page.instance[event];
    try {
      return typeof method === 'function'
        ? (method as (...all: unknown[]) => unknown).apply(page.instance, given)
        : undefined;
    } catch (error) {
      this.parts.report(error, event);
      return undefined;
    }
  }

  navigate(kind: string, options: Options): object {
    if (kind === 'navigateBack') return this.back(Number(options['delta']) || 1);
    const [rawPath = '', rawQuery] = textOf(options['url']).split('?');
    const isAbsolute = rawPath.startsWith('/');
    const absolute = isAbsolute ? rawPath : new URL(rawPath, `http://x/${this.top?.path ?? ''}`).pathname;
    const path = absolute.replace(/^\//, '');
    if (!this.parts.bundle.pages.some((page) => page.path === path))
      throw new Error(`page "${path}" is not found`);
    if (kind === 'switchTab') return this.switchTab(path);
    if (kind !== 'reLaunch' && this.isTab(path)) throw new Error('can not navigateTo a tabbar page');
    if (kind === 'navigateTo' && this.stack.length >= deepest) throw new Error('webview count limit exceed');
    if (kind === 'reLaunch') this.clear();
    else if (kind === 'redirectTo') this.unload(this.stack.pop());
    else this.hide(this.top);
    return this.open(path, queryOf(rawQuery), (options['events'] ?? {}) as Record<string, () => void>);
  }

  /** All pages go, as when the mini-program is closed. */
  clear(): void {
    for (const page of new Set([...this.stack.splice(0), ...this.tabs.values()])) this.unload(page);
    this.tabs.clear();
  }

  private back(delta: number): object {
    const count = Math.min(delta, this.stack.length - 1);
    if (count < 1) throw new Error('cannot navigate back at first page.');
    for (const page of this.stack.splice(this.stack.length - count)) this.unload(page);
    this.show(this.top);
    return {};
  }

  private switchTab(path: string): object {
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page');
    const old = this.top;
    if (old?.path === path) return {};
    for (const page of this.stack.splice(0)) {
      if (this.isTab(page.path)) this.hide(page, page === old);
      else this.unload(page);
    }
    const known = this.tabs.get(path);
    const page = known ?? this.create(path, {});
    this.tabs.set(path, page);
    this.stack.push(page);
    if (known) this.show(page);
    else this.begin(page);
    return {};
  }

  private open(path: string, query: Record<string, string>, events: Record<string, () => void>): object {
    const page = this.create(path, query);
    if (this.isTab(path)) this.tabs.set(path, page);
    this.stack.push(page);
    const channel = new EventChannel();
    page.instance['getOpenerEventChannel'] = () => channel;
    for (const [name, listener] of Object.entries(events)) channel.on(name, listener);
    this.begin(page);
    return { eventChannel: channel };
  }

  private create(path: string, query: Record<string, string>): Page {
    const { bundle, renderer, window, define, meter, toApp } = this.parts;
    const root = bundle.pages.find((page) => page.path === path)?.root;
    if (root) this.lifecycle.push(`loadSubpackage ${root}`);
    define(path);
    const drawn = renderer.backend.createRoot('page', renderer.space, path);
    const instance = drawn.get();
    meter(instance, path);
    const id = (this.opened += 1);
    Object.assign(instance, {
      route: path,
      __route__: path,
      options: toApp(query),
      __webviewId__: id,
      getPageId: () => `pageId:${id}`,
    });
    const { document } = window;
    const place = document.createElement('div');
    document.body.appendChild(place);
    drawn.attach(document.body, place);
    const element = drawn.getComponent().getBackendElement();
    return { path, query, instance, root: drawn, element, scroll: 0, title: null, isNearEnd: false };
  }

  private begin(page: Page): void {
    this.tell(page, 'onLoad', page.instance['options']);
    this.show(page);
    this.parts.later(() => this.tell(page, 'onReady'));
  }

  private show(page: Page | undefined): void {
    if (!page) return;
    const { bundle, renderer, window, screen } = this.parts;
    window.document.body.appendChild(page.element);
    const style = renderer.styles.get(page.path);
    if (style) window.document.head.appendChild(style);
    const config = { ...bundle.app.window, ...bundle.configs[page.path] };
    screen().title = page.title ?? config.navigationBarTitleText ?? '';
    if (page.scroll) window.scrollTo(0, page.scroll);
    this.tell(page, 'onShow');
  }

  private hide(page: Page | undefined, isTold = true): void {
    if (!page) return;
    if (isTold) this.tell(page, 'onHide');
    page.scroll = this.parts.window.scrollY;
    page.title = this.parts.screen().title;
    this.takeAway(page);
  }

  private unload(page: Page | undefined): void {
    if (!page) return;
    this.tell(page, 'onUnload');
    page.root.release();
    this.takeAway(page);
  }

  private takeAway(page: Page): void {
    page.element.remove();
    this.parts.renderer.styles.get(page.path)?.remove();
  }

  private scrolled(): void {
    const page = this.top;
    if (!page) return;
    const { window, bundle, toApp } = this.parts;
    const { instance } = page;
    const told = instance['onPageScroll'];
    if (typeof told === 'function')
      (told as (event: object) => void).call(instance, toApp({ scrollTop: window.scrollY }));
    const left = window.document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
    const isNear = left <= (bundle.configs[page.path]?.onReachBottomDistance ?? 50);
    if (isNear && !page.isNearEnd) this.tell(page, 'onReachBottom');
    page.isNearEnd = isNear;
  }
}
