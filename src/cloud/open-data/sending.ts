import { randomBytes } from 'node:crypto';
import { crs } from '../../contract/positions';
import type { KnownCommunity } from '../communities/service';
import { Open311Refusal, sentOf, textOf, type Query } from './asked';
import * as queries from './key-queries';
import type { createKeys } from './keys';
import type { OpenDataParts } from './service';
import { accepted, errors } from './texts';

/** Of a position that a machine gives, metres: nobody says how exact it is. */
const accuracyM = 50;

/** Reports that others send by machine. */
export function createSending(
  { database, clock, reports }: OpenDataParts,
  { openKey }: Pick<ReturnType<typeof createKeys>, 'openKey'>,
) {
  async function keyFor(query: Query, communityId: string) {
    const text = textOf(query, 'api_key');
    if (text === undefined) throw new Open311Refusal(403, errors.apiKeyMissing);
    const key = await openKey(text);
    if (key?.communityId !== communityId) throw new Open311Refusal(403, errors.apiKeyWrong);
    return key;
  }

  return {
    /** Goes the way of every report; its number is told under the token once somebody has taken it on. */
    async send(query: Query, community: KnownCommunity) {
      const key = await keyFor(query, community.id);
      const { category, position, words, placeText, mediaUrl } = sentOf(query, community.centre);
      const token = randomBytes(16).toString('hex');
      await database.transaction(async (tx) => {
        const reportId = await reports.createFromOutside(tx, {
          communityId: community.id,
          category,
          position: { ...position, crs, accuracyM },
          words,
          placeText,
          note: mediaUrl === null ? key.name : `${key.name} ${mediaUrl}`,
        });
        await tx.run(queries.insertToken, [community.id, token, reportId, key.id, clock.now()]);
      });
      return { token, service_notice: accepted, account_id: null };
    },

    /** The number under a token; none while nobody has taken the report on. */
    async find(token: string, communityId: string) {
      const row = await database.row(queries.findByToken, [communityId, token]);
      if (!row) throw new Open311Refusal(404, errors.notFound);
      const number = await reports.publicNumberOf(communityId, row.reportId);
      return { token, service_request_id: number === null ? null : String(number) };
    },
  };
}
