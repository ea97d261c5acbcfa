import {
  allOrNone,
  flagOf,
  integerOf,
  keyOf,
  oneOf,
  SettingsError,
  textOf,
  urlOf,
  type Environment,
} from './environment';
import { wechatOf, type MiniProgramState } from './wechat-settings';

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
  /** Where photos are kept; null: beside the data, in `dataDir`. */
  s3: S3Settings | null;
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

/** A bucket of an S3-compatible store. */
export interface S3Settings {
  /** Of the bucket, without a slash at the end. */
  url: string;
  region: string;
  accessKeyId: string;
  secretKey: string;
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

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
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

function originsOf(environment: Environment): string[] {
  const origins = (textOf(environment, 'ALLOWED_ORIGINS') ?? '').split(',').map((origin) => origin.trim());
  return origins.filter(Boolean).map((origin) => {
    if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
    throw new SettingsError(`ALLOWED_ORIGINS must be origins like https://example.com, not "${origin}"`);
  });
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

function s3Of(environment: Environment): S3Settings | null {
  const set = allOrNone(environment, 'S3_URL', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY');
  const url = urlOf(environment, 'S3_URL', ['https:', 'http:']);
  if (!set || !url) return null;
  if (new URL(url).search) throw new SettingsError('S3_URL must lead to the bucket, without a query');
  return {
    url,
    region: set.S3_REGION,
    accessKeyId: set.S3_ACCESS_KEY_ID,
    secretKey: set.S3_SECRET_ACCESS_KEY,
  };
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
    s3: s3Of(environment),
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
