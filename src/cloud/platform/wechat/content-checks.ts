import type { WechatAccount } from '../settings';
import type { SharedTokens } from '../shared-tokens';
import { createTokenCalls } from './access-token';
import { ask, jsonIn, WechatError } from './call';

/** What WeChat thinks of it, and its number for what it found (100: nothing). */
export interface ContentOpinion {
  suggest: 'pass' | 'review' | 'risky';
  label: number | null;
}

/** 内容安全 of the mini-program, version 2. Throws WechatError. */
export interface ContentChecks {
  /** 文本内容安全识别 msgSecCheck: any length; the worst of its pieces. The openid has used the app in the last two hours. */
  checkWords(words: { openid: string; content: string }): Promise<ContentOpinion>;
  /** 多媒体内容安全识别 mediaCheckAsync: WeChat fetches the picture, and tells within 30 minutes by the trace id. */
  checkPicture(picture: { openid: string; url: string }): Promise<string>;
}

/** 评论: what is written to a community, not a forum. */
const scene = 2;
const version = 2;
const imageType = 2;
const mostCharacters = 2_500;
/** Risky content, as version 1 says it. */
const riskyCode = 87014;

const severities: Record<ContentOpinion['suggest'], number> = { pass: 0, review: 1, risky: 2 };

/** What it said, if it said something: unknown words count as doubt. */
export function opinionIn(result: unknown): ContentOpinion | null {
  if (typeof result !== 'object' || result === null) return null;
  const { suggest, label } = result as { suggest?: unknown; label?: unknown };
  if (typeof suggest !== 'string') return null;
  const isKnown = suggest === 'pass' || suggest === 'risky';
  return { suggest: isKnown ? suggest : 'review', label: typeof label === 'number' ? label : null };
}

/** In pieces that WeChat takes, no character torn apart. */
function* piecesOf(content: string): Generator<string> {
  const characters = Array.from(content);
  for (let at = 0; at < characters.length; at += mostCharacters)
    yield characters.slice(at, at + mostCharacters).join('');
}

export function createContentChecks(account: WechatAccount, tokens: SharedTokens): ContentChecks {
  const withToken = createTokenCalls(account, tokens);
  const post = (path: string, body: object) =>
    withToken(async (token) =>
      jsonIn(await ask({ url: `${account.apiUrl}${path}`, query: { access_token: token }, body })),
    );

  async function opinionOf(openid: string, content: string): Promise<ContentOpinion> {
    try {
      const answer = await post('/wxa/msg_sec_check', { openid, scene, version, content });
      const opinion = opinionIn((answer as { result?: unknown }).result);
      if (!opinion) throw new WechatError(null);
      return opinion;
    } catch (error) {
      if (error instanceof WechatError && error.errcode === riskyCode)
        return { suggest: 'risky', label: null };
      throw error;
    }
  }

  return {
    async checkWords({ openid, content }) {
      let worst: ContentOpinion = { suggest: 'pass', label: null };
      for (const piece of piecesOf(content)) {
        const opinion = await opinionOf(openid, piece);
        if (severities[opinion.suggest] > severities[worst.suggest]) worst = opinion;
      }
      return worst;
    },
    async checkPicture({ openid, url }) {
      const body = { openid, scene, version, media_type: imageType, media_url: url };
      const { trace_id: traceId } = (await post('/wxa/media_check_async', body)) as { trace_id?: unknown };
      if (typeof traceId !== 'string' || !traceId) throw new WechatError(null);
      return traceId;
    },
  };
}
