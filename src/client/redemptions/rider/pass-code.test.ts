import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { passPattern } from '../../../contract/redemptions';
import { rotatingCode } from '../../../../tests/support/rotating';
import { passCode } from './pass-code';

const id = '7h2k9m4p3w';

test('any key and moment: the phone shows what the cloud would', () => {
  const moments = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2050, 0) });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), moments, (bytes, at) => {
      const key = Buffer.from(bytes);
      const { code, showUntil } = rotatingCode(key, id, at);
      expect(passCode({ id, key: key.toString('base64url') }, at)).toEqual({ text: code, showUntil });
    }),
  );
});

test('is a pass by its looks, and signed by HMAC-SHA256', () => {
  const key = randomBytes(32);
  const { text } = passCode({ id, key: key.toString('base64url') }, 30_000 * 59_000_000);
  expect(text).toMatch(new RegExp(passPattern));
  const whole = createHmac('sha256', key)
    .update(text.slice(0, text.lastIndexOf('.')))
    .digest();
  expect(text.split('.')[2]).toBe(whole.subarray(0, 16).toString('base64url'));
});
