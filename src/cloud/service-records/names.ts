import type { Queries } from '../platform/database';
import type { Sealing } from '../platform/sealing';
import * as queries from './volunteer-queries';

const batch = 200;

/** Real names stand sealed with the number of the volunteer. */
export function createNames(sealing: Sealing) {
  const contextOf = (communityId: string, number: number) => `volunteers.name:${communityId}:${number}`;

  return {
    seal: (communityId: string, number: number, name: string) =>
      sealing.seal(name, contextOf(communityId, number)),

    /** null where none was given. */
    open(communityId: string, number: number, bytes: Buffer | null, keyId: string | null): string | null {
      return bytes && keyId ? sealing.open({ bytes, keyId }, contextOf(communityId, number)) : null;
    },

    /** Seals with the current key what another sealed, some at a time. */
    async reseal(from: Queries): Promise<void> {
      for (;;) {
        const rows = await from.rows(queries.listToReseal, [sealing.currentKeyId, batch]);
        for (const { communityId, number, sealed, keyId } of rows) {
          const context = contextOf(communityId, number);
          const name = sealing.open({ bytes: sealed, keyId }, context);
          const anew = sealing.seal(name, context);
          await from.run(queries.reseal, [communityId, number, anew.bytes, anew.keyId, sealed]);
        }
        if (rows.length < batch) return;
      }
    },
  };
}
