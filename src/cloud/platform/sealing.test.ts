import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataKeysOf } from './data-keys';
import { createSealing } from './sealing';

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const index = Buffer.alloc(32, 9);
const [old, current] = [keyOf('old', 1), keyOf('new', 2)];
const phone = '+8613800000000';

test('what was sealed opens where it belongs, nowhere else', () => {
  const sealing = createSealing([current], index);
  const sealed = sealing.seal(phone, 'people.phone:1');
  expect(sealed.bytes.includes(phone)).toBe(false);
  expect(sealing.open(sealed, 'people.phone:1')).toBe(phone);
  expect(() => sealing.open(sealed, 'people.phone:2')).toThrow();
  sealed.bytes[sealed.bytes.length - 1] = (sealed.bytes.at(-1) ?? 0) ^ 1;
  expect(() => sealing.open(sealed, 'people.phone:1')).toThrow();
});

test('the same text is never sealed alike, and its index always is', () => {
  const sealing = createSealing([current], index);
  expect(sealing.seal(phone, 'x').bytes.equals(sealing.seal(phone, 'x').bytes)).toBe(false);
  expect(createSealing([old], index).indexOf(phone)).toEqual(sealing.indexOf(phone));
  expect(sealing.indexOf('+8613800000001')).not.toEqual(sealing.indexOf(phone));
});

test('after a change of keys the old one still opens and the new one seals', () => {
  const sealed = createSealing([old], index).seal(phone, 'x');
  const after = createSealing([current, old], index);
  expect(after.open(sealed, 'x')).toBe(phone);
  expect(after.seal(phone, 'x').keyId).toBe('new');
  expect(() => createSealing([current], index).open(sealed, 'x')).toThrow('DATA_KEYS has no key old');
});

test('a server without keys makes its own once, readable by its user alone', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'nuanxin-keys-'));
  const none = { dataKeys: null, indexKey: null, dataDir };
  const [first, second] = [dataKeysOf(none), dataKeysOf(none)];
  expect(second).toEqual(first);
  expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
  const given = dataKeysOf({ ...none, dataKeys: [current] });
  expect(given.keys.map(({ id }) => id)).toEqual(['new', 'own-1']);
  expect(given.indexKey).toEqual(first.indexKey);
  rmSync(dataDir, { recursive: true });
});
