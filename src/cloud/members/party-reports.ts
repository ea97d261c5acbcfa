import type { Queries } from '../platform/database';
import type { Sealing } from '../platform/sealing';
import * as queries from './party-queries';

/** What a report says, once opened. */
export interface OpenReport {
  personId: string;
  branch: string;
  reportedAt: Date;
}

const batch = 200;

const contextOf = (communityId: string) => `party_reports:${communityId}`;

/** Reports stand under a keyed hash of their holder, sealed with who it is: the database alone tells nobody's. */
export function createPartyReports(sealing: Sealing) {
  const indexOf = (communityId: string, personId: string) =>
    sealing.indexOf(`party:${communityId}:${personId}`);

  function open(communityId: string, { sealed, keyId, reportedAt }: queries.PartyRow): OpenReport {
    const text = sealing.open({ bytes: sealed, keyId }, contextOf(communityId));
    return { ...(JSON.parse(text) as Pick<OpenReport, 'personId' | 'branch'>), reportedAt };
  }

  async function put(tx: Queries, communityId: string, report: OpenReport): Promise<OpenReport> {
    const { personId, branch, reportedAt } = report;
    const { bytes, keyId } = sealing.seal(JSON.stringify({ personId, branch }), contextOf(communityId));
    const row = await tx.row(queries.put, [
      communityId,
      indexOf(communityId, personId),
      bytes,
      keyId,
      reportedAt,
    ]);
    return row ? open(communityId, row) : report;
  }

  return {
    open,
    put,

    async find(from: Queries, communityId: string, personId: string): Promise<OpenReport | null> {
      const row = await from.row(queries.find, [communityId, indexOf(communityId, personId)]);
      return row ? open(communityId, row) : null;
    },

    async remove(tx: Queries, communityId: string, personId: string): Promise<void> {
      await tx.run(queries.remove, [communityId, indexOf(communityId, personId)]);
    },

    /** In every community of the person. */
    async removeAll(tx: Queries, personId: string): Promise<void> {
      for (const { communityId } of await tx.rows(queries.listCommunityIds, [personId]))
        await tx.run(queries.remove, [communityId, indexOf(communityId, personId)]);
    },

    /** Seals with the current key what another sealed, some at a time. */
    async reseal(from: Queries): Promise<void> {
      for (;;) {
        const rows = await from.rows(queries.listToReseal, [sealing.currentKeyId, batch]);
        for (const row of rows) {
          const { personId, branch } = open(row.communityId, row);
          const { bytes, keyId } = sealing.seal(
            JSON.stringify({ personId, branch }),
            contextOf(row.communityId),
          );
          await from.run(queries.reseal, [row.communityId, row.holderIndex, bytes, keyId, row.sealed]);
        }
        if (rows.length < batch) return;
      }
    },
  };
}
