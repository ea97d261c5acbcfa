import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Upload } from '../../src/contract/media';
import type { Session } from '../../src/contract/sessions';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import { phonePhoto } from '../support/photos';

const folder = mkdtempSync(join(tmpdir(), 'nuanxin-media-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = () => startCloudProcess({ DATA_DIR: folder, NODE_ENV: 'test', DEMO: '1', H5_DIR: folder });

async function ask<Answer>(
  { url }: CloudProcess,
  method: string,
  path: string,
  body: object | Buffer,
  token?: string,
): Promise<Answer> {
  const isBytes = Buffer.isBuffer(body);
  const answer = await fetch(url + path, {
    method,
    headers: {
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
  });
  return (await answer.json()) as Answer;
}

test('what was received before the process was killed is there afterwards, and so is the photo', async () => {
  const photo = await phonePhoto();
  const path = `/api/communities/${outang.id}/uploads/${randomUUID()}`;
  const said = {
    purpose: 'report',
    size: photo.length,
    sha256: createHash('sha256').update(photo).digest('hex'),
  };
  let cloud = await start();
  const { token } = await ask<Session>(cloud, 'POST', '/api/sessions/demo', { account: 'rider' });
  await ask(cloud, 'PUT', path, said, token);
  for (let at = 0; at < 5_000; at += 1_000) {
    await ask(cloud, 'PUT', `${path}/bytes/${at}`, photo.subarray(at, at + 1_000), token);
    if (at === 2_000) {
      await cloud.stop('SIGKILL');
      cloud = await start();
      expect((await ask<Upload>(cloud, 'PUT', path, said, token)).received).toBe(at + 1_000);
    }
  }
  // Killed while the last bytes become a photo, whether they were committed or not.
  const last = ask<Upload>(cloud, 'PUT', `${path}/bytes/5000`, photo.subarray(5_000), token).catch(
    () => null,
  );
  await new Promise((next) => setTimeout(next, 15));
  await cloud.stop('SIGKILL');
  await last;
  cloud = await start();
  let upload = await ask<Upload>(cloud, 'PUT', path, said, token);
  if (!upload.media)
    upload = await ask(
      cloud,
      'PUT',
      `${path}/bytes/${upload.received}`,
      photo.subarray(upload.received),
      token,
    );
  expect((await fetch(cloud.url + (upload.media?.url ?? ''))).status).toBe(200);
  expect((await ask<Upload>(cloud, 'PUT', path, said, token)).media?.id).toBe(upload.media?.id);
  await cloud.stop();
}, 120_000);
