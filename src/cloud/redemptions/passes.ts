import { createHmac } from 'node:crypto';
import { redemptionLimits, redemptionProblems, type Pass } from '../../contract/redemptions';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newTypedCode } from '../platform/ids';
import { dayMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { wasShown, windowMs } from '../platform/rotating';
import * as queries from './queries';
import type { RedemptionsParts } from './service';

const secretName = 'passes';
/** Time to choose at the counter, in windows. */
const choosingWindows = 300_000 / windowMs;

/** Codes that a rider's phone makes by itself. */
export function createPasses({ clock, secrets }: RedemptionsParts) {
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);

  const keyOf = async (id: string) =>
    createHmac('sha256', await secrets.get(secretName))
      .update(`pass:${id}`)
      .digest();

  return {
    /** A signed-in person. */
    async createPass({ personId, sessionId }: Asker, tx: Queries): Promise<Pass> {
      const id = newTypedCode();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + redemptionLimits.passDays * dayMs);
      await tx.run(queries.insertPass, [id, personId, sessionId, now, expiresAt]);
      const key = (await keyOf(id)).toString('base64url');
      return { id, key, expiresAt: expiresAt.toISOString(), now: now.toISOString() };
    },

    /** Whose pass it is: just shown, or while the clerk chooses. */
    async personOf(from: Queries, code: string, isChosen: boolean): Promise<string> {
      const now = clock.now();
      const [id = ''] = code.split('.');
      const pass = await from.row(queries.findPass, [id, now]);
      if (!pass) throw refuse(redemptionProblems.pass_unknown);
      if (!wasShown(await keyOf(id), code, now.getTime(), isChosen ? choosingWindows : 1))
        throw refuse(redemptionProblems.pass_stale);
      return pass.personId;
    },
  };
}
