import { randomBytes } from 'node:crypto';
import { encryptMessage, signatureOf } from '../../src/cloud/platform/wechat/message-crypto';
import type { TestCloud } from './cloud';

interface Opinion {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

export interface AskedPicture {
  traceId: string;
  openid: string;
  url: string;
}

type Body = Record<string, unknown>;
type Answer = { errcode: number } | (Body & { errcode?: undefined });

const visitMs = 2 * 3_600_000;
const nothingFound: Opinion = { suggest: 'pass', label: 100 };

/** 内容安全, version 2: who was not in the app within two hours is refused, and so is what is too long. */
export class WechatContent {
  readonly pictures: AskedPicture[] = [];
  readonly words: string[] = [];
  private foretold: string | null = null;
  private readonly visits = new Map<string, number>();
  private readonly opinions: { part: string; opinion: Opinion }[] = [];

  constructor(private readonly now: () => number) {}

  /** The trace id that the next picture gets: known to whoever hears WeChat before we do. */
  foretell(): string {
    this.foretold = randomBytes(16).toString('hex');
    return this.foretold;
  }

  visit(openid: string): void {
    this.visits.set(openid, this.now());
  }

  /** What is thought of words with this part in them. */
  think(part: string, opinion: Opinion): void {
    this.opinions.push({ part, opinion });
  }

  checkWords(body: Body): Answer {
    const { content } = body;
    const errcode = this.judge(body);
    if (errcode) return { errcode };
    if (typeof content !== 'string' || content === '') return { errcode: 44002 };
    if (Array.from(content).length > 2_500) return { errcode: 45002 };
    this.words.push(content);
    const { opinion } = this.opinions.find(({ part }) => content.includes(part)) ?? { opinion: nothingFound };
    const detail = [{ strategy: 'content_model', errcode: 0, ...opinion, prob: 90 }];
    return { errmsg: 'ok', result: opinion, detail, trace_id: randomBytes(16).toString('hex') };
  }

  checkPicture(body: Body): Answer {
    const { openid, media_url: url, media_type: type } = body;
    const errcode = this.judge(body);
    if (errcode) return { errcode };
    if (type !== 2 || typeof url !== 'string' || !/^https?:\/\//.test(url)) return { errcode: 40097 };
    const traceId = this.foretold ?? randomBytes(16).toString('hex');
    this.foretold = null;
    this.pictures.push({ traceId, openid: String(openid), url });
    return { errmsg: 'ok', trace_id: traceId };
  }

  private judge({ openid, version, scene }: Body): number {
    if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene))) return 40097;
    const at = this.visits.get(String(openid));
    if (at === undefined) return 40003;
    return this.now() - at > visitMs ? 61010 : 0;
  }
}

interface Push {
  token: string;
  appId: string;
  /** null: in plain. */
  aesKey: Buffer | null;
}

let nonces = 0;

/** What WeChat's server sends, as often as it likes. */
export function pushed(cloud: TestCloud, { token, appId, aesKey }: Push, message: object) {
  const timestamp = String(Math.floor(cloud.clock.now().getTime() / 1_000));
  nonces += 1;
  const nonce = String(nonces);
  const plain = JSON.stringify(message);
  const encrypted = aesKey && encryptMessage(aesKey, plain, appId);
  const query = {
    ...{ signature: signatureOf(token, timestamp, nonce), timestamp, nonce },
    ...(encrypted && { msg_signature: signatureOf(token, timestamp, nonce, encrypted), encrypt_type: 'aes' }),
  };
  return cloud.app.inject({
    method: 'POST',
    url: `/api/wechat/messages?${new URLSearchParams(query).toString()}`,
    headers: { 'content-type': 'text/plain' },
    payload: encrypted ? JSON.stringify({ Encrypt: encrypted }) : plain,
  });
}

/** 异步检测结果 of a picture. */
export const mediaChecked = (appId: string, traceId: string, { suggest, label }: Opinion) => ({
  ...{ ToUserName: 'gh_stand_in', FromUserName: 'openid-of-wechat', CreateTime: 1, MsgType: 'event' },
  ...{ Event: 'wxa_media_check', appid: appId, trace_id: traceId, version: 2, errcode: 0, errmsg: 'ok' },
  ...{
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  },
});

/** WeChat could not fetch it. */
export const mediaUnreachable = (appId: string, traceId: string) => ({
  ...mediaChecked(appId, traceId, nothingFound),
  ...{ errcode: -1008, errmsg: 'download failed', result: undefined, detail: [] },
});
