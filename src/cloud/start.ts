import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { createPapers, type Papers } from './certificates/service';
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
import { createLimits, limitJobs, shareLimits, type Limits } from './platform/rate-limit';
import { createSealing, type Sealing } from './platform/sealing';
import { createStorage, type Storage } from './platform/storage/storage';
import { createSharedTokens, type SharedTokens } from './platform/shared-tokens';
import { createSms, type Sms } from './platform/sms';
import { tidyingJobs } from './platform/tidying';
import { createWechatMessages, wechatMessageJobs, type WechatMessages } from './platform/wechat/messages';
import { createContentChecks, type ContentChecks } from './platform/wechat/content-checks';
import { createMiniProgram, type MiniProgram } from './platform/wechat/mini-program';
import { createOfficialAccount, type OfficialAccount } from './platform/wechat/official-account';
import { dataKeysOf } from './platform/data-keys';
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
  sealing: Sealing;
  storage: Storage;
  limits: Limits;
  papers: Papers;
  /** null where it is not set up; so with the next three. */
  miniProgram: MiniProgram | null;
  officialAccount: OfficialAccount | null;
  contentChecks: ContentChecks | null;
  sms: Sms | null;
  wechatMessages: WechatMessages;
}

export interface Cloud extends Parts {
  app: FastifyInstance;
  /** Refuses new requests, lets the running ones end, then closes the database. */
  close(): Promise<void>;
}

export interface StartOptions {
  settings: Settings;
  migrationsDir: string;
  /** Script of the thread that makes papers. */
  paperWorker: URL;
  /** Given by tests. */
  clock?: Clock;
  /** How often recurring work is looked for; null: only when the jobs are drained, for a clock that does not go by itself. */
  lookEveryMs?: number | null;
  /** Of a database in memory. */
  template?: Blob;
  /** Where the log goes; standard output unless given. */
  logStream?: DestinationStream;
}

/** What lies outside and is set up or not. */
function createAdapters(settings: Settings, clock: Clock, tokens: SharedTokens) {
  const { wechat, officialAccount, miniProgramState } = settings;
  return {
    miniProgram: wechat && createMiniProgram(wechat, tokens, miniProgramState),
    officialAccount: officialAccount && createOfficialAccount(officialAccount, tokens, clock),
    contentChecks: wechat && createContentChecks(wechat, tokens),
    sms: createSms(settings, clock),
  };
}

function platformJobs({ settings, jobs, clock }: Parts): void {
  idempotencyJobs(jobs, clock);
  limitJobs(jobs, clock);
  wechatMessageJobs(jobs, clock);
  if (settings.databaseUrl === null) tidyingJobs(jobs);
}

function openDatabase(settings: Settings, template: Blob | undefined, log: Log) {
  const { databaseUrl, databasePoolSize, dataDir } = settings;
  if (!databaseUrl) return openEmbedded(dataDir, template);
  return openPostgres(databaseUrl, databasePoolSize, (error) => log.warn({ err: error }, 'database'));
}

/** Database → migrations → demonstration → server → jobs. It does not listen yet. */
export async function startCloud({
  settings,
  migrationsDir,
  paperWorker,
  clock = systemClock,
  lookEveryMs,
  template,
  logStream,
}: StartOptions): Promise<Cloud> {
  const { log, flush } = createLog(settings.logLevel, logStream);
  const opened = await openDatabase(settings, template, log);
  const { database } = opened;
  await migrate(opened, readMigrations(migrationsDir));
  const changes = await startChanges(opened.notifications);
  const jobs = createJobs(database, clock, log, lookEveryMs);
  const { keys, indexKey } = dataKeysOf(settings);
  const sealing = createSealing(keys, indexKey);
  const tokens = createSharedTokens({ database, clock });
  const limits = createLimits({
    database,
    clock,
    sealing,
    perMinute: settings.rateLimitPerMinute,
    isShared: settings.databaseUrl !== null,
  });
  const parts: Parts = {
    settings,
    isDemo: settings.isDemo,
    database,
    clock,
    changes,
    secrets: createSecrets(database),
    jobs,
    log,
    sealing,
    storage: createStorage(settings, clock),
    limits,
    papers: createPapers(paperWorker),
    ...createAdapters(settings, clock, tokens),
    wechatMessages: createWechatMessages({ database, clock, push: settings.wechatPush }),
  };
  if (settings.isDemo) await loadDemo(parts);
  const app = await createServer(parts);
  platformJobs(parts);
  const stopSharing = shareLimits(limits, (error) => log.warn({ err: error }, 'limits are not shared'));
  await jobs.start();
  return {
    ...parts,
    app,
    async close() {
      await parts.papers.stop();
      await app.close();
      stopSharing();
      await jobs.stop();
      await database.close();
      flush();
    },
  };
}
