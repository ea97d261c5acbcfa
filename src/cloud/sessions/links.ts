import type { InputOf } from '../../contract/http';
import type { Me } from '../../contract/people';
import { sessionProblems, type Session } from '../../contract/sessions';
import type { linkPhoneSchemas } from '../../contract/sessions.schema';
import type { Proof } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Caller } from '../platform/router';
import type { OpenSession } from './opening';
import type { createPhoneCodes } from './phone-codes';
import { askWechat, phoneProof, wechatProof } from './proofs';
import * as queries from './queries';
import type { SessionsParts } from './service';

type Parts = SessionsParts & { open: OpenSession; codes: ReturnType<typeof createPhoneCodes> };

/** More ways for one person to sign in. */
export function createLinks(parts: Parts) {
  const { database, sealing, limits, miniProgram, people, open, codes } = parts;
  const countSignIn = ({ address }: Caller) => limits.consume('sign_in', address);

  /** The session it was asked with ends; whoever remains gets a new one. */
  function link(
    asker: Asker,
    proof: Proof,
    caller: Caller,
    take?: (tx: Queries) => Promise<void>,
  ): Promise<Session> {
    return database.transaction(async (tx) => {
      await take?.(tx);
      const personId = await people.identities.link(tx, asker.personId, proof);
      await tx.run(queries.deleteSession, [asker.sessionId, personId]);
      return open(tx, personId, proof.provider, caller);
    });
  }

  return {
    /** A signed-in person. */
    async linkWechat({ code }: { code: string }, asker: Asker, caller: Caller): Promise<Session> {
      await countSignIn(caller);
      const identity = await askWechat(miniProgram, (app) => app.codeToSession(code));
      return link(asker, wechatProof('wechat', identity), caller);
    },

    /** A signed-in person. */
    async linkPhone(
      { phone, code }: InputOf<typeof linkPhoneSchemas>,
      asker: Asker,
      caller: Caller,
    ): Promise<Session> {
      await countSignIn(caller);
      const take = await codes.check(phone, code);
      return link(asker, phoneProof(sealing, phone), caller, take);
    },

    /** A signed-in person whose WeChat is linked: WeChat sees to it that the code is theirs. */
    async linkWechatPhone({ code }: { code: string }, asker: Asker, caller: Caller): Promise<Session> {
      await countSignIn(caller);
      const openid = await people.identities.subjectOf(database, asker.personId, 'wechat');
      if (!openid) throw refuse(sessionProblems.wechat_code_refused);
      const phone = await askWechat(miniProgram, (app) => app.phoneNumber(code, openid));
      return link(asker, phoneProof(sealing, phone), caller);
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
