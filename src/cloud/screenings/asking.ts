import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import type { Log } from '../platform/log';
import { WechatError } from '../platform/wechat/call';
import { opinionIn, type ContentChecks, type ContentOpinion } from '../platform/wechat/content-checks';
import type { WechatMessage, WechatMessages } from '../platform/wechat/messages';
import * as asks from './ask-queries';
import { localOpinion } from './looking';
import type { PictureUrls } from './pictures';
import type * as queries from './queries';
import { rulesOf } from './rules';
import type { PartIds, Settling } from './settling';
import { lateMs } from './starting';

interface AskingParts {
  database: Database;
  clock: Clock;
  log: Log;
  contentChecks: ContentChecks;
  pictures: PictureUrls;
  settling: Settling;
}

/** The author was last in the app more than two hours ago, is none of its users, or of another app. */
const notWechats = new Set([61010, 40003, 43104]);
/** WeChat fetches the picture some time before it answers. */
const fetchSeconds = lateMs / 1_000;
const together = 8;
/** Longer than any call takes. */
const takenMs = 2 * 60_000;
const backoffMs = (attempts: number) => Math.min(2_000 * 2 ** attempts, 10 * 60_000);

type Answer = ContentOpinion | { suggest: 'unreachable'; label: null };

function opinionOf({ suggest, label }: Answer): queries.Opinion {
  if (suggest === 'unreachable') return { verdict: 'review', checkedBy: 'none', why: 'unreachable' };
  if (suggest === 'pass') return { verdict: 'pass', checkedBy: 'wechat', why: null, label };
  return { verdict: suggest, checkedBy: 'wechat', why: `wechat_${suggest}`, label };
}

/** Asks WeChat what is to be asked, outside of any transaction. */
export function createAsking({ database, clock, log, contentChecks, pictures, settling }: AskingParts) {
  const after = (ms: number) => new Date(clock.now().getTime() + ms);
  const idsOf = ({ communityId, screeningId, number }: PartIds) => [communityId, screeningId, number];

  /** From when the picture was sent on; what WeChat said of it may be here already. */
  async function noteTrace(tx: Queries, part: asks.TakenPart, traceId: string): Promise<void> {
    await settling.hold(tx, part);
    await tx.run(asks.awaitAnswer, [...idsOf(part), after(lateMs)]);
    const trace = await tx.row(asks.traceAsked, [traceId, clock.now(), ...idsOf(part)]);
    if (trace?.suggest)
      await settling.decide(tx, part, opinionOf({ suggest: trace.suggest, label: trace.label } as Answer));
  }

  async function askOf(part: asks.TakenPart, openid: string): Promise<(tx: Queries) => Promise<void>> {
    if (part.mediaId === null) {
      const content = part.texts.map(({ text }) => text).join('\n');
      const opinion = await contentChecks.checkWords({ openid, content });
      return (tx) => settling.decide(tx, part, opinionOf(opinion));
    }
    const url = await pictures.signedUrlFor(part.mediaId, 'photo', fetchSeconds);
    const traceId = await contentChecks.checkPicture({ openid, url });
    return (tx) => noteTrace(tx, part, traceId);
  }

  async function decideHere(tx: Queries, part: asks.TakenPart): Promise<void> {
    const rules = await rulesOf(tx, part.communityId);
    await settling.decide(tx, part, localOpinion(part.kind, part.source, rules));
  }

  async function ask(part: asks.TakenPart): Promise<void> {
    if (!part.isOpen) return void (await database.run(asks.askNoMore, idsOf(part)));
    let finish: (tx: Queries) => Promise<void>;
    try {
      finish = part.openid === null ? (tx) => decideHere(tx, part) : await askOf(part, part.openid);
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      const isNotWechats = notWechats.has(error.errcode ?? 0);
      if (!isNotWechats) {
        log.warn({ code: error.errcode, kind: part.kind }, 'WeChat did not look at a part of a screening');
        return void (await database.run(asks.askLater, [...idsOf(part), after(backoffMs(part.attempts))]));
      }
      finish = (tx) => decideHere(tx, part);
    }
    await database.transaction(finish);
  }

  return async function askDue(): Promise<void> {
    for (;;) {
      const taken = await database.rows(asks.takeToAsk, [clock.now(), after(takenMs), together]);
      await Promise.all(taken.map(ask));
      if (taken.length < together) return;
    }
  };
}

/** WeChat's word on a picture: once, however often it comes, and also before we know what it is about. */
export function hearOfPictures(messages: WechatMessages, settling: Settling, clock: Clock): void {
  messages.onEvent('wxa_media_check', async (tx, message) => {
    const { trace_id: traceId } = message;
    const answer = answerIn(message);
    if (typeof traceId !== 'string' || !traceId || !answer) return;
    const values = [traceId, clock.now(), answer.suggest, answer.label];
    const trace = await tx.row(asks.traceAnswered, values);
    if (!trace || trace.communityId === null || trace.screeningId === null || trace.number === null) return;
    const { communityId, screeningId, number } = trace;
    await settling.decide(tx, { communityId, screeningId, number }, opinionOf(answer));
  });
}

function answerIn({ errcode, result }: WechatMessage): Answer | null {
  if (typeof errcode === 'number' && errcode !== 0) return { suggest: 'unreachable', label: null };
  return opinionIn(result);
}
