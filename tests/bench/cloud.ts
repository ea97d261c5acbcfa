import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../src/contract/sessions';
import type { StationRow } from '../../src/contract/stations';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { benchSameBytes, compare, reading, server, startBaseline, type Comparison } from './load';
import type { Report } from './report';
import { environmentOf, type Where } from './where';

const nearby = '/api/stations?lat=31.8861&lng=117.2502';
const checkIns = 20;

async function ask<Answer>(cloud: CloudProcess, path: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(`${cloud.url}${path}`, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function signIn(cloud: CloudProcess): Promise<{ personId: string; headers: Record<string, string> }> {
  const json = { 'content-type': 'application/json' };
  const { items } = await ask<{ items: { account: string; role: string }[] }>(
    cloud,
    '/api/sessions/demo-accounts',
  );
  const account = items.find(({ role }) => role === 'rider')?.account;
  const session = await ask<Session>(cloud, '/api/sessions/demo', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ account }),
  });
  return { personId: session.me.id, headers: { authorization: `Bearer ${session.token}` } };
}

/** One visit every three hours back in time: a page full of them. */
async function visit(cloud: CloudProcess, headers: Record<string, string>): Promise<void> {
  const { items } = await ask<{ items: StationRow[] }>(cloud, nearby);
  const station = items.find(({ status }) => status === 'operating');
  if (!station) throw new Error('No station to check in at');
  for (let number = 0; number < checkIns; number += 1) {
    const phoneTime = new Date(Date.now() - number * 3 * 3_600_000).toISOString();
    await ask(cloud, '/api/check-ins', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ stationId: station.id, position: station.position, phoneTime }),
    });
  }
}

/** Resident memory of a process, MB, from the system. */
function memoryOf(pid: number): number | null {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return line ? Math.round(Number(line) / 1024) : null;
  } catch {
    return null;
  }
}

async function benchMine(
  where: Where,
  personId: string,
  headers: Record<string, string>,
): Promise<Comparison> {
  // The embedded database belongs to one process: the baseline reads a copy made while nobody writes.
  const copy = where.databaseUrl ? null : await copyOf(where.folder);
  const cloud = await startCloudProcess(environmentOf(where));
  const bare = await startBaseline(server('bare-fastify.mjs'), [where.databaseUrl ?? copy ?? '', personId]);
  try {
    return await compare(
      reading({ url: `${cloud.url}/api/check-ins/mine`, headers }),
      reading({ url: `http://127.0.0.1:${bare.port}/mine` }),
    );
  } finally {
    await bare.stop();
    await cloud.stop();
    if (copy) rmSync(copy, { recursive: true });
  }
}

async function copyOf(folder: string): Promise<string> {
  const { cpSync } = await import('node:fs');
  const copy = mkdtempSync(join(tmpdir(), 'nuanxin-copy-'));
  cpSync(join(folder, 'database'), copy, { recursive: true });
  return copy;
}

/** Start-up, memory, and the two reads against their baselines. */
export async function benchCloud(report: Report, where: Where): Promise<void> {
  const cold = await startCloudProcess(environmentOf(where));
  report.measure(`${where.name}: start to ready, cold`, Math.round(cold.readyMs), 'ms');
  const { personId, headers } = await signIn(cold);
  await visit(cold, headers);
  await cold.stop();

  const warm = await startCloudProcess(environmentOf(where));
  report.measure(`${where.name}: start to ready, warm`, Math.round(warm.readyMs), 'ms');
  report.measure(`${where.name}: memory idle`, memoryOf(warm.pid), 'MB');
  report.compare(
    `${where.name}: nearby stations over bare node:http`,
    await benchSameBytes(`${warm.url}${nearby}`, headers),
    0.7,
  );
  await warm.stop();
  const mine = await benchMine(where, personId, headers);
  report.compare(`${where.name}: my check-ins over bare Fastify and one query`, mine, 0.7);
}
