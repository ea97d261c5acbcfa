import { fileURLToPath } from 'node:url';
import type { DestinationStream } from 'pino';
import type { Session } from '../../src/contract/sessions';
import { settingsOf, type Settings } from '../../src/cloud/platform/settings';
import { startCloud, type Cloud } from '../../src/cloud/start';
import { TestClock } from './clock';
import { emptyDatabase } from './template';
import { createTestDatabase } from './test-database';

const migrationsDir = fileURLToPath(new URL('../../src/cloud/migrations', import.meta.url));

/** A Monday morning in Hefei. */
export const monday9 = '2026-11-23T09:00:00+08:00';

export interface TestCloud extends Cloud {
  clock: TestClock;
  /** Headers of a new session of a demonstration account. */
  signIn(account: string): Promise<{ authorization: string }>;
}

export interface TestCloudOptions {
  now?: string;
  settings?: Partial<Settings>;
  /** Of another instance, to share its database. */
  databaseUrl?: string;
  logStream?: DestinationStream;
}

/** The real cloud with the demonstration community: on DATABASE_URL in a database of its own, else on PGlite in memory. */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const server = process.env['DATABASE_URL'];
  const own = options.databaseUrl || !server ? null : await createTestDatabase(server);
  const clock = new TestClock(options.now ?? monday9);
  const settings: Settings = {
    ...settingsOf({
      DEMO: '1',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '1000000',
      PUBLIC_URL: 'https://nuanxin.test',
    }),
    databaseUrl: options.databaseUrl ?? own?.url ?? null,
    dataDir: null,
    h5Dir: null,
    databasePoolSize: 20,
    // The same on every instance.
    dataKeys: [{ id: 'test', key: Buffer.alloc(32, 1) }],
    indexKey: Buffer.alloc(32, 2),
    ...options.settings,
  };
  const cloud = await startCloud({
    settings,
    migrationsDir,
    paperWorker: new URL('./paper-worker.mjs', import.meta.url),
    clock,
    lookEveryMs: null,
    ...(settings.databaseUrl === null && { template: await emptyDatabase() }),
    ...(options.logStream && { logStream: options.logStream }),
  });
  return {
    ...cloud,
    clock,
    async signIn(account) {
      const answer = await cloud.app.inject({
        method: 'POST',
        url: '/api/sessions/demo',
        payload: { account },
      });
      if (answer.statusCode !== 201) throw new Error(`Sign-in as ${account} answered ${answer.statusCode}`);
      return { authorization: `Bearer ${answer.json<Session>().token}` };
    },
    async close() {
      await cloud.close();
      await own?.drop();
    },
  };
}
