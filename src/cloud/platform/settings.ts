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
  wechat: { appId: string; secret: string; apiUrl: string } | null;
  tiandituKey: string | null;
  logLevel: LogLevel;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number;
  /** Requests a minute from one address. */
  rateLimitPerMinute: number;
  /** The built H5 app; null serves the API alone. */
  h5Dir: string | null;
}

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

function levelOf(environment: Environment, missing: LogLevel): LogLevel {
  const text = textOf(environment, 'LOG_LEVEL');
  const level = text === null ? missing : logLevels.find((known) => known === text);
  if (level) return level;
  throw new SettingsError(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}"`);
}

function wechatOf(environment: Environment): Settings['wechat'] {
  const appId = textOf(environment, 'WECHAT_APP_ID');
  const secret = textOf(environment, 'WECHAT_APP_SECRET');
  const apiUrl = urlOf(environment, 'WECHAT_API_URL', ['https:', 'http:']) ?? 'https://api.weixin.qq.com';
  if (appId && secret) return { appId, secret, apiUrl };
  if (appId) throw new SettingsError('WECHAT_APP_SECRET is missing: WECHAT_APP_ID is set');
  if (secret) throw new SettingsError('WECHAT_APP_ID is missing: WECHAT_APP_SECRET is set');
  return null;
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
    wechat: wechatOf(environment),
    tiandituKey: textOf(environment, 'TIANDITU_KEY'),
    logLevel: levelOf(environment, isProduction ? 'info' : 'warn'),
    trustedProxies: integerOf(environment, 'TRUSTED_PROXIES', [0, 10], 0),
    rateLimitPerMinute: integerOf(environment, 'RATE_LIMIT_PER_MINUTE', [1, 100_000_000], 1_200),
    h5Dir: textOf(environment, 'H5_DIR') ?? 'dist/h5',
  };
}
