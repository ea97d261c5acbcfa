import type { Queries } from '../platform/database';
import type { Sealing } from '../platform/sealing';
import * as queries from './identity-queries';

const contextOf = (personId: string) => `people.phone:${personId}`;
const batch = 200;

/** `+8613812345678` → `138****5678`. */
export const maskPhone = (phone: string): string =>
  phone.replace(/^\+86/, '').replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');

/** Numbers stand sealed with the person they belong to. */
export function createPhones(sealing: Sealing) {
  function open(personId: string, bytes: Buffer | null, keyId: string | null): string | null {
    return bytes && keyId ? sealing.open({ bytes, keyId }, contextOf(personId)) : null;
  }

  return {
    open,

    async set(tx: Queries, personId: string, phone: string): Promise<void> {
      const { bytes, keyId } = sealing.seal(phone, contextOf(personId));
      await tx.run(queries.setPhone, [personId, bytes, keyId]);
    },

    async find(from: Queries, personId: string): Promise<string | null> {
      const row = await from.row(queries.findPhone, [personId]);
      return row ? open(personId, row.phoneSealed, row.phoneKeyId) : null;
    },

    async forget(tx: Queries, personId: string): Promise<void> {
      await tx.run(queries.setPhone, [personId, null, null]);
    },

    /** Seals with the current key what another sealed, some at a time. */
    async reseal(from: Queries): Promise<void> {
      for (;;) {
        const rows = await from.rows(queries.listPhonesToReseal, [sealing.currentKeyId, batch]);
        for (const { id, phoneSealed, phoneKeyId } of rows) {
          const phone = sealing.open({ bytes: phoneSealed, keyId: phoneKeyId }, contextOf(id));
          const { bytes, keyId } = sealing.seal(phone, contextOf(id));
          await from.run(queries.resealPhone, [id, bytes, keyId, phoneSealed]);
        }
        if (rows.length < batch) return;
      }
    },
  };
}
