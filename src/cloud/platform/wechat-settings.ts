import { allOrNone, flagOf, oneOf, SettingsError, textOf, urlOf, type Environment } from './environment';
import type { Settings, SubscribeTemplate } from './settings';

const miniProgramStates = ['formal', 'trial', 'developer'] as const;
export type MiniProgramState = (typeof miniProgramStates)[number];

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

type WechatSettings = Pick<
  Settings,
  'wechat' | 'officialAccount' | 'wechatPush' | 'trustsCloudRun' | 'miniProgramState' | 'subscribeTemplates'
>;

/** What WeChat is to know and be known by: the mini-program, the official account, messages, templates. */
export function wechatOf(environment: Environment): WechatSettings {
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
