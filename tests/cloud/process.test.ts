import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Certificate } from '../../src/contract/certificates';
import type { CheckIn } from '../../src/contract/check-ins';
import type { Session } from '../../src/contract/sessions';
import type { StationRow } from '../../src/contract/stations';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';

const bundle = fileURLToPath(new URL('../../dist/cloud/main.js', import.meta.url));
let folder: string;
const running = new Set<CloudProcess>();
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nuanxin-process-'))));
afterEach(async () => {
  // Also after a failure: what still runs would keep the test run from ending.
  for (const cloud of running) await cloud.stop('SIGKILL');
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

async function startCloud(): Promise<CloudProcess> {
  const cloud = await startCloudProcess({ DATA_DIR: folder });
  running.add(cloud);
  return cloud;
}

const start = (environment: Record<string, string>) =>
  spawnSync(process.execPath, [bundle], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, ...environment },
    encoding: 'utf8',
  });

async function ask<Answer>({ url }: CloudProcess, path: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, init);
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as Answer;
}

async function signIn(cloud: CloudProcess): Promise<Record<string, string>> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"account":"rider"}',
  };
  const { token } = await ask<Session>(cloud, '/api/sessions/demo', init);
  return { authorization: `Bearer ${token}` };
}

const checkIn = (
  cloud: CloudProcess,
  headers: Record<string, string>,
  station: StationRow,
  hoursAgo: number,
) =>
  fetch(`${cloud.url}/api/check-ins`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      stationId: station.id,
      position: station.position,
      phoneTime: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
    }),
  });

test('nothing acknowledged is lost by kill -9, and the next start is ready', async () => {
  const first = await startCloud();
  const headers = await signIn(first);
  const { items } = await ask<{ items: StationRow[] }>(first, '/api/stations');
  const acknowledged: string[] = [];
  const writes = items
    .filter(({ status }) => status === 'operating')
    .flatMap((station) => [0, 3, 6].map((hoursAgo) => ({ station, hoursAgo })));
  let isKilled = false;
  const writing = writes.map(async ({ station, hoursAgo }) => {
    const answer = await checkIn(first, headers, station, hoursAgo).catch(() => null);
    if (answer?.status !== 201) return;
    acknowledged.push(((await answer.json()) as CheckIn).id);
    if (acknowledged.length >= 5 && !isKilled) {
      isKilled = true;
      await first.stop('SIGKILL');
    }
  });
  await Promise.allSettled(writing);
  expect(isKilled).toBe(true);

  const second = await startCloud();
  const mine = await ask<{ items: CheckIn[] }>(second, '/api/check-ins/mine?limit=50', { headers });
  expect(mine.items.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  expect(await second.stop()).toBe(0);
});

test('a paper is made by the thread beside the bundle, and none keeps the process from ending', async () => {
  const cloud = await startCloud();
  const headers = await signIn(cloud);
  const base = `/api/communities/${outang.id}/certificates`;
  const body = JSON.stringify({ from: '2026-01-01', to: new Date().toISOString().slice(0, 10) });
  const issued = await ask<Certificate>(cloud, base, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body,
  });
  const pdf = () => fetch(`${cloud.url}${base}/${issued.id}/pdf`, { headers });
  const { file } = (await (await pdf()).json()) as { file: string };
  expect(Buffer.from(file, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const going = Promise.allSettled(Array.from({ length: 5 }, pdf));
  await new Promise((next) => setTimeout(next, 50));
  expect(await cloud.stop()).toBe(0);
  await going;
});

test('a second server on the same data is refused with one line', async () => {
  const cloud = await startCloud();
  const other = start({ PORT: '0' });
  expect(other.status).toBe(1);
  expect(other.stderr.trim().split('\n')).toEqual([expect.stringMatching(/is in use by another server/)]);
  await cloud.stop();
});

test('a taken port is refused with one line', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  const { status, stderr } = start({ PORT: String(port) });
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(`Port ${port} is taken: stop what uses it or set PORT`);
  holder.close();
});

test('a wrong environment is refused with one line', () => {
  const { status, stderr } = start({ DEMO: 'maybe' });
  expect(status).toBe(1);
  expect(stderr.trim()).toBe('DEMO must be 1 or 0, not "maybe"');
});
