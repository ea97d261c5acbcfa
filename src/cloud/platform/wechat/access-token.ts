import type { SharedTokens } from '../shared-tokens';
import type { WechatAccount } from '../settings';
import { askJson, WechatError } from './call';

interface StableTokenAnswer {
  access_token: string;
  expires_in: number;
}

/** Expired, or WeChat took it back. */
const badToken = new Set([40001, 40014, 42001]);

/** Calls that carry an access token, fetched by stable_token and shared; one that turns out bad is fetched anew once. */
export function createTokenCalls({ appId, secret, apiUrl }: WechatAccount, tokens: SharedTokens) {
  const name = `wechat:${appId}`;
  const fetchToken = async () => {
    const body = { grant_type: 'client_credential', appid: appId, secret };
    const answer = (await askJson({
      url: `${apiUrl}/cgi-bin/stable_token`,
      query: {},
      body,
    })) as StableTokenAnswer;
    return { value: answer.access_token, expiresIn: answer.expires_in };
  };
  return async function withToken<Answer>(call: (token: string) => Promise<Answer>): Promise<Answer> {
    const token = await tokens.get(name, fetchToken);
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof WechatError) || error.errcode === null || !badToken.has(error.errcode))
        throw error;
      await tokens.forget(name, token);
      return call(await tokens.get(name, fetchToken));
    }
  };
}
