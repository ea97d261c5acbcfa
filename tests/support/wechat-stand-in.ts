import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Clock } from '../../src/cloud/platform/clock';
import { messages, picture } from './wechat-answers';
import { WechatContent } from './wechat-content';
import { breaksLimits } from './wechat-values';
import { listenLocally } from './local-server';

interface Issued {
  openid: string;
  unionid: string | undefined;
  phone?: string;
  isSnapshot?: boolean;
  expiresAt: number;
}

interface Account {
  appId: string;
  secret: string;
}

export interface WechatStandInOptions extends Account {
  /** The official account beside the mini-program. */
  officialAccount?: Account;
  clock?: Clock;
}

export interface SentMessage {
  openid: string;
  templateId: string;
  page: string | null;
  values: Record<string, string>;
}

/** A local stand-in of WeChat's server API: what its pages document of each call, errors included. */
export interface WechatStandIn {
  url: string;
  /** A `wx.login` code of this user: single use, five minutes. A unionid only of an app bound to an open platform account. */
  issueCode(openid: string, unionid?: string): string;
  /** The code of a phone button's tap by this user. */
  issuePhoneCode(openid: string, phone: string): string;
  /** What the official account's page sends its visitor back with. */
  issueWebCode(openid: string, more?: { unionid?: string; isSnapshot?: boolean }): string;
  /** Who is taken to WeChat's page in a browser; null: they say no there. */
  visitor: string | null;
  /** The user has accepted one more message of the template. */
  grantSubscription(openid: string, templateId: string): void;
  /** What is thought of words and pictures. */
  content: WechatContent;
  /** Messages that reached their user. */
  sent(): readonly SentMessage[];
  /** The next call of this path (of any, without one) answers this error code instead. */
  failNext(errcode: number, path?: string): void;
  /** The next call of this path is heard, and its connection broken before the answer. */
  breakNext(path: string): void;
  /** Tokens handed out so far are good no more. */
  expireTokens(): void;
  /** Answered calls, without their secrets. */
  calls(): readonly { path: string; errcode: number }[];
  close(): Promise<void>;
}

const codeLifeMs = 5 * 60_000;
const tokenSeconds = 7_200;

type Body = Record<string, unknown>;
type Answer = { errcode: number } | Buffer | (Body & { errcode?: undefined });

class Wechat {
  readonly calls: { path: string; errcode: number }[] = [];
  readonly sent: SentMessage[] = [];
  readonly failures: { errcode: number; path: string | null }[] = [];
  readonly broken: string[] = [];
  readonly content = new WechatContent(() => this.now());
  private readonly codes = new Map<string, Issued>();
  private readonly used = new Set<string>();
  private readonly permissions = new Map<string, number>();
  private tokens = new Map<string, { value: string; until: number }>();

  constructor(private readonly options: WechatStandInOptions) {}

  private now = () => (this.options.clock ?? { now: () => new Date() }).now().getTime();

