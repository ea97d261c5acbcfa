import { ApiFailure, plain, type Apis, type Options } from './api-failure';
import type { Bundle } from './bundle';
import type { Instance } from './glass-easel';
import type { Host, RequestOptions } from './host';
import type { Phone } from './phone';
import { answerOfPhone, deviceApis } from './wx-device';
import { fileApis } from './wx-files';
import { createPrivacy, type Privacy } from './wx-privacy';
import { emptyRecord, screenApis, type ScreenRecord } from './wx-screen';
import { createStorage, type Kept, type KeptStorage } from './wx-storage';

/** The `wx` object: what a name means is known by who calls it. */
export type Wx = Record<string, (...given: unknown[]) => unknown>;

/** What the APIs ask of the page stack. */
export interface Pages {
  navigate(kind: string, options: Options): object;
  current(): Instance;
  launchOptions(): object;
  pullDown(): void;
}

export interface WxParts {
  bundle: Bundle;
  phone: Phone;
  host: Host;
  pages: Pages;
  kept?: Kept | undefined;
  /** Hands a value over to the logic layer's world. */
  toApp: <Value>(value: Value) => Value;
  later: (action: () => void) => void;
  now: () => number;
  warn: (text: string) => void;
}

export interface WxWorld {
  wx: Wx;
  screen: ScreenRecord;
  storage: KeptStorage;
  privacy: Privacy;
  emit(event: string, argument?: object): void;
}

const declared = new Set([
  ...['getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground'],
  ...['chooseLocation', 'choosePoi', 'chooseAddress', 'getFuzzyLocation'],
]);
const undeclared = 'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json';
const offlineText = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED';

type Callback = ((answer: object) => void) | undefined;

/** One answering API: callbacks when given, else a promise; errMsg as WeChat writes it. */
function answering({ toApp, later }: WxParts, name: string, implement: (options: Options) => unknown) {
  return (given?: unknown): unknown => {
    const options = (given ?? {}) as Options;
    const { success, fail, complete } = options as Record<string, Callback>;
    const answer = new Promise<void>((start) => later(start))
      .then(() => implement(options))
      .then(
        (result) => toApp({ ...(result as object | undefined), errMsg: `${name}:ok` }),
        (error: unknown) => {
          const { message, extra, errno } = error as Error & { extra?: object; errno?: number };
          const more = { ...(errno !== undefined && { errno }), ...extra };
          // WeChat rejects with a plain object.
          // eslint-disable-next-line @typescript-eslint/only-throw-error
          throw toApp({ ...more, errMsg: `${name}:fail ${message}` });
        },
      );
    if (!success && !fail && !complete) return answer;
    void answer.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (failure: unknown) => {
        fail?.(failure as object);
        complete?.(failure as object);
      },
    );
    return undefined;
  };
}

const isBuffer = (data: unknown): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]';

/** As JSON, but for bytes. */
function sent(options: Options): RequestOptions {
  const { data } = options;
  if (!isBuffer(data)) return plain(options) as unknown as RequestOptions;
  const rest = plain({ ...options, data: null }) as unknown as RequestOptions;
  return { ...rest, data: new Uint8Array(data).slice() };
}

function requestApi({ host, phone, toApp }: WxParts) {
  return (given: unknown): object => {
    const options = given as Options;
    const { success, fail, complete } = options as Record<string, Callback>;
    let isAborted = false;
    const ask = async (): Promise<object> => {
      if (phone.network === 'none') throw new ApiFailure(offlineText, { errno: 600_001 });
      const answer = await host.request(sent(options));
      if (isAborted) throw new ApiFailure('abort');
      // The network went while the answer was on its way.
      if ((phone.network as string) === 'none') throw new ApiFailure(offlineText, { errno: 600_001 });
      if ('fail' in answer) throw new ApiFailure(answer.fail, { errno: answer.errno });
      return { ...answer, errMsg: 'request:ok' };
    };
    void ask().then(
      (answer) => {
        const handed = toApp(answer);
        success?.(handed);
        complete?.(handed);
      },
      (error: unknown) => {
        const { message, extra } = error as ApiFailure;
        const handed = toApp({ ...extra, errMsg: `request:fail ${message}` });
        fail?.(handed);
        complete?.(handed);
      },
    );
    const ignore = () => undefined;
    return {
      abort: () => void (isAborted = true),
      onHeadersReceived: ignore,
      offHeadersReceived: ignore,
      onChunkReceived: ignore,
      offChunkReceived: ignore,
    };
  };
}

