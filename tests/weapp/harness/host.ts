export interface RequestOptions {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, unknown>;
  dataType?: string;
  responseType?: string;
  /** ms */
  timeout?: number;
}

export interface RequestAnswer {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
  cookies: string[];
}

export interface RequestFailure {
  fail: string;
  errno?: number;
}

/** What a device API answers in a test, or how; what it throws is its `fail` message. */
export type Stub = object | ((options: Record<string, unknown>) => unknown);

export interface HostOptions {
  appId?: string;
  /** Origins that wx.request may reach, as registered with WeChat; all when left out. */
  domains?: readonly string[];
  /** From the address built in to the test's server. */
  rewrite?: (url: string) => string;
}

export interface HostCall {
  api: string;
  url?: string;
  method?: string;
  options?: Record<string, unknown>;
}

/** What lies outside of WeChat: HTTP, and the stubs a test sets. */
export interface Host {
  readonly appId: string;
  readonly calls: HostCall[];
  /** Requests and calls that are still unanswered. */
  readonly pending: number;
  request(options: RequestOptions): Promise<RequestAnswer | RequestFailure>;
  /** The stub's answer; undefined where there is none. */
  call(api: string, options: Record<string, unknown>): Promise<unknown>;
  stub(api: string, stub: Stub): void;
}

function bodyOf(method: string, type: string, data: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (data === undefined || data === null || ['GET', 'HEAD'].includes(method)) return null;
  if (typeof data === 'string') return data;
  if (data instanceof Uint8Array) return data.slice();
  if (/x-www-form-urlencoded/.test(type))
    return new URLSearchParams(data as Record<string, string>).toString();
  return JSON.stringify(data);
}

function parsed(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // WeChat hands over the text
  }
}

async function send(
  appId: string,
  url: URL,
  options: RequestOptions,
): Promise<RequestAnswer | RequestFailure> {
  const { method = 'GET', data, header = {}, dataType = 'json', timeout = 60_000 } = options;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value);
  headers['referer'] = `https://servicewechat.com/${appId}/devtools/page-frame.html`;
  if (['GET', 'HEAD'].includes(method) && typeof data === 'object' && data !== null)
    for (const [name, value] of Object.entries(data)) url.searchParams.set(name, String(value));
  try {
    const body = bodyOf(method, headers['content-type'] ?? '', data);
    const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeout) });
    return {
      data: parsed(await answer.text(), dataType),
      statusCode: answer.status,
      header: Object.fromEntries(answer.headers),
      cookies: answer.headers.getSetCookie(),
    };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } };
    if (name === 'TimeoutError') return { fail: 'timeout', errno: 5 };
    return { fail: cause?.code ?? message, errno: 600_001 };
  }
}

class LocalHost implements Host {
  readonly appId: string;
  readonly calls: HostCall[] = [];
  pending = 0;
  private readonly stubs = new Map<string, Stub>();

  constructor(private readonly options: HostOptions) {
    this.appId = options.appId ?? 'touristappid';
  }

  stub(api: string, stub: Stub): void {
    this.stubs.set(api, stub);
  }

  request(options: RequestOptions): Promise<RequestAnswer | RequestFailure> {
    this.calls.push({ api: 'request', url: options.url, method: options.method ?? 'GET' });
    return this.counted(() => this.ask(options));
  }

  call(api: string, options: Record<string, unknown>): Promise<unknown> {
    this.calls.push({ api, options });
    return this.counted(() => this.answerOf(api, options));
  }

  private async counted<Result>(work: () => Promise<Result>): Promise<Result> {
    this.pending += 1;
    try {
      return await work();
    } finally {
      this.pending -= 1;
    }
  }

  private async answerOf(api: string, options: object): Promise<unknown> {
    const stub = this.stubs.get(api);
    return typeof stub === 'function' ? (stub as (given: object) => unknown)(options) : stub;
  }

  private async ask(options: RequestOptions): Promise<RequestAnswer | RequestFailure> {
    const { domains, rewrite } = this.options;
    const { url } = options;
    const stubbed = await this.answerOf('request', options);
    if (stubbed) return stubbed as RequestAnswer | RequestFailure;
    if (!URL.canParse(url)) return { fail: 'invalid url', errno: 600_009 };
    if (domains && !domains.includes(new URL(url).origin))
      return { fail: 'url not in domain list', errno: 600_002 };
    if (options.responseType === 'arraybuffer')
      return { fail: 'arraybuffer is not supported by this harness' };
    return send(this.appId, new URL(rewrite ? rewrite(url) : url), options);
  }
}

export const createHost = (options: HostOptions = {}): Host => new LocalHost(options);
