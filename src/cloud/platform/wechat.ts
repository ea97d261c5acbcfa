import type { Settings } from './settings';

/** What WeChat answered instead: its code, or null when it did not answer. */
export class WechatError extends Error {
  constructor(readonly errcode: number | null) {
    super(`WeChat answered ${errcode ?? 'nothing'}`);
  }
}

/** WeChat's server API. Source of shapes and codes: 小程序登录凭证校验 (code2Session). */
export interface Wechat {
  /**
   * The openid behind a `wx.login` code; single use, 5 minutes.
   * The session key stays with WeChat: nothing of ours needs it.
   */
  codeToOpenid(code: string): Promise<string>;
}

interface Code2SessionAnswer {
  openid?: string;
  errcode?: number;
}

const timeoutMs = 5_000;

export function createWechat({ appId, secret, apiUrl }: NonNullable<Settings['wechat']>): Wechat {
  async function get(path: string, query: Record<string, string>): Promise<unknown> {
    try {
      const url = `${apiUrl}${path}?${new URLSearchParams(query).toString()}`;
      const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      return await answer.json();
    } catch {
      // The URL holds the secret: the cause is not passed on.
      throw new WechatError(null);
    }
  }
  return {
    async codeToOpenid(code) {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
      const { openid, errcode } = (await get('/sns/jscode2session', query)) as Code2SessionAnswer;
      if (openid && !errcode) return openid;
      throw new WechatError(errcode ?? null);
    },
  };
}
