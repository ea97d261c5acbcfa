import type { WechatAccount } from '../settings';
import type { MiniProgramState } from '../wechat-settings';
import type { SharedTokens } from '../shared-tokens';
import { createTokenCalls } from './access-token';
import { ask, askJson, jsonIn, WechatError } from './call';

/** Who WeChat says it is. `unionid` only where the app is bound to an Open Platform account. */
export interface WechatIdentity {
  openid: string;
  unionid: string | null;
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page of the app with its query. */
  page: string | null;
  /** Field of the template → its value, within WeChat's limits. */
  values: Readonly<Record<string, string>>;
}

export interface CodePicture {
  contentType: 'image/png' | 'image/jpeg';
  bytes: Buffer;
}

/** The mini-program's server API. Source of shapes and codes: WeChat's own pages named at each. Throws WechatError. */
export interface MiniProgram {
  readonly appId: string;
  /** 小程序登录凭证校验: a `wx.login` code, once, 5 minutes. The session key stays with WeChat: nothing of ours needs it. */
  codeToSession(code: string): Promise<WechatIdentity>;
  /** 获取手机号: the code of the button, once, 5 minutes; WeChat checks that it is this openid's. E.164. */
  phoneNumber(code: string, openid: string): Promise<string>;
  /** 发送订阅消息. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<void>;
  /** 获取不限制的小程序码: `scene` at most 32 characters that need no encoding, `page` without a slash at the front. */
  miniProgramCode(code: { scene: string; page: string }): Promise<CodePicture>;
}

interface PhoneAnswer {
  phone_info: { purePhoneNumber: string; countryCode: string };
}

const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/** WeChat does not say which picture it sends, nor that it is one. */
function pictureIn(bytes: Buffer): CodePicture {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])))
    return { contentType: 'image/png', bytes };
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])))
    return { contentType: 'image/jpeg', bytes };
  jsonIn(bytes);
  throw new WechatError(null);
}

export function createMiniProgram(
  account: WechatAccount,
  tokens: SharedTokens,
  state: MiniProgramState,
): MiniProgram {
  const { appId, secret, apiUrl } = account;
  const withToken = createTokenCalls(account, tokens);
  const post = (path: string, body: object) => (token: string) =>
    ask({ url: `${apiUrl}${path}`, query: { access_token: token }, body });
  const postJson = (path: string, body: object) =>
    withToken(async (token) => jsonIn(await post(path, body)(token)));
  return {
    appId,
    async codeToSession(code) {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
      const answer = (await askJson({
        url: `${apiUrl}/sns/jscode2session`,
        query,
      })) as Partial<WechatIdentity>;
      if (!answer.openid) throw new WechatError(null);
      return { openid: answer.openid, unionid: answer.unionid ?? null };
    },
    async phoneNumber(code, openid) {
      const answer = await postJson('/wxa/business/getuserphonenumber', {
        code,
        openid,
      });
      const { phone_info: phone } = answer as PhoneAnswer;
      return `+${phone.countryCode}${phone.purePhoneNumber}`;
    },
    async sendSubscribeMessage({ openid, templateId, page, values }) {
      const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));
      await postJson('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: templateId,
        ...(page !== null && { page }),
        data,
        miniprogram_state: state,
        lang: 'zh_CN',
      });
    },
    async miniProgramCode({ scene, page }) {
      if (!scenePattern.test(scene)) throw new Error('The scene is too long or needs encoding');
      const body = { scene, page, check_path: state === 'formal', env_version: releases[state] };
      return withToken(async (token) => pictureIn(await post('/wxa/getwxacodeunlimit', body)(token)));
    },
  };
}

const releases: Record<MiniProgramState, string> = {
  formal: 'release',
  trial: 'trial',
  developer: 'develop',
};