type Listeners = Map<string, Set<(argument: object) => void>>;

function listening(listeners: Listeners, name: string) {
  const isOn = name.startsWith('on');
  const event = name.replace(/^o(n|ff)/, '');
  return (given?: unknown): void => {
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set);
    const listener = given as ((argument: object) => void) | undefined;
    if (isOn && listener) set.add(listener);
    else if (listener) set.delete(listener);
    else set.clear();
  };
}

/** Every name of the official typings, before anything is known about it: device and account APIs ask the test. */
function unknownApi(parts: WxParts, privacy: Privacy, listeners: Listeners, name: string) {
  const { bundle, host, phone } = parts;
  if (/^(on|off)[A-Z]/.test(name)) return listening(listeners, name);
  if (/Sync$|^create|^get.*(Manager|Context|Info|Setting)$/.test(name)) {
    return () => {
      throw new Error(`wx.${name} is not implemented by this harness`);
    };
  }
  return answering(parts, name, async (options) => {
    if (declared.has(name) && !bundle.app.requiredPrivateInfos?.includes(name))
      throw new ApiFailure(undeclared);
    await privacy.pass(name);
    const answer = (await host.call(name, plain(options))) ?? answerOfPhone(phone, name, options);
    if (answer === undefined) throw new ApiFailure('not stubbed (give the harness a stub for this API)');
    return answer;
  });
}

/** Data cross into the logic layer's world; WeChat's own objects (selector queries) are themselves. */
function handedOver(toApp: WxParts['toApp'], result: unknown): unknown {
  const isData = Array.isArray(result) || Object.getPrototypeOf(result ?? 0) === Object.prototype;
  return isData ? toApp(result) : result;
}

const navigationKinds = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'];

function pageApis({ pages, later }: WxParts): Apis {
  return {
    answering: {
      ...Object.fromEntries(
        navigationKinds.map((kind) => [kind, (options: Options) => pages.navigate(kind, options)]),
      ),
      startPullDownRefresh: () => pages.pullDown(),
    },
    immediate: {
      nextTick: (action) => later(action as () => void),
      createSelectorQuery: () => pages.current().createSelectorQuery(),
      createIntersectionObserver: (component, options) =>
        ((component as Instance | undefined) ?? pages.current()).createIntersectionObserver(
          options as object,
        ),
    },
  };
}

/**
 * The `wx` object. Names come from the official typings, so one that WeChat does not have is `undefined` here too.
 * Real: requests, storage rules, navigation, callbacks and promises. What the device or the account would answer is the
 * phone's or a stub's to say, and fails until one does.
 */
export function createWx(parts: WxParts): WxWorld {
  const { bundle, phone, host, pages, toApp } = parts;
  const listeners: Listeners = new Map();
  const screen = emptyRecord(bundle);
  const storage = createStorage(parts.kept);
  const privacy = createPrivacy(parts);
  const wx: Wx = {};
  for (const name of bundle.apis) wx[name] = unknownApi(parts, privacy, listeners, name);
  const known = [
    screenApis(screen, host),
    storage.apis,
    privacy.apis,
    fileApis(phone.disk, host),
    pageApis(parts),
    ...deviceApis({ bundle, phone, host, launchOptions: () => pages.launchOptions() }),
  ];
  for (const { answering: answers = {}, immediate = {} } of known) {
    for (const [name, implement] of Object.entries(answers))
      wx[name] = answering(parts, name, async (options) => {
        await privacy.pass(name);
        return implement(options);
      });
    for (const [name, implement] of Object.entries(immediate))
      wx[name] = (...given) => handedOver(toApp, implement(...given));
  }
  wx['request'] = requestApi(parts);
  Object.assign(wx, { env: toApp({ USER_DATA_PATH: 'http://usr' }) });
  const emit = (event: string, argument: object = {}) => {
    for (const listener of listeners.get(event) ?? []) listener(toApp(argument));
  };
  phone.connect(emit);
  return { wx, screen, storage, privacy, emit };
}
