/** What the environment says, checked. */
export interface Settings {
  isProduction: boolean;
  host: string;
  port: number;
  /** Where people reach us, without a slash at the end; printed codes begin with it. */
  publicUrl: string;
  /** null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  databasePoolSize: number;
  /** null: in memory, for tests. */
  dataDir: string | null;
  /** Demonstration data and sign-in. */
  isDemo: boolean;
  /** The mini-program. */
  wechat: WechatAccount | null;
  /** The official account, for sign-in and the JS-SDK in WeChat's browser. */
  officialAccount: (WechatAccount & { openUrl: string }) | null;
  /** What WeChat's server sends us. */
  wechatPush: { token: string; aesKey: Buffer | null; appId: string } | null;
  /** X-WX-OPENID is believed: only behind WeChat Cloud Run with public access closed. */
  trustsCloudRun: boolean;
  miniProgramState: MiniProgramState;
  /** Kind of notice → WeChat's template for it. */
  subscribeTemplates: Readonly<Record<string, SubscribeTemplate>>;
  sms: SmsSettings | null;
  /** The first seals, all of them open; null: made and kept by ourselves. */
  dataKeys: readonly DataKey[] | null;
  indexKey: Buffer | null;
  /** Other web origins that may call us. */
  allowedOrigins: readonly string[];
  tiandituKey: string | null;
  logLevel: LogLevel;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number;
  /** Requests a minute from one address. */
  rateLimitPerMinute: number;
  /** The built H5 app; null serves the API alone. */
  h5Dir: string | null;
}

export interface WechatAccount {
  appId: string;
  secret: string;
  apiUrl: string;
}

export interface SmsSettings {
  secretId: string;
  secretKey: string;
  sdkAppId: string;
  signName: string;
  templateId: string;
  apiUrl: string;
}

export interface DataKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** A template's fields (`thing1`) → names of the notice's values. */
export interface SubscribeTemplate {
  templateId: string;
  fields: Readonly<Record<string, string>>;
}

const miniProgramStates = ['formal', 'trial', 'developer'] as const;
export type MiniProgramState = (typeof miniProgramStates)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
export type Environment = Readonly<Record<string, string | undefined>>;

/** One clear line: which variable, and what is right. */
export class SettingsError extends Error {}

function textOf(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value ? value : null;
}

function integerOf(
  environment: Environment,
  name: string,
  [least, most]: [number, number],
  missing: number,
): number {
  const text = textOf(environment, name);
  if (text === null) return missing;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SettingsError(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}

function flagOf(environment: Environment, name: string, missing: boolean): boolean {
  const text = textOf(environment, name);
  if (text === null) return missing;
  if (text === '1' || text === '0') return text === '1';
  throw new SettingsError(`${name} must be 1 or 0, not "${text}"`);
}

function urlOf(environment: Environment, name: string, protocols: readonly string[]): string | null {
  const text = textOf(environment, name);
  if (text === null) return null;
  const isRight = URL.canParse(text) && protocols.includes(new URL(text).protocol);
  // The value may hold a password: it is not repeated.
  if (!isRight) throw new SettingsError(`${name} must be a URL beginning with ${protocols.join('// or ')}//`);
  return text.replace(/\/+$/, '');
}

function oneOf<Value extends string>(
  environment: Environment,
  name: string,
  values: readonly Value[],
  missing: Value,
): Value {
  const text = textOf(environment, name);
  const value = text === null ? missing : values.find((known) => known === text);
  if (value) return value;
  throw new SettingsError(`${name} must be one of ${values.join(', ')}, not "${text}"`);
}

/** Several that make sense together only; null when none is set. */
function allOrNone<const Names extends readonly string[]>(
  environment: Environment,
  ...names: Names
): Record<Names[number], string> | null {
  const values = names.map((name) => [name, textOf(environment, name)] as const);
  const set = values.find(([, value]) => value !== null);
  if (!set) return null;
  const missing = values.find(([, value]) => value === null);
  if (missing) throw new SettingsError(`${missing[0]} is missing: ${set[0]} is set`);
  return Object.fromEntries(values) as Record<Names[number], string>;
}

/** Secrets are not repeated in what is said about them. */
function keyOf(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === 32 && key.toString('base64') === text) return key;
  throw new SettingsError(`${name} must be 32 bytes in Base64`);
}

