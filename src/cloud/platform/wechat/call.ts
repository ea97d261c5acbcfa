/** What WeChat answered instead: its code, or null when it did not answer. */
export class WechatError extends Error {
  constructor(readonly errcode: number | null) {
    super(`WeChat answered ${errcode ?? 'nothing'}`);
  }
}

const timeoutMs = 5_000;

interface Request {
  url: string;
  query: Record<string, string>;
  body?: unknown;
}

/** The raw answer. URLs hold secrets: no cause is passed on. */
export async function ask({ url, query, body }: Request): Promise<Buffer> {
  try {
    const answer = await fetch(`${url}?${new URLSearchParams(query).toString()}`, {
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return Buffer.from(await answer.arrayBuffer());
  } catch {
    throw new WechatError(null);
  }
}

/** Throws what error the JSON tells of; WeChat says `text/plain` of it. */
export function jsonIn(bytes: Buffer): unknown {
  let answer: { errcode?: number };
  try {
    answer = JSON.parse(bytes.toString('utf8')) as { errcode?: number };
  } catch {
    throw new WechatError(null);
  }
  if (answer.errcode) throw new WechatError(answer.errcode);
  return answer;
}

export const askJson = async (request: Request): Promise<unknown> => jsonIn(await ask(request));
