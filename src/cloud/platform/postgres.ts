import pg from 'pg';
import { databaseOn, valueTypes, type Database } from './database';
import type { Notifications } from './changes';

export interface OpenDatabase {
  database: Database;
  notifications: Notifications;
  /** Runs alone against migrations of other instances. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** Any constant: what instances that migrate agree on. */
const migrationLock = 7_203_911;
const reconnectMs = 1_000;

/** A PostgreSQL server, or what speaks its protocol. `onIdleError` hears of connections lost while idle. */
export function openPostgres(
  url: string,
  poolSize: number,
  onIdleError: (error: Error) => void,
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: valueTypes,
    application_name: 'nuanxin',
    statement_timeout: 15_000,
    connectionTimeoutMillis: 5_000,
  });
  let isClosing = false;
  pool.on('error', (error) => {
    if (!isClosing) onIdleError(error);
  });
  const listening = listenOn(url);
  const database = databaseOn(pool, async () => {
    isClosing = true;
    await listening.stop();
    await pool.end();
  });
  return {
    database,
    notifications: listening,
    async exclusively(work) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query('select pg_advisory_lock($1)', [migrationLock]);
        return await work();
      } finally {
        await client.end();
      }
    },
  };
}

/** A connection of its own that listens, and comes back after it was lost. */
function listenOn(url: string): Notifications & { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    async start({ channel, heard, lost }) {
      const connect = async (): Promise<void> => {
        const next = new pg.Client({
          connectionString: url,
          application_name: 'nuanxin-listener',
          keepAlive: true,
        });
        let gone = false;
        const again = () => {
          if (gone || stopped) return;
          gone = true;
          client = undefined;
          lost();
          next.end().catch(() => undefined);
          timer = setTimeout(() => void connect().catch(() => undefined), reconnectMs);
        };
        next.on('error', again);
        next.on('end', again);
        next.on('notification', (message) => heard(message.payload ?? ''));
        try {
          await next.connect();
          await next.query(`listen ${channel}`);
          client = next;
          // What was announced while nobody listened is unknown.
          lost();
        } catch (error) {
          again();
          throw error;
        }
      };
      await connect();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
