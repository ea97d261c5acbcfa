import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Log } from '../platform/log';
import type { Settings } from '../platform/settings';
import { WechatError } from '../platform/wechat/call';
import type { MiniProgram } from '../platform/wechat/mini-program';
import * as queries from './queries';

interface Parts {
  database: Database;
  clock: Clock;
  log: Log;
  settings: Pick<Settings, 'subscribeTemplates'>;
  miniProgram: MiniProgram | null;
}

type Outcome = 'sent' | 'no_permission' | 'refused' | 'unknown' | 'later';

/** 43101 not allowed, or used up; 43107 switched off. */
const noPermission = new Set([43101, 43107]);
/** Of this message: the value, the template, the page, the person, a word in it. */
const refused = new Set([47003, 40037, 41030, 40003, 45168]);
const mostAttempts = 8;
const lostMs = 2 * 60_000;
const backoffMs = (attempts: number) => Math.min(30_000 * 2 ** attempts, 6 * 3_600_000);

function outcomeOf(error: unknown): { outcome: Outcome; code: number | null } {
  if (!(error instanceof WechatError) || error.errcode === null) return { outcome: 'unknown', code: null };
  const code = error.errcode;
  if (noPermission.has(code)) return { outcome: 'no_permission', code };
  return { outcome: refused.has(code) ? 'refused' : 'later', code };
}

/**
 * Sends what is due. A delivery is taken and its permission used up in one transaction before WeChat is called, so that
 * whatever breaks afterwards, nothing is ever sent twice by itself: what became of it is then `unknown`, for a person to
 * decide. Where WeChat says that it sent nothing, the permission comes back.
 */
export function createSending({ database, clock, log, settings, miniProgram }: Parts) {
  const templateOf = (kind: string) => settings.subscribeTemplates[kind]?.templateId ?? null;

  /** null when nothing is due; what was taken without permission is finished already. */
  function take(): Promise<(queries.TakenRow & { isAllowed: boolean }) | null> {
    return database.transaction(async (tx) => {
      const taken = await tx.row(queries.takeDue, [clock.now()]);
      if (!taken) return null;
      const isAllowed = (await tx.run(queries.takePermission, [taken.personId, templateOf(taken.kind)])) > 0;
      if (!isAllowed || !taken.openid) await tx.run(queries.finish, [taken.id, 'no_permission', null, null]);
      return { ...taken, isAllowed: isAllowed && taken.openid !== null };
    });
  }

  async function send({ openid, kind, link, fieldValues }: queries.TakenRow) {
    const templateId = templateOf(kind);
    if (!miniProgram || !openid || !templateId) return { outcome: 'refused' as const, code: null };
    try {
      await miniProgram.sendSubscribeMessage({ openid, templateId, page: link, values: fieldValues });
      return { outcome: 'sent' as const, code: null };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async function finish(taken: queries.TakenRow, outcome: Outcome, code: number | null): Promise<void> {
    const isLast = taken.attempts >= mostAttempts;
    const goesOn = outcome === 'later' && !isLast;
    const state = goesOn ? 'waiting' : outcome === 'later' ? 'given_up' : outcome;
    const dueAt = goesOn ? new Date(clock.now().getTime() + backoffMs(taken.attempts)) : null;
    const permission = [taken.personId, templateOf(taken.kind)];
    await database.transaction(async (tx) => {
      await tx.run(queries.finish, [taken.id, state, code, dueAt]);
      if (outcome === 'no_permission') await tx.run(queries.clearPermissions, permission);
      if (outcome === 'refused' || outcome === 'later') await tx.run(queries.addPermission, permission);
    });
    if (state !== 'sent' && state !== 'waiting')
      log.warn({ kind: taken.kind, state, code }, 'notice not delivered');
  }

  return async function sendDue(): Promise<void> {
    await database.run(queries.giveUpOnLost, [new Date(clock.now().getTime() - lostMs)]);
    for (;;) {
      const taken = await take();
      if (!taken) return;
      if (!taken.isAllowed) continue;
      const { outcome, code } = await send(taken);
      await finish(taken, outcome, code);
    }
  };
}
