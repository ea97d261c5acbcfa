import type { Bundle } from './bundle';
import { createEventBridge } from './events';
import type { Host } from './host';
import { componentOf, type EaselComponent, type Values } from './glass-easel';
import { createModules, type Script } from './modules';
import { PageStack, queryOf } from './pages';
import { Phone } from './phone';
import { createRenderer, type Framework } from './renderer';
import { createMeter, type SetDataCall } from './set-data';
import { createWx, type WxWorld } from './wx';
import type { Kept } from './wx-storage';

export interface RuntimeParts {
  framework: Framework;
  bundle: Bundle;
  /** Every template of the bundle, evaluated. */
  templates: Record<string, unknown>;
  evaluate: (file: string) => Script;
  host: Host;
  window: Window;
  /** `global` of the logic layer. */
  appGlobal: object;
  /** Hands a value over to the logic layer's world. */
  toApp?: <Value>(value: Value) => Value;
  now: () => number;
  kept?: Kept;
}

export interface RuntimeError {
  message: string;
  where: string;
  stack: string | undefined;
}

/** glass-easel says it of attributes and first, empty <comp> passes that WeChat ignores. */
const quiet = /is not a valid property|for-list data is neither/;

/** What went wrong, kept for the test to look at. */
class Complaints {
  readonly errors: RuntimeError[] = [];
  readonly warnings = new Set<string>();
  onError: (text: string) => void = () => undefined;

  readonly report = (error: unknown, where = ''): boolean => {
    const { message, errMsg, stack } = (error ?? {}) as { message?: string; errMsg?: string; stack?: string };
    this.errors.push({ message: message ?? errMsg ?? String(error), where, stack });
    this.onError(stack ?? String(error));
    return false;
  };

  readonly warn = (text: string): boolean => {
    if (!quiet.test(text)) this.warnings.add(text);
    return false;
  };
}

export interface LaunchOptions {
  /** 场景值; 1001 from the list of mini-programs, 1011 by a scanned code. */
  scene?: number;
}

/** A running mini-program, whatever draws it. */
export class Runtime {
  readonly phone = new Phone();
  readonly setDataLog: SetDataCall[] = [];
  readonly pages: PageStack;
  private readonly complaints = new Complaints();
  private readonly world: WxWorld;
  private readonly modules;
  private readonly bridge;
  private readonly toApp: <Value>(value: Value) => Value;
  private launchOptions: object = {};

  private readonly host: Host;

  constructor(private readonly parts: RuntimeParts) {
    const { framework, bundle, host, window, now, evaluate, appGlobal, kept } = parts;
    this.host = host;
    const { report, warn } = this.complaints;
    const later = (action: () => void) => void setTimeout(action, 0);
    const toApp = parts.toApp ?? (<Value>(value: Value) => value);
    const meter = createMeter({ log: this.setDataLog, warn, now, later });
    this.toApp = toApp;
    this.bridge = createEventBridge(toApp);
    framework.glassEasel.addGlobalErrorListener(report);
    framework.glassEasel.addGlobalWarningListener(warn);
    const renderer = createRenderer({
      framework,
      bundle,
      templates: parts.templates,
      document: window.document,
      open: (api, options) => void this.wx[api]?.(options),
      tapped: (button) => this.buttonTapped(button),
    });
    this.pages = new PageStack({
      bundle,
      renderer,
      window,
      screen: () => this.world.screen,
      define: (path) => this.modules.define(path),
      meter,
      report,
      toApp,
      later,
    });
    this.world = createWx({
      bundle,
      phone: this.phone,
      host,
      kept,
      toApp,
      later,
      now,
      warn,
      pages: {
        navigate: (kind, options) => this.pages.navigate(kind, options),
        current: () => this.topPage.instance,
        launchOptions: () => this.launchOptions,
        pullDown: () => this.pullDown(),
      },
    });
    this.modules = createModules({
      bundle,
      space: renderer.space,
      bridge: this.bridge,
      wx: this.wx,
      evaluate,
      meter,
      currentPages: () => this.pages.instances,
      appGlobal,
    });
    this.complaints.onError = (text) => this.modules.app()?.onError?.(text);
  }

  get wx() {
    return this.world.wx;
  }

  /** What WeChat itself would draw: bar, tabs, toasts. */
  get screen() {
    return this.world.screen;
  }

  get errors() {
    return this.complaints.errors;
  }

  get warnings() {
    return [...this.complaints.warnings];
  }

  get lifecycle() {
    return this.pages.lifecycle;
  }

  get app() {
    return this.modules.app();
  }

  /** The page on screen. */
  get page(): { path: string; query: Record<string, string>; data: Values } {
    const { path, query, instance } = this.topPage;
    return { path, query, data: instance.data };
  }

