import { createHash, createHmac } from 'node:crypto';
import { problems, type InputOf } from '../../contract/http';
import { apiKeyLimits, openDataProblems, type ApiKey, type NewApiKey } from '../../contract/open-data';
import type { createApiKeySchemas, revokeApiKeySchemas } from '../../contract/open-data.schema';
import type { Asker } from '../platform/asker';
import { newId } from '../platform/ids';
import { localDate, localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './key-queries';
import type { OpenDataParts } from './service';

const hashOf = (key: string): Buffer => createHash('sha256').update(`api-key:${key}`).digest();
const hintLength = 6;

function keyOf(row: queries.KeyRow, timeZone: string): ApiKey {
  const at = (instant: Date) => localIso(timeZone, instant.getTime());
  return { ...row, createdAt: at(row.createdAt), revokedAt: row.revokedAt && at(row.revokedAt) };
}

/** Keys by which others send reports by machine. */
export function createKeys({ database, clock, secrets, communities, audit }: OpenDataParts) {
  return {
    async listApiKeys({ communityId }: { communityId: string }): Promise<{ items: ApiKey[] }> {
      const timeZone = await communities.timeZoneOf(database, communityId);
      const rows = await database.rows(queries.list, [communityId]);
      return { items: rows.map((row) => keyOf(row, timeZone)) };
    },

    /**
     * Organiser or admin. The key comes of the request's own key, so that a repeated request is told the same and
     * nothing but a hash is kept anywhere.
     */
    async createApiKey(
      { communityId, name }: InputOf<typeof createApiKeySchemas>,
      { personId }: Asker,
      requestKey: string,
    ): Promise<NewApiKey> {
      const secret = await secrets.get('api-keys');
      const key = createHmac('sha256', secret)
        .update(`${communityId}|${personId}|${requestKey}`)
        .digest('base64url');
      const hash = hashOf(key);
      const named = name.trim();
      return database.transaction(async (tx) => {
        await tx.row(queries.lockCommunity, [communityId]);
        const timeZone = await communities.timeZoneOf(tx, communityId);
        const hint = key.slice(0, hintLength);
        const values = [communityId, newId(), named, hint, hash, clock.now(), apiKeyLimits.keys];
        const made = await tx.row(queries.insert, values);
        if (made) {
          const details = { apiKeyId: made.id };
          await audit.record(tx, { communityId, actorId: personId, action: 'api_key_created', details });
          return { ...keyOf(made, timeZone), key };
        }
        const before = await tx.row(queries.findByHash, [communityId, hash]);
        if (!before) throw refuse(openDataProblems.too_many_api_keys);
        if (before.name !== named) throw refuse(problems.idempotency_key_reused);
        return { ...keyOf(before, timeZone), key };
      });
    },

    /** Organiser or admin. */
    async revokeApiKey(
      { communityId, apiKeyId }: InputOf<typeof revokeApiKeySchemas>,
      { personId }: Asker,
    ): Promise<undefined> {
      await database.transaction(async (tx) => {
        if (await tx.run(queries.revoke, [communityId, apiKeyId, clock.now()])) {
          const details = { apiKeyId };
          await audit.record(tx, { communityId, actorId: personId, action: 'api_key_revoked', details });
        } else if (!(await tx.row(queries.isThere, [communityId, apiKeyId]))) {
          throw refuse(problems.not_found);
        }
      });
    },

    /** Whose key it is, noted as used today; null for none of ours. */
    async openKey(key: string) {
      const row = await database.row(queries.open, [hashOf(key)]);
      if (!row) return null;
      const timeZone = await communities.timeZoneOf(database, row.communityId);
      await database.run(queries.noteUse, [row.communityId, row.id, localDate(timeZone, clock.now())]);
      return row;
    },
  };
}
