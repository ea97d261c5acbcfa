import { randomUUID } from 'node:crypto';
import { privacyNoticeVersion } from '../../src/contract/consents';
import type { ProblemBody } from '../../src/contract/http';
import type { Session } from '../../src/contract/sessions';
import type { Settings } from '../../src/cloud/platform/settings';
import { startTestCloud, type TestCloud } from './cloud';
import { startSmsStandIn, type SmsStandIn } from './sms-stand-in';
import { startWechatStandIn, type WechatStandIn } from './wechat-stand-in';

export const agreement = { noticeVersion: privacyNoticeVersion, isOldEnough: true };

const app = { appId: 'wx00000000000000aa', secret: 'secret-of-the-test' };
const account = { appId: 'wx00000000000000bb', secret: 'secret-of-the-account' };

/** The real cloud with every way to sign in, each against its stand-in. */
export interface IdentityCloud {
  cloud: TestCloud;
  wechat: WechatStandIn;
  sms: SmsStandIn;
  /** The answer of the contract, or the problem. */
  call<Answer = ProblemBody>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options?: { session?: Session; body?: object; headers?: Record<string, string> },
  ): Promise<Answer & { status?: number }>;
  withWechat(openid: string, unionid?: string): Promise<Session>;
  /** The code that was sent last, asked for now; the clock goes on a minute, so that another can be asked for. */
  phoneCode(phone: string): Promise<string>;
  withPhone(phone: string): Promise<Session>;
  close(): Promise<void>;
}

export const bearer = ({ token }: Session) => ({ authorization: `Bearer ${token}` });

export async function startIdentityCloud(
  settings: Partial<Settings> = {},
  databaseUrl?: string,
): Promise<IdentityCloud> {
  const wechat = await startWechatStandIn({ ...app, officialAccount: account });
  const sms = await startSmsStandIn();
  const cloud = await startTestCloud({
    ...(databaseUrl && { databaseUrl }),
    settings: {
      wechat: { ...app, apiUrl: wechat.url },
      officialAccount: { ...account, apiUrl: wechat.url, openUrl: 'https://open.weixin.test' },
      sms: sms.settings,
      ...settings,
    },
  });
  async function call<Answer>(
    ...[method, url, { session, body, headers } = {}]: Parameters<IdentityCloud['call']>
  ): Promise<Answer & { status?: number }> {
    const answer = await cloud.app.inject({
      method,
      url,
      headers: {
        ...(session && bearer(session)),
        'idempotency-key': randomUUID(),
        ...headers,
      },
      ...(body && { payload: body }),
    });
    const told: unknown = answer.body === '' ? { status: answer.statusCode } : answer.json();
    return told as Answer & { status?: number };
  }
  async function phoneCode(phone: string): Promise<string> {
    await call('POST', '/api/sessions/phone-codes', { body: { phone } });
    cloud.clock.advance({ minutes: 1 });
    return sms.codeFor(phone) ?? '';
  }
  return {
    cloud,
    wechat,
    sms,
    call,
    phoneCode,
    withWechat: (openid, unionid) =>
      call('POST', '/api/sessions/wechat', { body: { code: wechat.issueCode(openid, unionid), agreement } }),
    async withPhone(phone) {
      const code = await phoneCode(phone);
      return call('POST', '/api/sessions/phone', { body: { phone, code, agreement } });
    },
    async close() {
      await cloud.close();
      await sms.close();
      await wechat.close();
    },
  };
}
