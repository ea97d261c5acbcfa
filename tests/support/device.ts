import type { Position } from '../../src/contract/positions';
import type { Clock } from '../../src/client/clock';
import type { Http } from '../../src/client/platform/http';
import type { ChosenFile } from '../../src/client/platform/file';
import { CameraError } from '../../src/client/platform/camera-error';
import { LocationError } from '../../src/client/platform/location-error';
import type { KeptPhoto, PhotoFiles } from '../../src/client/platform/photo-files';
import type { CalendarAnswer } from '../../src/client/platform/phone-calendar';
import type { Platform } from '../../src/client/platform/platform';
import type { PrivacyRequest } from '../../src/client/platform/privacy';
import type { TemplateAnswer } from '../../src/client/platform/push-permission';
import type { Storage } from '../../src/client/platform/storage';
import { PhoneDictation } from './phone-dictation';
import { PhoneEvents } from './phone-events';
import { PhoneHttp } from './phone-http';

/** A phone's clock that stands still until it is moved. */
export class PhoneClock implements Clock {
  private alarms: { at: number; action: () => void }[] = [];
  private time: number;

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  now(): number {
    return this.time;
  }

  after(ms: number, action: () => void): () => void {
    const alarm = { at: this.time + ms, action };
    this.alarms.push(alarm);
    return () => (this.alarms = this.alarms.filter((other) => other !== alarm));
  }

  advance(ms: number): void {
    this.time += ms;
    const due = this.alarms.filter(({ at }) => at <= this.time);
    this.alarms = this.alarms.filter(({ at }) => at > this.time);
    for (const { action } of due) action();
  }
}

/** What a phone keeps when the app is closed. */
export class PhoneStorage implements Storage {
  readonly texts = new Map<string, string>();
  isFull = false;

  get(key: string): unknown {
    try {
      return JSON.parse(this.texts.get(key) ?? 'null') as unknown;
    } catch {
      return null;
    }
  }

  set(key: string, value: unknown): boolean {
    if (!this.isFull) this.texts.set(key, JSON.stringify(value));
    return !this.isFull;
  }

  remove(key: string): void {
    this.texts.delete(key);
  }

  keys(): readonly string[] {
    return [...this.texts.keys()];
  }
}

/** The files a phone keeps: what the person chose stands for its own bytes. */
export class PhonePhotos implements PhotoFiles {
  readonly files = new Map<string, Uint8Array>();
  isFull = false;

  keep(file: string, name: string): Promise<KeptPhoto> {
    if (this.isFull) return Promise.resolve('full');
    this.files.set(name, new Uint8Array(Buffer.from(file, 'base64')));
    return Promise.resolve('kept');
  }

  bytesOf(name: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(name) ?? null);
  }

  urlOf(name: string): Promise<string | null> {
    return Promise.resolve(this.files.has(name) ? `photo:${name}` : null);
  }

  remove(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }

  names(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }
}

export interface TestDevice extends Platform {
  readonly http: PhoneHttp;
  readonly storage: PhoneStorage;
  readonly photoFiles: PhonePhotos;
  readonly dictation: PhoneDictation;
  readonly serverEvents: PhoneEvents;
  /** Where the phone is, or why it does not say. */
  position: Position | LocationError;
  /** What the next scan reads. */
  scanned: string | null;
  /** What the person does on WeChat's map; `nowhere`: there is none. */
  choosesPlace: { position: Position; name: string } | LocationError | null | 'nowhere';
  wechatCode: string | null;
  /** Base64 of what the person chooses. */
  chosenPicture: string | null;
  /** Base64 of the photos taken or chosen next, or why there is no camera. */
  chosenPhotos: readonly string[] | CameraError;
  /** What the person chooses when asked for a file. */
  chosenFile: ChosenFile | null;
  /** How the phone's calendar takes an entry. */
  calendarAnswer: CalendarAnswer;
  /** The web app in WeChat's own browser. */
  isInWechat: boolean;
  /** What WeChat's question about messages is answered with; null where it cannot be asked. */
  permission: TemplateAnswer['answer'] | 'switched_off' | null;
  /** On the tab 我的. */
  badge: number;
  /** What was said and done: toasts, calls, moves between pages. */
  readonly done: string[];
  goOnline(): void;
  goOffline(): void;
  show(): void;
  askForPrivacy(request: PrivacyRequest): void;
}

export interface TestDeviceParts {
  http: Http;
  /** Of an app closed before. */
  storage?: PhoneStorage;
  photoFiles?: PhonePhotos;
}

