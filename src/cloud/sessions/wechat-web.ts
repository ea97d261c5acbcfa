import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { wechatWebPaths } from '../../contract/sessions';
import type { Limits } from '../platform/rate-limit';
import { Refusal } from '../platform/refusal';
import type { Settings } from '../platform/settings';
import { WechatError } from '../platform/wechat/call';
import type { OfficialAccount } from '../platform/wechat/official-account';
import type { Sessions } from './service';

interface Parts {
  settings: Pick<Settings, 'publicUrl'>;
  officialAccount: OfficialAccount | null;
  limits: Limits;
  sessions: Sessions;
}

const cookieName = 'nuanxin_wechat';
const cookieSeconds = 600;
/** A page of our own app, with its query; never another site's. */
const pagePattern = /^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*){2}(\?[A-Za-z0-9_.~%&=-]{0,200})?$/;

/** Why it did not work, for the sign-in page to say in words. */
type Reason = 'off' | 'state' | 'snapshot' | 'denied' | 'busy';

function cookieIn(request: FastifyRequest): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? '';
}

const isSame = (a: string, b: string) =>
  a.length > 0 && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** To WeChat's page and back, for the web app in WeChat's own browser. Nobody ever sees JSON here. */
export function serveWechatWeb(
  app: FastifyInstance,
  { settings, officialAccount, limits, sessions }: Parts,
): void {
  const isSecure = settings.publicUrl.startsWith('https:');
  const cookie = (value: string, seconds: number) =>
    `${cookieName}=${value}; Path=${wechatWebPaths.callback}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  function toApp(reply: FastifyReply, query: Record<string, string>): FastifyReply {
    const page = `/#/sessions/rider/sign-in?${new URLSearchParams(query).toString()}`;
    return reply.header('cache-control', 'no-store').header('set-cookie', cookie('', 0)).redirect(page, 302);
  }
  const refuseTo = (reply: FastifyReply, refused: Reason) => toApp(reply, { refused });

  app.get(wechatWebPaths.start, { schema: { hide: true } }, (request, reply) => {
    if (!officialAccount) return refuseTo(reply, 'off');
    const { returnTo = '' } = request.query as { returnTo?: string };
    const state = randomBytes(16).toString('hex');
    const page = pagePattern.test(returnTo) ? encodeURIComponent(returnTo) : '';
    const redirectUri = settings.publicUrl + wechatWebPaths.callback;
    return reply
      .header('cache-control', 'no-store')
      .header('set-cookie', cookie(`${state}.${page}`, cookieSeconds))
      .redirect(officialAccount.authorizeUrl({ redirectUri, state }), 302);
  });

  app.get(wechatWebPaths.callback, { schema: { hide: true } }, async (request, reply) => {
    if (!officialAccount) return refuseTo(reply, 'off');
    const { code = '', state = '' } = request.query as { code?: string; state?: string };
    const [expected = '', page = ''] = cookieIn(request).split('.');
    // Somebody else's sign-in, sent as a link, would make the visitor use their account.
    if (!isSame(state, expected)) return refuseTo(reply, 'state');
    if (!code) return refuseTo(reply, 'denied');
    try {
      await limits.consume('sign_in', request.ip);
      const identity = await officialAccount.codeToIdentity(code);
      if (identity.isSnapshot) return await refuseTo(reply, 'snapshot');
      const ticket = await sessions.issueTicket(identity);
      return await toApp(reply, { ticket, ...(page && { returnTo: decodeURIComponent(page) }) });
    } catch (error) {
      if (error instanceof WechatError || error instanceof Refusal) return refuseTo(reply, 'busy');
      throw error;
    }
  });
}
