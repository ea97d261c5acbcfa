import { fdatasyncSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import pg from 'pg';
import type { Notifications } from './changes';
import { lockFolder } from './folder-lock';
import { databaseOn, valueTypes } from './database';
import type { OpenDatabase } from './postgres';

interface EmscriptenModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/** Emscripten's NODEFS has no fsync: without one a power cut could lose what was acknowledged. */
class DurableNodeFS extends NodeFS {
  override async init(...[db, options]: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(db, options);
    const addFsync = (module: unknown) => {
      (module as EmscriptenModule).NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

/** `-F` turns fsync off; the WAL is flushed by the fsync given above. */
const durableParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

function optionsFor(folder: string | null, template?: Blob): PGliteOptions {
  if (folder === null) return template ? { loadDataDir: template } : {};
  return { fs: new DurableNodeFS(join(folder, 'database')), startParams: durableParams };
}

/**
 * PostgreSQL in this process (PGlite): in `folder`, or in memory when null, there from a `template` if given
 * (an empty database made before: quicker than making one).
 * One connection, so statements run one after another. The folder is locked against a second server.
 */
export async function openEmbedded(folder: string | null, template?: Blob): Promise<OpenDatabase> {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  const pglite = new PGlite(optionsFor(folder, template));
  await pglite.waitReady;
  const pool = new pg.Pool(
    Object.assign(createPgConfig(pglite), { max: 1, idleTimeoutMillis: 0, types: valueTypes }),
  );
  const database = databaseOn(pool, async () => {
    await pool.end();
    await pglite.close();
    unlock();
  });
  return { database, notifications: notificationsOf(pool), exclusively: (work) => work() };
}

function notificationsOf(pool: pg.Pool): Notifications {
  return {
    async start({ channel, heard }) {
      const client = await pool.connect();
      client.on('notification', (message) => heard(message.payload ?? ''));
      await client.query(`listen ${channel}`);
      client.release();
    },
  };
}
