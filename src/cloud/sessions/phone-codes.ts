import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { problems } from '../../contract/http';
import { sessionLimits, sessionProblems } from '../../contract/sessions';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import type { Limits } from '../platform/rate-limit';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import { SmsError, type Sms } from '../platform/sms';
import * as queries from './queries';

interface Parts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  sealing: Sealing;
  limits: Limits;
  sms: Sms | null;
}

/** How a phone number is found: a keyed hash. */
const phoneIndexOf = (sealing: Sealing, phone: string): Buffer => sealing.indexOf(`phone:${phone}`);

/** The same as it stands among identities. */
export const phoneSubjectOf = (sealing: Sealing, phone: string): string =>
  phoneIndexOf(sealing, phone).toString('hex');

const digits = 6;
const secretName = 'phone_codes';
/** What is compared with when there is no code, so that it takes as long. */
const noHash = Buffer.alloc(32);

function refusalOf(error: unknown): unknown {
  if (!(error instanceof SmsError)) return error;
  return error.isLimit
    ? refuse(problems.rate_limited, { retryAfter: sessionLimits.phoneCodeEverySeconds })
    : refuse(sessionProblems.sms_unavailable, { retryAfter: 30 });
}

/** Codes sent by SMS. Nothing here knows whether a number belongs to anybody. */
export function createPhoneCodes({ database, clock, secrets, sealing, limits, sms }: Parts) {
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);
  const hashOf = async (index: Buffer, code: string) =>
    createHmac('sha256', await secrets.get(secretName))
      .update(index)
      .update(code)
      .digest();

  return {
    async send(phone: string, address: string): Promise<void> {
      if (!sms) throw refuse(sessionProblems.sms_unavailable);
      await limits.consume('sms_address', address);
      await limits.consume('sms_phone_minute', phone);
      await limits.consume('sms_phone_day', phone);
      const index = phoneIndexOf(sealing, phone);
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + sessionLimits.phoneCodeMinutes * 60_000);
      await database.run(queries.putCode, [index, await hashOf(index, code), now, expiresAt]);
      await sms.sendCode(phone, code, sessionLimits.phoneCodeMinutes).catch((error: unknown) => {
        throw refusalOf(error);
      });
    },

    /**
     * Counts the try and compares; a wrong one is refused. What it returns takes the code out in the caller's
     * transaction: when that fails, the code can be used again.
     */
    async check(phone: string, code: string): Promise<(tx: Queries) => Promise<void>> {
      const index = phoneIndexOf(sealing, phone);
      const given = await hashOf(index, code);
      const kept = await database.row(queries.tryCode, [index, clock.now()]);
      if (!timingSafeEqual(kept?.codeHash ?? noHash, given)) throw refuse(sessionProblems.phone_code_refused);
      return async (tx) => {
        if (!(await tx.run(queries.takeCode, [index, given])))
          throw refuse(sessionProblems.phone_code_refused);
      };
    },
  };
}