  stack(): string[] {
    return this.pages.paths;
  }

  readonly report = (error: unknown, where: string): void => void this.complaints.report(error, where);

  /** Starts it, cold, at a page or the first one. */
  launch(url: string = this.parts.bundle.pages[0]?.path ?? '', { scene = 1001 }: LaunchOptions = {}): void {
    const { bundle } = this.parts;
    this.setLaunchOptions(url, scene);
    this.modules.load('app.js');
    if (!this.app) throw new Error('app.js did not call App()');
    const isLazy = bundle.app.lazyCodeLoading === 'requiredComponents';
    // Pages of the main package are all evaluated at the start, unless code is loaded lazily.
    for (const { path, root } of bundle.pages) if (!root && !isLazy) this.modules.define(path);
    const options = this.toApp(this.launchOptions);
    this.app.onLaunch?.(options);
    this.app.onShow?.(options);
    this.pages.navigate('reLaunch', { url: `/${url.replace(/^\//, '')}` });
  }

  background(): void {
    this.pages.tell(this.pages.top, 'onHide');
    this.app?.onHide?.();
    this.world.emit('AppHide');
  }

  /** Back to the front; opened by a code, at the page it leads to. */
  foreground(url?: string, { scene = 1011 }: LaunchOptions = {}): void {
    if (url) this.setLaunchOptions(url, scene);
    this.app?.onShow?.(this.toApp(this.launchOptions));
    this.world.emit('AppShow', this.launchOptions);
    if (url) this.pages.navigate('reLaunch', { url: `/${url.replace(/^\//, '')}` });
    else this.pages.tell(this.pages.top, 'onShow');
  }

  /** Taps a tab of the tab bar by its text. */
  tapTab(text: string): void {
    const { tabs, isTabBarHidden } = this.screen;
    const from = this.topPage;
    if (isTabBarHidden || !this.pages.isTab(from.path)) throw new Error(`${from.path} shows no tab bar`);
    const index = tabs.findIndex((tab) => tab.text === text);
    const tab = tabs[index];
    if (!tab) throw new Error(`no tab "${text}" among ${tabs.map((other) => other.text).join(', ')}`);
    this.pages.navigate('switchTab', { url: `/${tab.pagePath}` });
    const told = this.toApp({ index, pagePath: tab.pagePath, text });
    if (this.topPage.instance['onTabItemTap']) this.pages.tell(this.pages.top, 'onTabItemTap', told);
  }

  pullDown(): void {
    this.pages.tell(this.pages.top, 'onPullDownRefresh');
  }

  reachBottom(): void {
    this.pages.tell(this.pages.top, 'onReachBottom');
  }

  /** What the page answers to 转发; from a button, the button's element. */
  share(from: 'menu' | 'button' = 'menu', button?: Element): unknown {
    const component = componentOf(button);
    const options = { from, ...(component && { target: this.bridge.targetOf(component) }) };
    return this.pages.tell(this.pages.top, 'onShareAppMessage', this.toApp(options));
  }

  /** What the app has kept so far, for the next run. */
  exportStorage(): Kept {
    return this.world.storage.export();
  }

  dispose(): void {
    const { glassEasel } = this.parts.framework;
    const { report, warn } = this.complaints;
    glassEasel.removeGlobalErrorListener(report);
    glassEasel.removeGlobalWarningListener(warn);
  }

  private get topPage() {
    const { top } = this.pages;
    if (!top) throw new Error('there is no page yet: launch() first');
    return top;
  }

  private setLaunchOptions(url: string, scene: number): void {
    const [path, query] = url.replace(/^\//, '').split('?');
    this.launchOptions = {
      path,
      query: queryOf(query),
      scene,
      shareTicket: '',
      referrerInfo: {},
      apiCategory: 'default',
      mode: 'default',
    };
  }

  private buttonTapped(button: EaselComponent): void {
    const openType = button.data['openType'];
    const kinds = typeof openType === 'string' ? openType.split('|') : [];
    if (kinds.includes('agreePrivacyAuthorization')) {
      this.world.privacy.tapped(button.id.replace(/^.*--/, ''));
      button.triggerEvent('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
    }
    for (const kind of ['getPhoneNumber', 'chooseAvatar'])
      if (kinds.includes(kind)) void this.handOut(button, kind);
  }

  /** What WeChat gives to a button of its own: what the test's stub of that name says, else a refusal. */
  private async handOut(button: EaselComponent, openType: string): Promise<void> {
    const given = await this.host.call(openType, {});
    const isGiven = typeof given === 'object' && given !== null;
    button.triggerEvent(openType.toLowerCase(), isGiven ? given : { errMsg: `${openType}:fail user deny` });
  }
}
