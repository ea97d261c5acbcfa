import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../clock';
import { statement, type Database, type Queries } from '../database';
import type { Jobs } from '../jobs';
import type { Settings } from '../settings';
import { decryptMessage, isSignedBy } from './message-crypto';

/** What WeChat's server tells us, as JSON. */
export interface WechatMessage {
  readonly MsgType?: string;
  readonly Event?: string;
  readonly FromUserName?: string;
  readonly [name: string]: unknown;
}

type Handler = (tx: Queries, message: WechatMessage) => Promise<void>;

export interface WechatMessages {
  /** `work` runs in the transaction that notes the message as taken. */
  onEvent(event: string, work: Handler): void;
  /** What follows from a message, in the caller's transaction. */
  handle(tx: Queries, message: WechatMessage): Promise<void>;
  /** Whether it was ours and fresh; a message taken before is not taken again. */
  take(query: PushQuery, body: string): Promise<boolean>;
  /** Whether the question WeChat asks when the address is entered is WeChat's. */
  isFromWechat(query: PushQuery): boolean;
}

interface PushQuery {
  signature?: string;
  msg_signature?: string;
  timestamp?: string;
  nonce?: string;
  echostr?: string;
}

const note = statement<object>(
  'wechat_messages_note',
  'insert into wechat_messages (signature, received_at) values ($1, $2) on conflict (signature) do nothing',
);
const purge = statement<object>(
  'wechat_messages_purge',
  'delete from wechat_messages where received_at < $1',
);

/** Older is not taken any more, so a signature need not be remembered for longer. */
const freshMs = 5 * 60_000;

interface Parts {
  database: Database;
  clock: Clock;
  push: Settings['wechatPush'];
}

/** 消息推送, in JSON; plain where no key is set, else in safe mode and nothing else. */
export function createWechatMessages({ database, clock, push }: Parts): WechatMessages {
  const handlers = new Map<string, Handler>();

  const isFresh = (timestamp: string) =>
    Math.abs(clock.now().getTime() - Number(timestamp) * 1_000) <= freshMs;

  /** The signature that vouches for the message, and the message; null when none does. */
  function open({ timestamp = '', nonce = '', ...query }: PushQuery, body: string) {
    if (!push) return null;
    const outer = JSON.parse(body) as WechatMessage & { Encrypt?: unknown };
    if (!push.aesKey) {
      const signature = query.signature ?? '';
      return isSignedBy(signature, push.token, timestamp, nonce) ? { signature, message: outer } : null;
    }
    const signature = query.msg_signature ?? '';
    const { Encrypt: encrypted } = outer;
    if (typeof encrypted !== 'string') return null;
    if (!isSignedBy(signature, push.token, timestamp, nonce, encrypted)) return null;
    const { message, appId } = decryptMessage(push.aesKey, encrypted);
    return appId === push.appId ? { signature, message: JSON.parse(message) as WechatMessage } : null;
  }

  async function handle(tx: Queries, message: WechatMessage): Promise<void> {
    await handlers.get(message.Event ?? '')?.(tx, message);
  }

  return {
    handle,
    onEvent: (event, work) => void handlers.set(event, work),

    isFromWechat: ({ signature = '', timestamp = '', nonce = '' }) =>
      push !== null && isSignedBy(signature, push.token, timestamp, nonce),

    async take(query, body) {
      let opened: ReturnType<typeof open>;
      try {
        opened = open(query, body);
      } catch {
        return false;
      }
      if (!opened || !isFresh(query.timestamp ?? '')) return false;
      const { signature, message } = opened;
      await database.transaction(async (tx) => {
        if (!(await tx.run(note, [signature, clock.now()]))) return;
        await handle(tx, message);
      });
      return true;
    },
  };
}

const wechatMessagesPath = '/api/wechat/messages';

/** The door WeChat's server knocks at. It takes any content type: WeChat names several for the same JSON. */
export async function serveWechatMessages(app: FastifyInstance, messages: WechatMessages): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));
    const hidden = { schema: { hide: true } };
    scope.get(wechatMessagesPath, hidden, (request: FastifyRequest<{ Querystring: PushQuery }>, reply) => {
      if (!messages.isFromWechat(request.query)) return reply.code(403).send('');
      return reply.type('text/plain').send(request.query.echostr ?? '');
    });
    scope.post(
      wechatMessagesPath,
      hidden,
      async (request: FastifyRequest<{ Querystring: PushQuery; Body: string }>, reply) => {
        const isTaken = await messages.take(request.query, request.body);
        return reply
          .code(isTaken ? 200 : 403)
          .type('text/plain')
          .send(isTaken ? 'success' : '');
      },
    );
    done();
  });
}

export function wechatMessageJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('wechat_messages_purge', 3_600_000, async (database) => {
    await database.run(purge, [new Date(clock.now().getTime() - 2 * freshMs)]);
  });
}
