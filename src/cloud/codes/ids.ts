import { randomInt } from 'node:crypto';

/** Digits and small letters without i, l, o, u: nothing that looks like another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 10;

/** 50 random bits: not to be guessed, short enough to type. */
export function newCodeId(): string {
  return Array.from({ length: idLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}
