import { join } from 'node:path';
import type { Database } from '../../src/cloud/platform/database';
import { openEmbedded } from '../../src/cloud/platform/embedded';
import { openPostgres } from '../../src/cloud/platform/postgres';

/** `null` database URL: the embedded database, in `folder`. */
export interface Where {
  name: 'PGlite' | 'PostgreSQL';
  databaseUrl: string | null;
  folder: string;
}

export const environmentOf = ({ databaseUrl, folder }: Where): Record<string, string> => ({
  DEMO: '1',
  LOG_LEVEL: 'info',
  RATE_LIMIT_PER_MINUTE: '100000000',
  DATA_DIR: folder,
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
});

const poolSize = 10;

/** The database itself; the embedded one only while no cloud has it. */
export async function openDatabase({ databaseUrl, folder }: Omit<Where, 'name'>): Promise<Database> {
  if (databaseUrl === null) return (await openEmbedded(folder)).database;
  return openPostgres(databaseUrl, poolSize, () => undefined).database;
}

/** A folder of its own, or the same server. */
export const besides = ({ databaseUrl, folder }: Where): Omit<Where, 'name'> => ({
  databaseUrl,
  folder: join(folder, 'baseline'),
});
