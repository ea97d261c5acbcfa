import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const blockBytes = 32;
const randomPart = 16;

/** SHA-1 of the parts in order: what 消息推送 signs with. */
export const signatureOf = (...parts: string[]): string =>
  createHash('sha1').update(parts.toSorted().join('')).digest('hex');

/** Whether the signature is the one of these parts, in the same time whatever it is. */
export function isSignedBy(signature: string, ...parts: string[]): boolean {
  const right = Buffer.from(signatureOf(...parts));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The message within `Encrypt`, and whose it is; throws when it is not encrypted by this key. */
export function decryptMessage(key: Buffer, encrypted: string): { message: string; appId: string } {
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  const isPadded = padded.subarray(-pad).every((byte) => byte === pad);
  if (pad < 1 || pad > blockBytes || padded.length < randomPart + 4 + pad || !isPadded) {
    throw new Error('Not our padding');
  }
  const plain = padded.subarray(randomPart, padded.length - pad);
  const length = plain.readUInt32BE(0);
  if (4 + length > plain.length) throw new Error('Cut short');
  return {
    message: plain.subarray(4, 4 + length).toString('utf8'),
    appId: plain.subarray(4 + length).toString('utf8'),
  };
}

/** The other way round, as WeChat does it. */
export function encryptMessage(key: Buffer, message: string, appId: string): string {
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(randomPart), length, text, Buffer.from(appId)]);
  const pad = blockBytes - (plain.length % blockBytes);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}
