import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Settings } from '../settings';
import type { SharedTokens } from '../shared-tokens';
import { createTokenCalls } from './access-token';
import { askJson, WechatError } from './call';
import type { WechatIdentity } from './mini-program';

export interface PageSignature {
  appId: string;
  /** Seconds. */
  timestamp: number;
  nonce: string;
  signature: string;
}

/** The official account: H5 inside WeChat. Throws WechatError. */
export interface OfficialAccount {
  readonly appId: string;
  /** 网页授权, snsapi_base: silent, the openid alone. */
  authorizeUrl(request: { redirectUri: string; state: string }): string;
  /** `isSnapshot`: WeChat's preview mode, a made-up account. */
  codeToIdentity(code: string): Promise<WechatIdentity & { isSnapshot: boolean }>;
  /** JS-SDK使用权限签名算法, for the page without what follows `#`. */
  signPage(url: string): Promise<PageSignature>;
}

interface AccessAnswer {
  openid?: string;
  unionid?: string;
  is_snapshotuser?: number;
}

interface TicketAnswer {
  ticket: string;
  expires_in: number;
}

/** SHA-1 of the four values as WeChat strings them together. */
export function pageSignature(ticket: string, nonce: string, timestamp: number, url: string): string {
  const [page = ''] = url.split('#');
  const text = `jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${page}`;
  return createHash('sha1').update(text).digest('hex');
}

export function createOfficialAccount(
  account: NonNullable<Settings['officialAccount']>,
  tokens: SharedTokens,
  clock: Clock,
): OfficialAccount {
  const { appId, secret, apiUrl, openUrl } = account;
  const withToken = createTokenCalls(account, tokens);
  const fetchTicket = () =>
    withToken(async (token) => {
      const query = { access_token: token, type: 'jsapi' };
      const answer = await askJson({
        url: `${apiUrl}/cgi-bin/ticket/getticket`,
        query,
      });
      const { ticket, expires_in } = answer as TicketAnswer;
      return { value: ticket, expiresIn: expires_in };
    });
  return {
    appId,
    authorizeUrl({ redirectUri, state }) {
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      });
      return `${openUrl}/connect/oauth2/authorize?${query.toString()}#wechat_redirect`;
    },
    async codeToIdentity(code) {
      const query = { appid: appId, secret, code, grant_type: 'authorization_code' };
      const answer = (await askJson({ url: `${apiUrl}/sns/oauth2/access_token`, query })) as AccessAnswer;
      if (!answer.openid) throw new WechatError(null);
      const isSnapshot = answer.is_snapshotuser === 1;
      return { openid: answer.openid, unionid: answer.unionid ?? null, isSnapshot };
    },
    async signPage(url) {
      const ticket = await tokens.get(`wechat-ticket:${appId}`, fetchTicket);
      const timestamp = Math.floor(clock.now().getTime() / 1_000);
      const nonce = randomBytes(8).toString('hex');
      return { appId, timestamp, nonce, signature: pageSignature(ticket, nonce, timestamp, url) };
    },
  };
}
