import { randomBytes } from 'node:crypto';
import { problems } from '../../contract/http';
import type { IdentityKind } from '../../contract/people';
import { sessionProblems, type DemoAccount, type Session } from '../../contract/sessions';
import type { People } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { Jobs } from '../platform/jobs';
import { refuse } from '../platform/refusal';
import { WechatError } from '../platform/wechat/call';
import type { MiniProgram } from '../platform/wechat/mini-program';
import { expiryFrom, hashOf } from './identify';
import * as queries from './queries';
import { demoAbout, newcomer, otherDevice } from './texts';

interface SessionsParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  /** null where WeChat is not configured. */
  miniProgram: MiniProgram | null;
  isDemo: boolean;
  people: People;
}

const demoProvider = 'demo';
/** 40029 used, unknown or expired; 40163 used twice. */
const refusedCodes = new Set([40029, 40163]);
const blockedCode = 40226;

function refusalOf(error: unknown): unknown {
  if (!(error instanceof WechatError)) return error;
  if (error.errcode !== null && refusedCodes.has(error.errcode))
    return refuse(sessionProblems.wechat_code_refused);
  if (error.errcode === blockedCode) return refuse(sessionProblems.wechat_blocked);
  return refuse(sessionProblems.wechat_unavailable, { retryAfter: 5 });
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions({ database, changes, clock, miniProgram, isDemo, people }: SessionsParts) {
  async function open(tx: Queries, personId: string, way: IdentityKind): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const now = clock.now();
    const expiresAt = expiryFrom(now);
    await tx.run(queries.insertSession, [hashOf(token), newId(), personId, now, expiresAt, way, otherDevice]);
    return { token, expiresAt: expiresAt.toISOString(), me: await people.describeMe(tx, personId) };
  }

  /** The person of an identity, made when it is new. Two at once end with one person. */
  async function personOf(tx: Queries, provider: string, subject: string): Promise<string> {
    const known = await tx.row(queries.findIdentity, [provider, subject]);
    if (known) return known.personId;
    const id = newId();
    const now = clock.now();
    await tx.run(queries.insertPerson, [id, newcomer, now]);
    const holder = await tx.row(queries.insertIdentity, [provider, subject, id, now, newId()]);
    if (!holder || holder.personId === id) return id;
    await tx.run(queries.deletePerson, [id]);
    return holder.personId;
  }

  function demandDemo(): void {
    if (!isDemo) throw refuse(sessionProblems.demo_off);
  }

  return {
    /** Anyone. A new openid makes a person. */
    async signInWithWechat({ code }: { code: string }): Promise<Session> {
      if (!miniProgram) throw refuse(sessionProblems.wechat_unavailable);
      const { openid } = await miniProgram.codeToSession(code).catch((error: unknown) => {
        throw refusalOf(error);
      });
      return database.transaction(async (tx) => open(tx, await personOf(tx, 'wechat', openid), 'wechat'));
    },

    /** Anyone, in a demonstration. */
    async listDemoAccounts(): Promise<{ items: DemoAccount[] }> {
      demandDemo();
      const rows = await database.rows(queries.listDemoAccounts);
      return { items: rows.map((row) => ({ ...row, about: demoAbout[row.role] })) };
    },

    /** Anyone, in a demonstration. */
    async signInAsDemo({ account }: { account: string }): Promise<Session> {
      demandDemo();
      const known = await database.row(queries.findIdentity, [demoProvider, account]);
      if (!known) throw refuse(problems.not_found, { fields: { account: '没有这个演示账号' } });
      return database.transaction((tx) => open(tx, known.personId, 'demo'));
    },

    /** A signed-in person: this session only, at once on every instance. */
    async signOut({ sessionId, personId }: Asker): Promise<undefined> {
      await database.transaction(async (tx) => {
        await tx.run(queries.deleteSession, [sessionId]);
        await changes.announce(tx, 'sessions', personId);
      });
    },
  };
}

export function sessionJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('sessions_purge', 3_600_000, async (database) => {
    await database.run(queries.purgeSessions, [clock.now()]);
  });
}