  issue(issued: Omit<Issued, 'expiresAt'>): string {
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { ...issued, expiresAt: this.now() + codeLifeMs });
    return code;
  }

  grant(openid: string, templateId: string): void {
    const key = `${openid} ${templateId}`;
    this.permissions.set(key, (this.permissions.get(key) ?? 0) + 1);
  }

  expireTokens(): void {
    this.tokens = new Map();
  }

  answer(path: string, query: URLSearchParams, body: Body): Answer {
    const at = this.failures.findIndex((failure) => failure.path === null || failure.path === path);
    const [forced] = at < 0 ? [] : this.failures.splice(at, 1);
    if (forced) return { errcode: forced.errcode };
    const answer = this.paths[path];
    return answer ? answer(query, body) : { errcode: 40066 };
  }

  private readonly paths: Record<string, (query: URLSearchParams, body: Body) => Answer> = {
    '/sns/jscode2session': (query) => {
      if (query.get('grant_type') !== 'authorization_code') return { errcode: 40002 };
      const errcode = this.judgeAccount(query.get('appid'), query.get('secret'), this.options);
      if (errcode) return { errcode };
      const issued = this.redeem(query.get('js_code') ?? '');
      if (typeof issued === 'number') return { errcode: issued };
      const { openid, unionid } = issued;
      return { session_key: randomBytes(16).toString('base64'), openid, unionid };
    },
    '/sns/oauth2/access_token': (query) => {
      const errcode = this.judgeAccount(
        query.get('appid'),
        query.get('secret'),
        this.options.officialAccount,
      );
      if (errcode) return { errcode };
      const issued = this.redeem(query.get('code') ?? '');
      if (typeof issued === 'number') return { errcode: issued };
      const { openid, unionid, isSnapshot } = issued;
      return {
        access_token: 'web',
        openid,
        unionid,
        scope: 'snsapi_base',
        ...(isSnapshot && { is_snapshotuser: 1 }),
      };
    },
    '/cgi-bin/stable_token': (_query, { grant_type: type, appid, secret }) => {
      if (type !== 'client_credential') return { errcode: 40002 };
      const { officialAccount } = this.options;
      const account = officialAccount && appid === officialAccount.appId ? officialAccount : this.options;
      const errcode = this.judgeAccount(String(appid), String(secret), account);
      if (errcode) return { errcode };
      const known = this.tokens.get(account.appId);
      const token =
        known && known.until > this.now()
          ? known
          : { value: randomBytes(24).toString('hex'), until: this.now() + tokenSeconds * 1_000 };
      this.tokens.set(account.appId, token);
      return { access_token: token.value, expires_in: Math.floor((token.until - this.now()) / 1_000) };
    },
    '/cgi-bin/ticket/getticket': this.authorized(this.officialAppId, (query) =>
      query.get('type') === 'jsapi'
        ? { errmsg: 'ok', ticket: `ticket-${randomBytes(8).toString('hex')}`, expires_in: tokenSeconds }
        : { errcode: 40097 },
    ),
    '/wxa/business/getuserphonenumber': this.authorized(this.appId, (_query, { code, openid }) => {
      const issued = this.redeem(String(code));
      if (typeof issued === 'number') return { errcode: issued };
      // A code of wx.login is none of the button's, and one person's is not another's.
      if (!issued.phone || issued.openid !== openid) return { errcode: 40029 };
      return {
        phone_info: {
          phoneNumber: issued.phone,
          purePhoneNumber: issued.phone.replace(/^\+86/, ''),
          countryCode: '86',
          watermark: { timestamp: Math.floor(this.now() / 1_000), appid: this.options.appId },
        },
      };
    }),
    '/cgi-bin/message/subscribe/send': this.authorized(this.appId, (_query, body) => this.send(body)),
    '/wxa/msg_sec_check': this.authorized(this.appId, (_query, body) => this.content.checkWords(body)),
    '/wxa/media_check_async': this.authorized(this.appId, (_query, body) => this.content.checkPicture(body)),
    '/wxa/getwxacodeunlimit': this.authorized(this.appId, (_query, { scene, page }) => {
      if (typeof scene !== 'string' || !/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene))
        return { errcode: 40129 };
      return typeof page === 'string' && page.startsWith('/') ? { errcode: 41030 } : picture;
    }),
  };

  private get appId(): () => string | undefined {
    return () => this.options.appId;
  }

  private get officialAppId(): () => string | undefined {
    return () => this.options.officialAccount?.appId;
  }

  private authorized(
    appId: () => string | undefined,
    work: (query: URLSearchParams, body: Body) => Answer,
  ): (query: URLSearchParams, body: Body) => Answer {
    return (query, body) => {
      const token = this.tokens.get(appId() ?? '');
      const isRight = token?.value === query.get('access_token') && token.until > this.now();
      return isRight ? work(query, body) : { errcode: 40001 };
    };
  }

  private judgeAccount(appId: string | null, secret: string | null, account: Account | undefined): number {
    if (!account || appId !== account.appId) return 40013;
    return secret === account.secret ? 0 : 40125;
  }

  private redeem(code: string): Issued | number {
    if (this.used.has(code)) return 40163;
    const issued = this.codes.get(code);
    if (!issued || issued.expiresAt <= this.now()) return 40029;
    this.used.add(code);
    return issued;
  }

  private send({ touser, template_id: template, page, data }: Body): Answer {
    const [openid, templateId] = [String(touser), String(template)];
    const values = Object.fromEntries(
      Object.entries(data as Record<string, { value: string }>).map(([key, { value }]) => [key, value]),
    );
    if (Object.entries(values).some(([key, value]) => breaksLimits(key, value))) return { errcode: 47003 };
    const key = `${openid} ${templateId}`;
    const left = this.permissions.get(key) ?? 0;
    if (left < 1) return { errcode: 43101 };
    this.permissions.set(key, left - 1);
    this.sent.push({ openid, templateId, page: typeof page === 'string' ? page : null, values });
    return { errmsg: 'ok' };
  }
}

function write(response: ServerResponse, answer: Answer): void {
  if (Buffer.isBuffer(answer)) {
    response.setHeader('content-type', 'image/png');
    return void response.end(answer);
  }
  const { errcode } = answer;
  if (!errcode) return void response.end(JSON.stringify(answer));
  response.end(JSON.stringify({ errcode, errmsg: `${messages[errcode] ?? 'error'}, rid: stand-in` }));
}

export async function startWechatStandIn(options: WechatStandInOptions): Promise<WechatStandIn> {
  const wechat = new Wechat(options);

  /** The page of 网页授权: snsapi_base asks nothing. */
  function sendBack(query: URLSearchParams, response: ServerResponse): void {
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', query.get('state') ?? '');
    const { visitor } = standIn;
    if (visitor !== null)
      back.searchParams.set('code', wechat.issue({ openid: visitor, unionid: undefined }));
    response.writeHead(302, { location: back.href }).end();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    if (pathname === '/connect/oauth2/authorize') return sendBack(searchParams, response);
    const body = request.method === 'POST' ? (JSON.parse(await text(request)) as Body) : {};
    const answer = wechat.answer(pathname, searchParams, body);
    const errcode = Buffer.isBuffer(answer) ? 0 : (answer.errcode ?? 0);
    wechat.calls.push({ path: pathname, errcode });
    const broken = wechat.broken.indexOf(pathname);
    if (broken >= 0) {
      wechat.broken.splice(broken, 1);
      return void response.destroy();
    }
    // WeChat answers 200 and text/plain, whatever happened.
    response.setHeader('content-type', 'text/plain');
    write(response, answer);
  }

  const server = await listenLocally((request, response) => void handle(request, response));

  const standIn: WechatStandIn = {
    url: server.url,
    visitor: 'web-visitor',
    issueCode: (openid, unionid) => wechat.issue({ openid, unionid }),
    issuePhoneCode: (openid, phone) => wechat.issue({ openid, unionid: undefined, phone }),
    issueWebCode: (openid, { unionid, isSnapshot = false } = {}) =>
      wechat.issue({ openid, unionid, isSnapshot }),
    grantSubscription: (openid, templateId) => wechat.grant(openid, templateId),
    content: wechat.content,
    sent: () => wechat.sent,
    failNext: (errcode, path) => void wechat.failures.push({ errcode, path: path ?? null }),
    breakNext: (path) => void wechat.broken.push(path),
    expireTokens: () => wechat.expireTokens(),
    calls: () => wechat.calls,
    close: server.close,
  };
  return standIn;
}
