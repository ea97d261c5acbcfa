import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { loadDemo } from './demo/load';
import { startChanges, type Changes } from './platform/changes';
import { systemClock, type Clock } from './platform/clock';
import type { Database } from './platform/database';
import { openEmbedded } from './platform/embedded';
import { idempotencyJobs } from './platform/idempotency';
import { createJobs, type Jobs } from './platform/jobs';
import { createLog, type Log } from './platform/log';
import { migrate, readMigrations } from './platform/migrations';
import { openPostgres } from './platform/postgres';
import { createSecrets, type Secrets } from './platform/secrets';
import type { Settings } from './platform/settings';
import { createWechat, type Wechat } from './platform/wechat';
import { createServer } from './server';

/** What concepts are made of. */
export interface Parts {
  settings: Settings;
  isDemo: boolean;
  database: Database;
  clock: Clock;
  changes: Changes;
  secrets: Secrets;
  jobs: Jobs;
  log: Log;
  wechat: Wechat | null;
}

export interface Cloud extends Parts {
  app: FastifyInstance;
  /** Refuses new requests, lets the running ones end, then closes the database. */
  close(): Promise<void>;
}

export interface StartOptions {
  settings: Settings;
  migrationsDir: string;
  /** Given by tests. */
  clock?: Clock;
  /** Of a database in memory. */
  template?: Blob;
  /** Where the log goes; standard output unless given. */
  logStream?: DestinationStream;
}

/** Database → migrations → demonstration → server → jobs. It does not listen yet. */
export async function startCloud({
  settings,
  migrationsDir,
  clock = systemClock,
  template,
  logStream,
}: StartOptions): Promise<Cloud> {
  const { log, flush } = createLog(settings.logLevel, logStream);
  const opened = settings.databaseUrl
    ? openPostgres(settings.databaseUrl, settings.databasePoolSize, (error) =>
        log.warn({ err: error }, 'database'),
      )
    : await openEmbedded(settings.dataDir, template);
  const { database } = opened;
  await migrate(opened, readMigrations(migrationsDir));
  const changes = await startChanges(opened.notifications);
  const jobs = createJobs(database, clock, log);
  const parts: Parts = {
    settings,
    isDemo: settings.isDemo,
    database,
    clock,
    changes,
    secrets: createSecrets(database),
    jobs,
    log,
    wechat: settings.wechat && createWechat(settings.wechat),
  };
  if (settings.isDemo) await loadDemo(parts);
  const app = await createServer(parts);
  idempotencyJobs(jobs, clock);
  await jobs.start();
  return {
    ...parts,
    app,
    async close() {
      await app.close();
      await jobs.stop();
      await database.close();
      flush();
    },
  };
}
