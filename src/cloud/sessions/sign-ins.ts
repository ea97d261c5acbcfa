import { randomBytes } from 'node:crypto';
import { problems, type InputOf } from '../../contract/http';
import { sessionLimits, sessionProblems, type Session, type SignInWays } from '../../contract/sessions';
import type {
  signInWithPhoneSchemas,
  signInWithTicketSchemas,
  signInWithWechatSchemas,
} from '../../contract/sessions.schema';
import type { Agreement, Proof } from '../people/service';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Caller } from '../platform/router';
import { identityFromCloudRun } from '../platform/wechat/cloud-run';
import type { WechatIdentity } from '../platform/wechat/mini-program';
import { hashOf } from './identify';
import type { OpenSession } from './opening';
import type { createPhoneCodes } from './phone-codes';
import { askWechat, phoneProof, wechatProof } from './proofs';
import * as queries from './queries';
import type { SessionsParts } from './service';

type Parts = SessionsParts & { open: OpenSession; codes: ReturnType<typeof createPhoneCodes> };

const ticketMs = 60_000;

/** A session of whoever proved it. `take` gives the proof, or uses it up, in the same transaction. */
function createEntrance({ database, people, open }: Parts) {
  return (
    agreement: Agreement | undefined,
    caller: Caller,
    take: (tx: Queries) => Promise<Proof> | Proof,
  ): Promise<Session> =>
    database.transaction(async (tx) => {
      const proof = await take(tx);
      const personId = await people.identities.enter(tx, proof, agreement);
      return open(tx, personId, proof.provider, caller);
    });
}

/** What the callback hands to the app instead of a session: good once, for a minute. */
function createTickets({ database, clock }: Parts) {
  return async ({ openid, unionid }: WechatIdentity): Promise<string> => {
    const ticket = randomBytes(32).toString('base64url');
    const expiresAt = new Date(clock.now().getTime() + ticketMs);
    await database.run(queries.putTicket, [hashOf(ticket), openid, unionid, expiresAt]);
    return ticket;
  };
}

export function createSignIns(parts: Parts) {
  const { clock, sealing, limits, settings, miniProgram, officialAccount, codes } = parts;
  const enter = createEntrance(parts);
  const countSignIn = ({ address }: Caller) => limits.consume('sign_in', address);

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
      await countSignIn(caller);
      const identity = await askWechat(miniProgram, (app) => app.codeToSession(code));
      return enter(agreement, caller, () => wechatProof('wechat', identity));
    },

    /** Anyone behind 云托管's gateway. */
    async signInWithCloudRun({ agreement }: { agreement?: Agreement }, caller: Caller): Promise<Session> {
      await countSignIn(caller);
      const identity = identityFromCloudRun(settings, caller);
      if (!identity) throw refuse(problems.not_found);
      return enter(agreement, caller, () => wechatProof('wechat', identity));
    },

    /** Anyone who came back from WeChat's page. */
    async signInWithTicket(
      { ticket, agreement }: InputOf<typeof signInWithTicketSchemas>,
      caller: Caller,
    ): Promise<Session> {
      await countSignIn(caller);
      return enter(agreement, caller, async (tx) => {
        const identity = await tx.row(queries.takeTicket, [hashOf(ticket), clock.now()]);
        if (!identity) throw refuse(sessionProblems.ticket_refused);
        return wechatProof('wechat_web', identity);
      });
    },

    issueTicket: createTickets(parts),

    /** Anyone: the same whether the number is known or not. */
    async sendPhoneCode({ phone }: { phone: string }, caller: Caller) {
      await codes.send(phone, caller.address);
      const { phoneCodeEverySeconds, phoneCodeMinutes } = sessionLimits;
      return { resendSeconds: phoneCodeEverySeconds, validMinutes: phoneCodeMinutes };
    },

    /** Anyone. */
    async signInWithPhone(
      { phone, code, agreement }: InputOf<typeof signInWithPhoneSchemas>,
      caller: Caller,
    ): Promise<Session> {
      await countSignIn(caller);
      const take = await codes.check(phone, code);
      return enter(agreement, caller, async (tx) => {
        await take(tx);
        return phoneProof(sealing, phone);
      });
    },
  };
}