function dataKeysOf(environment: Environment): DataKey[] | null {
  const text = textOf(environment, 'DATA_KEYS');
  if (text === null) return null;
  const keys = text.split(',').map((entry) => {
    const [id = '', key = ''] = entry.trim().split(/:(.*)/s);
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id))
      throw new SettingsError('DATA_KEYS must be a list of id:key, the id of letters, digits, _ and -');
    return { id, key: keyOf('DATA_KEYS', key) };
  });
  if (new Set(keys.map(({ id }) => id)).size === keys.length) return keys;
  throw new SettingsError('DATA_KEYS names an id twice');
}

const pushKeyPattern = /^[A-Za-z0-9]{43}$/;

function pushOf(environment: Environment, appId: string | undefined): Settings['wechatPush'] {
  const token = textOf(environment, 'WECHAT_PUSH_TOKEN');
  const aesKey = textOf(environment, 'WECHAT_PUSH_AES_KEY');
  if (token === null) {
    if (aesKey !== null) throw new SettingsError('WECHAT_PUSH_TOKEN is missing: WECHAT_PUSH_AES_KEY is set');
    return null;
  }
  if (!appId) throw new SettingsError('WECHAT_APP_ID is missing: WECHAT_PUSH_TOKEN is set');
  if (aesKey !== null && !pushKeyPattern.test(aesKey))
    throw new SettingsError('WECHAT_PUSH_AES_KEY must be 43 letters and digits');
  return { token, appId, aesKey: aesKey === null ? null : Buffer.from(`${aesKey}=`, 'base64') };
}

/** What a field of a template may be called, by WeChat's kinds of values. */
const templateField =
  /^(thing|number|letter|symbol|character_string|time|date|amount|phone_number|car_number|name|phrase)\d+$/;

function templateOf(kind: string, value: unknown): SubscribeTemplate {
  const { templateId, fields } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<string, unknown>
  >;
  const isFields = typeof fields === 'object' && fields !== null;
  const entries = isFields ? Object.entries(fields as Record<string, unknown>) : [];
  const isRight =
    entries.length > 0 && entries.every(([key, name]) => templateField.test(key) && typeof name === 'string');
  if (typeof templateId === 'string' && templateId && isRight)
    return { templateId, fields: Object.fromEntries(entries) as Record<string, string> };
  throw new SettingsError(
    `SUBSCRIBE_TEMPLATES: ${kind} must be {"templateId": "…", "fields": {"thing1": "title"}}`,
  );
}

function templatesOf(environment: Environment): Settings['subscribeTemplates'] {
  const text = textOf(environment, 'SUBSCRIBE_TEMPLATES');
  if (text === null) return {};
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new SettingsError('SUBSCRIBE_TEMPLATES must be JSON');
  }
  return Object.fromEntries(
    Object.entries((read ?? {}) as Record<string, unknown>).map(([kind, value]) => [
      kind,
      templateOf(kind, value),
    ]),
  );
}

function originsOf(environment: Environment): string[] {
  const origins = (textOf(environment, 'ALLOWED_ORIGINS') ?? '').split(',').map((origin) => origin.trim());
  return origins.filter(Boolean).map((origin) => {
    if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
    throw new SettingsError(`ALLOWED_ORIGINS must be origins like https://example.com, not "${origin}"`);
  });
}

type WechatSettings = Pick<
  Settings,
  'wechat' | 'officialAccount' | 'wechatPush' | 'trustsCloudRun' | 'miniProgramState' | 'subscribeTemplates'
>;

function wechatOf(environment: Environment): WechatSettings {
  const apiUrl = urlOf(environment, 'WECHAT_API_URL', ['https:', 'http:']) ?? 'https://api.weixin.qq.com';
  const openUrl = urlOf(environment, 'WECHAT_OPEN_URL', ['https:', 'http:']) ?? 'https://open.weixin.qq.com';
  const app = allOrNone(environment, 'WECHAT_APP_ID', 'WECHAT_APP_SECRET');
  const account = allOrNone(environment, 'WECHAT_OA_APP_ID', 'WECHAT_OA_SECRET');
  const trustsCloudRun = flagOf(environment, 'WECHAT_CLOUD_RUN', false);
  if (trustsCloudRun && !app) throw new SettingsError('WECHAT_APP_ID is missing: WECHAT_CLOUD_RUN is set');
  return {
    wechat: app && { appId: app.WECHAT_APP_ID, secret: app.WECHAT_APP_SECRET, apiUrl },
    officialAccount: account && {
      appId: account.WECHAT_OA_APP_ID,
      secret: account.WECHAT_OA_SECRET,
      apiUrl,
      openUrl,
    },
    wechatPush: pushOf(environment, app?.WECHAT_APP_ID),
    trustsCloudRun,
    miniProgramState: oneOf(environment, 'WECHAT_MINI_PROGRAM_STATE', miniProgramStates, 'formal'),
    subscribeTemplates: templatesOf(environment),
  };
}

