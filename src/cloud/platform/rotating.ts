import { createHmac, timingSafeEqual } from 'node:crypto';

/** A screen shows a new code this often; each is taken in its own window and the next. */
export const windowMs = 30_000;
/** 128 bits of the signature. */
const signatureBytes = 16;

const windowAt = (at: number) => Math.floor(at / windowMs);

function sign(key: Buffer, id: string, window: string): string {
  const whole = createHmac('sha256', key).update(`${id}.${window}`).digest();
  return whole.subarray(0, signatureBytes).toString('base64url');
}

/** The code a screen shows at `at` (epoch milliseconds), and until when it shows it. */
export function rotatingCode(key: Buffer, id: string, at: number): { code: string; showUntil: number } {
  const window = windowAt(at);
  const text = window.toString(36);
  return { code: `${id}.${text}.${sign(key, id, text)}`, showUntil: (window + 1) * windowMs };
}

/** Whether a screen of ours showed this code at `at` or in as many windows before. */
export function wasShown(key: Buffer, code: string, at: number, windows = 1): boolean {
  const [id = '', window = '', signature = ''] = code.split('.');
  const expected = Buffer.from(sign(key, id, window));
  const given = Buffer.from(signature);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  const age = windowAt(at) - Number.parseInt(window, 36);
  return isOurs && age >= 0 && age <= windows;
}
