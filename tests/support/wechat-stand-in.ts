import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Clock } from '../../src/cloud/platform/clock';

interface IssuedCode {
  openid: string;
  unionid: string | undefined;
  expiresAt: number;
}

export interface WechatStandInOptions {
  appId: string;
  secret: string;
  clock?: Clock;
}

/** A local stand-in of WeChat's server API: what 小程序登录凭证校验 documents, errors included. */
export interface WechatStandIn {
  url: string;
  /** A `wx.login` code of this user: single use, five minutes. A unionid only of an app bound to an open platform account. */
  issueCode(openid: string, unionid?: string): string;
  /** The next call answers this error code instead. */
  failNext(errcode: number): void;
  /** Answered calls, without their secrets. */
  calls(): readonly { path: string; errcode: number }[];
  close(): Promise<void>;
}

const codeLifeMs = 5 * 60_000;
const messages: Record<number, string> = {
  [-1]: 'system error',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
};

export async function startWechatStandIn(options: WechatStandInOptions): Promise<WechatStandIn> {
  const { appId, secret, clock = { now: () => new Date() } } = options;
  const codes = new Map<string, IssuedCode>();
  const used = new Set<string>();
  const failures: number[] = [];
  const calls: { path: string; errcode: number }[] = [];

  function judge(query: URLSearchParams): number {
    const forced = failures.shift();
    if (forced !== undefined) return forced;
    if (query.get('appid') !== appId) return 40013;
    if (query.get('secret') !== secret) return 40125;
    if (query.get('grant_type') !== 'authorization_code') return 40002;
    const code = query.get('js_code') ?? '';
    if (used.has(code)) return 40163;
    const issued = codes.get(code);
    return issued && issued.expiresAt > clock.now().getTime() ? 0 : 40029;
  }

  function answerSession(query: URLSearchParams, response: ServerResponse): void {
    const errcode = judge(query);
    const code = query.get('js_code') ?? '';
    calls.push({ path: '/sns/jscode2session', errcode });
    if (errcode !== 0) {
      response.end(JSON.stringify({ errcode, errmsg: `${messages[errcode] ?? 'error'}, rid: stand-in` }));
      return;
    }
    used.add(code);
    const sessionKey = randomBytes(16).toString('base64');
    const { openid, unionid } = codes.get(code) ?? {};
    response.end(JSON.stringify({ session_key: sessionKey, openid, unionid }));
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    // WeChat answers 200 and text/plain, whatever happened.
    response.setHeader('content-type', 'text/plain');
    if (pathname === '/sns/jscode2session') return answerSession(searchParams, response);
    response.statusCode = 404;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  return {
    url: `http://127.0.0.1:${port}`,
    issueCode(openid, unionid) {
      const code = randomBytes(16).toString('hex');
      codes.set(code, { openid, unionid, expiresAt: clock.now().getTime() + codeLifeMs });
      return code;
    },
    failNext: (errcode) => void failures.push(errcode),
    calls: () => calls,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
