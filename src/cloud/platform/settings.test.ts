import { SettingsError } from './environment';
import { settingsOf } from './settings';

const key = Buffer.alloc(32, 1).toString('base64');
const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://nuanxin.example/' };

test('nothing set is the embedded demonstration on this machine alone', () => {
  expect(settingsOf({})).toMatchObject({
    databaseUrl: null,
    dataDir: '.data',
    isDemo: true,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    wechat: null,
    officialAccount: null,
    sms: null,
    trustsCloudRun: false,
    allowedOrigins: [],
  });
});

test('a database server or production switches the demonstration off', () => {
  expect(settingsOf({ DATABASE_URL: 'postgres://db/nuanxin' }).isDemo).toBe(false);
  expect(settingsOf(production)).toMatchObject({ isDemo: false, publicUrl: 'https://nuanxin.example' });
});

test.each([
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000"'],
  [{ PORT: '3e' }, 'PORT must be a whole number'],
  [{ DEMO: 'yes' }, 'DEMO must be 1 or 0, not "yes"'],
  [{ ...production, DEMO: '1' }, 'DEMO must be 0 in production'],
  [{ NODE_ENV: 'production' }, 'PUBLIC_URL is missing'],
  [{ NODE_ENV: 'staging' }, 'NODE_ENV must be production, development or test'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  [{ WECHAT_APP_ID: 'wx1' }, 'WECHAT_APP_SECRET is missing'],
  [{ WECHAT_APP_SECRET: 's' }, 'WECHAT_APP_ID is missing'],
  [{ WECHAT_OA_APP_ID: 'wx1' }, 'WECHAT_OA_SECRET is missing'],
  [{ WECHAT_PUSH_TOKEN: 't' }, 'WECHAT_APP_ID is missing'],
  [{ WECHAT_PUSH_AES_KEY: 'a'.repeat(43) }, 'WECHAT_PUSH_TOKEN is missing'],
  [
    { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's', WECHAT_PUSH_TOKEN: 't', WECHAT_PUSH_AES_KEY: 'short' },
    'WECHAT_PUSH_AES_KEY must be 43 letters and digits',
  ],
  [{ WECHAT_CLOUD_RUN: '1' }, 'WECHAT_APP_ID is missing'],
  [{ WECHAT_MINI_PROGRAM_STATE: 'beta' }, 'WECHAT_MINI_PROGRAM_STATE must be one of'],
  [{ TENCENT_SMS_SECRET_ID: 'a', TENCENT_SMS_SECRET_KEY: 'b' }, 'TENCENT_SMS_SDK_APP_ID is missing'],
  [{ DATA_KEYS: 'a:short' }, 'DATA_KEYS must be 32 bytes in Base64'],
  [{ DATA_KEYS: `a:${key},a:${key}` }, 'DATA_KEYS names an id twice'],
  [{ INDEX_KEY: 'short' }, 'INDEX_KEY must be 32 bytes in Base64'],
  [{ ...production, DATABASE_URL: 'postgres://db/x' }, 'DATA_KEYS is missing'],
  [{ ...production, DATABASE_URL: 'postgres://db/x', DATA_KEYS: `a:${key}` }, 'INDEX_KEY is missing'],
  [{ SUBSCRIBE_TEMPLATES: '{' }, 'SUBSCRIBE_TEMPLATES must be JSON'],
  [
    { SUBSCRIBE_TEMPLATES: '{"roles":{"templateId":"t","fields":{"nothing1":"title"}}}' },
    'SUBSCRIBE_TEMPLATES: roles must be',
  ],
  [{ ALLOWED_ORIGINS: 'https://a.example/' }, 'ALLOWED_ORIGINS must be origins'],
])('%j stops the start with one clear line', (environment, line) => {
  expect(() => settingsOf(environment)).toThrow(SettingsError);
  expect(() => settingsOf(environment)).toThrow(line);
});

test('a wrong DATABASE_URL is refused without repeating its password', () => {
  expect(() => settingsOf({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).toThrow(
    /^DATABASE_URL must be a URL beginning with postgres:\/\/ or postgresql:\/\/$/,
  );
});