function smsOf(environment: Environment): SmsSettings | null {
  const set = allOrNone(
    environment,
    'TENCENT_SMS_SECRET_ID',
    'TENCENT_SMS_SECRET_KEY',
    'TENCENT_SMS_SDK_APP_ID',
    'TENCENT_SMS_SIGN_NAME',
    'TENCENT_SMS_TEMPLATE_ID',
  );
  return (
    set && {
      secretId: set.TENCENT_SMS_SECRET_ID,
      secretKey: set.TENCENT_SMS_SECRET_KEY,
      sdkAppId: set.TENCENT_SMS_SDK_APP_ID,
      signName: set.TENCENT_SMS_SIGN_NAME,
      templateId: set.TENCENT_SMS_TEMPLATE_ID,
      apiUrl:
        urlOf(environment, 'TENCENT_SMS_API_URL', ['https:', 'http:']) ?? 'https://sms.tencentcloudapi.com',
    }
  );
}

/** What personal data are sealed with. A server whose database is elsewhere has to be told: its folder may not last. */
function keysOf(environment: Environment, mustBeSet: boolean): Pick<Settings, 'dataKeys' | 'indexKey'> {
  const dataKeys = dataKeysOf(environment);
  const index = textOf(environment, 'INDEX_KEY');
  if (mustBeSet && !dataKeys)
    throw new SettingsError('DATA_KEYS is missing: personal data are sealed with it');
  if (mustBeSet && index === null)
    throw new SettingsError('INDEX_KEY is missing: phone numbers are found by it');
  return { dataKeys, indexKey: index === null ? null : keyOf('INDEX_KEY', index) };
}

/** Environment → settings: pure, before anything opens. A wrong value throws {@link SettingsError}. */
export function settingsOf(environment: Environment): Settings {
  const mode = textOf(environment, 'NODE_ENV') ?? 'development';
  if (!['production', 'development', 'test'].includes(mode)) {
    throw new SettingsError(`NODE_ENV must be production, development or test, not "${mode}"`);
  }
  const isProduction = mode === 'production';
  const databaseUrl = urlOf(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const isDemo = flagOf(environment, 'DEMO', databaseUrl === null && !isProduction);
  if (isDemo && isProduction)
    throw new SettingsError('DEMO must be 0 in production: it lets anyone sign in as staff');
  const port = integerOf(environment, 'PORT', [0, 65_535], 3000);
  const publicUrl = urlOf(environment, 'PUBLIC_URL', ['https:', 'http:']);
  if (isProduction && !publicUrl)
    throw new SettingsError('PUBLIC_URL is missing: printed codes begin with it');
  return {
    isProduction,
    host: textOf(environment, 'HOST') ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl: publicUrl ?? `http://localhost:${port}`,
    databaseUrl,
    databasePoolSize: integerOf(environment, 'DATABASE_POOL_SIZE', [1, 500], 10),
    dataDir: textOf(environment, 'DATA_DIR') ?? '.data',
    isDemo,
    ...wechatOf(environment),
    sms: smsOf(environment),
    ...keysOf(environment, isProduction && databaseUrl !== null),
    allowedOrigins: originsOf(environment),
    tiandituKey: textOf(environment, 'TIANDITU_KEY'),
    logLevel: oneOf(environment, 'LOG_LEVEL', logLevels, isProduction ? 'info' : 'warn'),
    trustedProxies: integerOf(environment, 'TRUSTED_PROXIES', [0, 10], 0),
    rateLimitPerMinute: integerOf(environment, 'RATE_LIMIT_PER_MINUTE', [1, 100_000_000], 1_200),
    h5Dir: textOf(environment, 'H5_DIR') ?? 'dist/h5',
  };
}
