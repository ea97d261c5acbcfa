import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../support/test-database';
import { startPostgres } from '../support/postgres.mjs';
import { benchBulletins } from './bulletins';
import { benchActivities } from './activities';
import { benchClient } from './client';
import { benchCloud } from './cloud';
import { benchCoupons } from './coupons';
import { benchMedia } from './media';
import { Report } from './report';
import { benchReports } from './reports';
import { benchRequests } from './requests';
import type { Where } from './where';

/** Parts that run on each database. */
const parts = {
  reads: benchCloud,
  coupons: benchCoupons,
  media: benchMedia,
  reports: benchReports,
  requests: benchRequests,
  bulletins: benchBulletins,
  activities: benchActivities,
};
const names = [...Object.keys(parts), 'h5', 'pglite', 'postgresql'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No part is called ${unknown.join(', ')}: there are ${names.join(', ')}\n`);
  process.exit(1);
}
/** Whether it was asked for, by itself or because no other of its kind was. */
const isAsked = (name: string, kind: readonly string[]) =>
  asked.includes(name) || !kind.some((other) => asked.includes(other));
const isPartAsked = (name: string) => isAsked(name, [...Object.keys(parts), 'h5']);
const isDatabaseAsked = (name: string) => isAsked(name, ['pglite', 'postgresql']);

async function benchOn(report: Report, where: Omit<Where, 'folder'>): Promise<void> {
  for (const [name, bench] of Object.entries(parts)) {
    if (!isPartAsked(name)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'nuanxin-bench-'));
    const database = where.databaseUrl === null ? null : await createTestDatabase(where.databaseUrl);
    const clear = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', clear);
    try {
      await bench(report, { ...where, folder, databaseUrl: database?.url ?? null });
    } finally {
      await database?.drop();
      clear();
      process.removeListener('exit', clear);
    }
  }
}

async function run(): Promise<void> {
  const report = new Report();
  if (isDatabaseAsked('pglite')) await benchOn(report, { name: 'PGlite', databaseUrl: null });
  if (isDatabaseAsked('postgresql') && Object.keys(parts).some(isPartAsked)) {
    const postgres = await startPostgres();
    if ('skipped' in postgres) process.stdout.write(`PostgreSQL skipped: ${postgres.skipped}\n`);
    else {
      await benchOn(report, { name: 'PostgreSQL', databaseUrl: postgres.url });
      await postgres.stop();
    }
  }
  if (isPartAsked('h5')) await benchClient(report);
  report.finish();
}

/** Stopped by a signal it ends as any process does, so that nothing it started stays. */
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));

void run();
