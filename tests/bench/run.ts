import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../support/test-database';
import { startPostgres } from '../support/postgres.mjs';
import { benchClient } from './client';
import { benchCloud } from './cloud';
import { Report } from './report';

async function run(): Promise<void> {
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-bench-'));

  await benchCloud(report, { name: 'PGlite', databaseUrl: null, folder });
  const postgres = await startPostgres();
  if ('skipped' in postgres) {
    process.stdout.write(`PostgreSQL skipped: ${postgres.skipped}\n`);
  } else {
    const database = await createTestDatabase(postgres.url);
    await benchCloud(report, {
      name: 'PostgreSQL',
      databaseUrl: database.url,
      folder: join(folder, 'unused'),
    });
    await database.drop();
    await postgres.stop();
  }
  await benchClient(report);
  report.save();
  rmSync(folder, { recursive: true });
}

void run();