/** A phone in a test's hands. */
export function createTestDevice(parts: TestDeviceParts): TestDevice {
  const { http: way, storage = new PhoneStorage(), photoFiles = new PhonePhotos() } = parts;
  const http = new PhoneHttp(way);
  const onNetwork: ((isOnline: boolean) => void)[] = [];
  const onShow: (() => void)[] = [];
  const onPrivacy: ((request: PrivacyRequest) => void)[] = [];
  const done: string[] = [];
  const setOnline = (isOnline: boolean) => {
    http.isBlocked = !isOnline;
    for (const listener of onNetwork) listener(isOnline);
  };
  const device: TestDevice = {
    http,
    storage,
    photoFiles,
    done,
    position: new LocationError('unavailable'),
    scanned: null,
    choosesPlace: 'nowhere',
    wechatCode: null,
    chosenPicture: null,
    chosenPhotos: [],
    chosenFile: null,
    calendarAnswer: 'added',
    isInWechat: false,
    permission: null,
    badge: 0,
    goOnline: () => setOnline(true),
    goOffline: () => setOnline(false),
    show: () => onShow.forEach((listener) => listener()),
    askForPrivacy: (request) => onPrivacy.forEach((listener) => listener(request)),
    address: {
      isSeen: true,
      show: (url) => void done.push(`show ${url}`),
      onMove: () => () => undefined,
    },
    appearance: { theme: () => 'light', onThemeChange: () => undefined, fontScale: () => 1 },
    appLife: { onShow: (listener) => void onShow.push(listener) },
    chime: { ring: () => void done.push('ring') },
    clipboard: {
      copy(text) {
        done.push(`copy ${text}`);
        return Promise.resolve(true);
      },
    },
    dictation: new PhoneDictation(),
    directions: { open: ({ name }) => void done.push(`directions ${name}`) },
    download: {
      isAvailable: true,
      save: ({ name, text }) => void done.push(`save ${name} ${text}`),
      handOver({ name }) {
        done.push(`hand over ${name}`);
        return Promise.resolve(true);
      },
    },
    drawing: { pngOf: () => Promise.resolve('UE5H') },
    feedback: {
      toast: (text) => void done.push(`toast ${text}`),
      confirm: ({ title }) => {
        done.push(`confirm ${title}`);
        return Promise.resolve(true);
      },
    },
    location: {
      locate: () =>
        device.position instanceof LocationError
          ? Promise.reject(device.position)
          : Promise.resolve(device.position),
    },
    filePicker: { choose: () => Promise.resolve(device.chosenFile) },
    navigation: {
      to: (url) => void done.push(`to ${url}`),
      replace: (url) => void done.push(`replace ${url}`),
      toTab: (url) => void done.push(`tab ${url}`),
      back: (fallback) => void done.push(`back ${fallback}`),
    },
    network: {
      isOnline: () => !http.isBlocked,
      onChange: (listener) => void onNetwork.push(listener),
    },
    phoneCalendar: {
      add({ title, startsAt }) {
        done.push(`calendar ${title} ${startsAt}`);
        return Promise.resolve(device.calendarAnswer);
      },
    },
    phone: { call: (number) => void done.push(`call ${number}`) },
    picture: {
      choose: () => Promise.resolve(device.chosenPicture),
      choosePhoto: () => Promise.resolve(device.chosenPicture),
      choosePhotos: (count) =>
        device.chosenPhotos instanceof CameraError
          ? Promise.reject(device.chosenPhotos)
          : Promise.resolve(device.chosenPhotos.slice(0, count)),
      shrink: (file) => Promise.resolve(file),
      fit: (file) => Promise.resolve(file),
    },
    placeChooser: {
      get isAvailable() {
        return device.choosesPlace !== 'nowhere';
      },
      choose() {
        const { choosesPlace } = device;
        if (choosesPlace instanceof LocationError) return Promise.reject(choosesPlace);
        return Promise.resolve(choosesPlace === 'nowhere' ? null : choosesPlace);
      },
    },
    printer: { isAvailable: true, print: () => void done.push('print') },
    privacy: { onRequest: (listener) => void onPrivacy.push(listener) },
    pushPermission: {
      get isAvailable() {
        return device.permission !== null;
      },
      ask(templates) {
        done.push(`ask ${templates.join(' ')}`);
        const { permission } = device;
        return Promise.resolve(
          permission === null || permission === 'switched_off'
            ? permission
            : templates.map((template) => ({ template, answer: permission })),
        );
      },
    },
    scanner: { signPagesBy: () => undefined, scan: () => Promise.resolve(device.scanned) },
    screenLight: {
      hold() {
        done.push('light on');
        return () => void done.push('light off');
      },
    },
    serverEvents: new PhoneEvents(),
    tabBadge: { show: (count) => void (device.badge = count) },
    web: {
      urlOf: (path) => path,
      get isInWechat() {
        return device.isInWechat;
      },
      canOpen: true,
      showPicture: (path) => void done.push(`picture ${path}`),
      leaveTo: (path) => void done.push(`leave ${path}`),
      open: (path) => void done.push(`open ${path}`),
    },
    wechatSignIn: {
      get isAvailable() {
        return device.wechatCode !== null;
      },
      code: () => Promise.resolve(device.wechatCode),
    },
  };
  return device;
}
