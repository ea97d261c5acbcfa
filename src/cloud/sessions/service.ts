import { randomBytes } from 'node:crypto';
import { problems, type InputOf } from '../../contract/http';
import type { IdentityKind, Me } from '../../contract/people';
import {
  sessionLimits,
  sessionProblems,
  type DemoAccount,
  type MySession,
  type Session,
  type SignInWays,
} from '../../contract/sessions';
import type {
  linkPhoneSchemas,
  signInWithPhoneSchemas,
  signInWithTicketSchemas,
  signInWithWechatSchemas,
} from '../../contract/sessions.schema';
import type { Agreement, People, Proof } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { Limits } from '../platform/rate-limit';
import { refuse } from '../platform/refusal';
import type { Caller } from '../platform/router';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import type { Settings } from '../platform/settings';
import type { Sms } from '../platform/sms';
import { identityFromCloudRun } from '../platform/wechat/cloud-run';
import type { MiniProgram, WechatIdentity } from '../platform/wechat/mini-program';
import type { OfficialAccount } from '../platform/wechat/official-account';
import { deviceOf } from './device';
import { expiryFrom, hashOf } from './identify';
import { createPhoneCodes, phoneIndexOf } from './phone-codes';
import * as queries from './queries';
import { demoAbout } from './texts';
import { refusalOfWechat } from './wechat-refusals';

export { sessionsPersonalData } from './personal-data';

