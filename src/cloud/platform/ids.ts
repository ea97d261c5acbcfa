import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUIDv7: unique without asking the database, and in order of time. */
export function newId(): string {
  return v7();
}

/** Digits and small letters without i, l, o, u: nothing that looks like another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 10;

/** 5 random bits a character; the usual 50: not to be guessed, short enough to type. */
export function newTypedCode(length: number = idLength): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
