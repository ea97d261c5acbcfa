import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3StandIn, type S3StandIn } from '../../../../tests/support/s3-stand-in';
import { systemClock } from '../clock';
import { awsAuthorization, sha256Hex } from './aws-signature';
import { createStorage, type Storage } from './storage';

let s3: S3StandIn;
let folder: string;
let stores: Record<'S3' | 'disk' | 'memory', Storage>;
beforeAll(async () => {
  s3 = await startS3StandIn();
  folder = mkdtempSync(join(tmpdir(), 'nuanxin-storage-'));
  const on = (settings: Parameters<typeof createStorage>[0]) => createStorage(settings, systemClock);
  stores = {
    S3: on({ s3: s3.settings, dataDir: null }),
    disk: on({ s3: null, dataDir: folder }),
    memory: on({ s3: null, dataDir: null }),
  };
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const name = '019ab000-0000-7000-8000-000000000001/ab/cd/abcdef';

test.each(['S3', 'disk', 'memory'] as const)(
  '%s gives back what it was given, until it is removed',
  async (kind) => {
    const store = stores[kind];
    const bytes = Buffer.from([0, 255, 13, 10, 0]);
    expect(await store.get(name)).toBeNull();
    await store.put(name, bytes);
    await store.put(name, bytes);
    expect(await store.get(name)).toEqual(bytes);
    await store.remove(name);
    await store.remove(name);
    expect(await store.get(name)).toBeNull();
  },
);

test('nothing half written is left beside what is on disk', async () => {
  await Promise.all(Array.from({ length: 20 }, () => stores.disk.put(name, Buffer.alloc(100_000, 7))));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.map((file) => file.name)).toEqual(['abcdef']);
  expect(await stores.disk.get(name)).toEqual(Buffer.alloc(100_000, 7));
});

test('a bad moment of the store is waited for, a lasting one is told', async () => {
  s3.failNext(503, 500);
  await stores.S3.put(name, Buffer.from('kept'));
  expect(s3.held.get(name)?.toString()).toBe('kept');
  s3.failNext(500, 500, 500);
  await expect(stores.S3.get(name)).rejects.toThrow('The store answered 500');
});

test('another’s key opens nothing', async () => {
  const wrong = createStorage({ s3: { ...s3.settings, secretKey: 'wrong' }, dataDir: null }, systemClock);
  await expect(wrong.put(name, Buffer.from('x'))).rejects.toThrow('403 SignatureDoesNotMatch');
});

/** The examples of “Signature Calculations for the Authorization Header” in the reference of Amazon S3. */
test.each([
  [
    'GET',
    '/test.txt',
    '',
    { range: 'bytes=0-9' },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT',
    '/test%24file.text',
    'Welcome to Amazon S3.',
    { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  ['GET', '/?lifecycle', '', {}, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  [
    'GET',
    '/?max-keys=2&prefix=J',
    '',
    {},
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
])('%s %s is signed as published', (method, path, body, headers, signature) => {
  const keys = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  };
  const url = new URL(`https://examplebucket.s3.amazonaws.com${path}`);
  const at = new Date('2013-05-24T00:00:00Z');
  const sent = { method, url, region: 'us-east-1', service: 's3', bodyHash: sha256Hex(body), at, headers };
  expect(awsAuthorization(keys, sent)['authorization']).toMatch(new RegExp(`Signature=${signature}$`));
});