interface SessionsParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  secrets: Secrets;
  sealing: Sealing;
  limits: Limits;
  settings: Settings;
  miniProgram: MiniProgram | null;
  officialAccount: OfficialAccount | null;
  sms: Sms | null;
  people: People;
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(parts: SessionsParts) {
  const { database, changes, clock, sealing, limits, settings, miniProgram, officialAccount, people } = parts;
  const codes = createPhoneCodes(parts);

  async function open(tx: Queries, personId: string, way: IdentityKind, caller: Caller): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const now = clock.now();
    const expiresAt = expiryFrom(now);
    const device = deviceOf(caller.header('user-agent'));
    await tx.run(queries.insertSession, [hashOf(token), newId(), personId, now, expiresAt, way, device]);
    return { token, expiresAt: expiresAt.toISOString(), me: await people.describeMe(tx, personId) };
  }

  /** A session of whoever proved it; `take` uses the proof up in the same transaction. */
  function enter(
    proof: Proof,
    agreement: Agreement | undefined,
    caller: Caller,
    take: (tx: Queries) => Promise<void> = () => Promise.resolve(),
  ): Promise<Session> {
    return database.transaction(async (tx) => {
      await take(tx);
      const personId = await people.identities.enter(tx, proof, agreement);
      return open(tx, personId, proof.provider, caller);
    });
  }

  /** One more way for the asker. The session it was asked with ends; whoever remains gets a new one. */
  function link(
    asker: Asker,
    proof: Proof,
    caller: Caller,
    take: (tx: Queries) => Promise<void> = () => Promise.resolve(),
  ): Promise<Session> {
    return database.transaction(async (tx) => {
      await take(tx);
      const personId = await people.identities.link(tx, asker.personId, proof);
      await tx.run(queries.deleteSession, [asker.sessionId, personId]);
      return open(tx, personId, proof.provider, caller);
    });
  }

  async function askWechat<Answer>(ask: (app: MiniProgram) => Promise<Answer>): Promise<Answer> {
    if (!miniProgram) throw refuse(sessionProblems.wechat_unavailable);
    return ask(miniProgram).catch((error: unknown) => {
      throw refusalOfWechat(error);
    });
  }

  const wechatProof = (provider: 'wechat' | 'wechat_web', { openid, unionid }: WechatIdentity): Proof => ({
    provider,
    subject: openid,
    unionid,
  });
  const phoneProof = (phone: string): Proof => ({
    provider: 'phone',
    subject: phoneIndexOf(sealing, phone).toString('hex'),
    phone,
  });

  function demandDemo(): void {
    if (!settings.isDemo) throw refuse(sessionProblems.demo_off);
  }

  return {
    /** Anyone: what this server is set up for. */
    listSignInWays: (): SignInWays => ({
      wechat: miniProgram !== null,
      wechatWeb: officialAccount !== null,
      cloudRun: settings.trustsCloudRun,
      phone: parts.sms !== null,
      demo: settings.isDemo,
    }),

    /** Anyone. A new openid makes a person. */
    async signInWithWechat(
      { code, agreement }: InputOf<typeof signInWithWechatSchemas>,
      caller: Caller,
    ): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      const identity = await askWechat((app) => app.codeToSession(code));
      return enter(wechatProof('wechat', identity), agreement, caller);
    },

    /** Anyone behind 云托管's gateway. */
    async signInWithCloudRun({ agreement }: { agreement?: Agreement }, caller: Caller): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      const identity = identityFromCloudRun(settings, caller);
      if (!identity) throw refuse(problems.not_found);
      return enter(wechatProof('wechat', identity), agreement, caller);
    },

    /** Anyone who came back from WeChat's page. */
    async signInWithTicket(
      { ticket, agreement }: InputOf<typeof signInWithTicketSchemas>,
      caller: Caller,
    ): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      return database.transaction(async (tx) => {
        const identity = await tx.row(queries.takeTicket, [hashOf(ticket), clock.now()]);
        if (!identity) throw refuse(sessionProblems.ticket_refused);
        const personId = await people.identities.enter(tx, wechatProof('wechat_web', identity), agreement);
        return open(tx, personId, 'wechat_web', caller);
      });
    },

    /** What the callback hands to the app instead of a session: good once, for a minute. */
    async issueTicket({ openid, unionid }: WechatIdentity): Promise<string> {
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = new Date(clock.now().getTime() + 60_000);
      await database.run(queries.putTicket, [hashOf(ticket), openid, unionid, expiresAt]);
      return ticket;
    },

    /** Anyone: the same whether the number is known or not. */
    async sendPhoneCode({ phone }: { phone: string }, caller: Caller) {
      await codes.send(phone, caller.address);
      return {
        resendSeconds: sessionLimits.phoneCodeEverySeconds,
        validMinutes: sessionLimits.phoneCodeMinutes,
      };
    },

    /** Anyone. */
    async signInWithPhone(
      { phone, code, agreement }: InputOf<typeof signInWithPhoneSchemas>,
      caller: Caller,
    ): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      const take = await codes.check(phone, code);
      return enter(phoneProof(phone), agreement, caller, take);
    },

    /** Anyone, in a demonstration. */
    async listDemoAccounts(): Promise<{ items: DemoAccount[] }> {
      demandDemo();
      const rows = await database.rows(queries.listDemoAccounts);
      return { items: rows.map((row) => ({ ...row, about: demoAbout[row.role] })) };
    },

    /** Anyone, in a demonstration. */
    async signInAsDemo({ account }: { account: string }, caller: Caller): Promise<Session> {
      demandDemo();
      return database.transaction(async (tx) => {
        const personId = await people.identities.findDemo(tx, account);
        if (!personId) throw refuse(problems.not_found, { fields: { account: '没有这个演示账号' } });
        return open(tx, personId, 'demo', caller);
      });
    },

    /** A signed-in person, their own, the last used first. */
    async listMySessions({ personId, sessionId }: Asker): Promise<{ items: MySession[] }> {
      const rows = await database.rows(queries.listMine, [personId, clock.now()]);
      return {
        items: rows.map(({ createdAt, usedAt, ...row }) => ({
          ...row,
          createdAt: createdAt.toISOString(),
          usedAt: usedAt.toISOString(),
          isCurrent: row.id === sessionId,
        })),
      };
    },

    /** A signed-in person: one of their own, at once on every instance. */
    async revokeSession({ sessionId }: { sessionId: string }, { personId }: Asker): Promise<undefined> {
      await database.transaction(async (tx) => {
        if (!(await tx.run(queries.deleteSession, [sessionId, personId]))) throw refuse(problems.not_found);
        await changes.announce(tx, 'sessions', personId);
      });
    },

    /** A signed-in person: all of them, this one too. */
    async revokeAllSessions({ personId }: Asker): Promise<undefined> {
      await database.transaction(async (tx) => {
        await tx.run(queries.deleteAll, [personId]);
        await changes.announce(tx, 'sessions', personId);
      });
    },

    /** A signed-in person: this session only, at once on every instance. */
    async signOut({ sessionId, personId }: Asker): Promise<undefined> {
      await database.transaction(async (tx) => {
        await tx.run(queries.deleteSession, [sessionId, personId]);
        await changes.announce(tx, 'sessions', personId);
      });
    },

    /** A signed-in person. */
    async linkWechat({ code }: { code: string }, asker: Asker, caller: Caller): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      const identity = await askWechat((app) => app.codeToSession(code));
      return link(asker, wechatProof('wechat', identity), caller);
    },

    /** A signed-in person. */
    async linkPhone(
      { phone, code }: InputOf<typeof linkPhoneSchemas>,
      asker: Asker,
      caller: Caller,
    ): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      const take = await codes.check(phone, code);
      return link(asker, phoneProof(phone), caller, take);
    },

    /** A signed-in person whose WeChat is linked: WeChat sees to it that the code is theirs. */
    async linkWechatPhone({ code }: { code: string }, asker: Asker, caller: Caller): Promise<Session> {
      await limits.consume('sign_in', caller.address);
      const openid = await people.identities.subjectOf(database, asker.personId, 'wechat');
      if (!openid) throw refuse(sessionProblems.wechat_code_refused);
      const phone = await askWechat((app) => app.phoneNumber(code, openid));
      return link(asker, phoneProof(phone), caller);
    },

    /** A signed-in person; never the last way to sign in. */
    async unlinkIdentity({ identityId }: { identityId: string }, { personId }: Asker): Promise<Me> {
      return database.transaction(async (tx) => {
        await people.identities.unlink(tx, personId, identityId);
        return people.describeMe(tx, personId);
      });
    },
  };
}
