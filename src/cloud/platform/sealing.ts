import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { DataKey } from './settings';

/** Something sealed, and the key it was sealed with. */
export interface Sealed {
  keyId: string;
  bytes: Buffer;
}

/** Keeps personal data unreadable in the database: AES-256-GCM, with keys that are not there. */
export interface Sealing {
  /** What `seal` seals with; what another key sealed is to be sealed anew. */
  readonly currentKeyId: string;
  /** `context` says where it belongs, e.g. `people.phone:<id>`: elsewhere it does not open. */
  seal(plain: string | Buffer, context: string): Sealed;
  open(sealed: Sealed, context: string): string;
  openBytes(sealed: Sealed, context: string): Buffer;
  /** A keyed hash (32 bytes) for finding what is sealed; the same on every instance and after every change of keys. */
  indexOf(text: string): Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

export function createSealing(keys: readonly DataKey[], indexKey: Buffer): Sealing {
  const [current] = keys;
  if (!current) throw new Error('There is no data key');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));

  function openBytes({ keyId, bytes }: Sealed, context: string): Buffer {
    const key = byId.get(keyId);
    if (!key) throw new Error(`DATA_KEYS has no key ${keyId}`);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]);
  }

  return {
    currentKeyId: current.id,
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([
        cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain),
        cipher.final(),
      ]);
      return { keyId: current.id, bytes: Buffer.concat([nonce, cipher.getAuthTag(), text]) };
    },
    open: (sealed, context) => openBytes(sealed, context).toString('utf8'),
    openBytes,
    indexOf: (text) => createHmac('sha256', indexKey).update(text).digest(),
  };
}
