import { randomBytes } from 'node:crypto';
import { codePattern } from '../../contract/codes';
import { rotatingCode, wasShown, windowMs } from './rotating';

const key = randomBytes(32);
const id = '7h2k9m4p3w';
const start = 59_000_000 * windowMs;

test('a code is taken in its own window and the next, never before nor after', () => {
  const { code, showUntil } = rotatingCode(key, id, start + 1);
  expect(code).toMatch(new RegExp(codePattern));
  expect(showUntil).toBe(start + windowMs);
  const taken = [-1, 0, windowMs - 1, windowMs, 2 * windowMs - 1, 2 * windowMs].map((ms) =>
    wasShown(key, code, start + ms),
  );
  expect(taken).toEqual([false, true, true, true, true, false]);
});

test('a code of another key, another id or another window is not ours', () => {
  const [, window, signature] = rotatingCode(key, id, start).code.split('.');
  const next = (Number.parseInt(window ?? '', 36) + 1).toString(36);
  expect(wasShown(randomBytes(32), `${id}.${window}.${signature}`, start)).toBe(false);
  expect(wasShown(key, `8h2k9m4p3w.${window}.${signature}`, start)).toBe(false);
  expect(wasShown(key, `${id}.${next}.${signature}`, start + windowMs)).toBe(false);
  expect(wasShown(key, `${id}.${window}.${signature?.slice(0, 16)}`, start)).toBe(false);
});
