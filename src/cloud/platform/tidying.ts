import { statement, type Database } from './database';
import type { Jobs } from './jobs';

const everyMs = 30_000;

/** As PostgreSQL's autovacuum judges it. */
const listUntidy = statement<{ name: string; isChanged: boolean; isFull: boolean }>(
  'tables_list_untidy',
  `select quote_ident(relname) as name, "isChanged", "isFull"
   from pg_stat_user_tables,
   lateral (select n_mod_since_analyze > 50 + 0.1 * n_live_tup as "isChanged",
     n_dead_tup > 50 + 0.2 * n_live_tup as "isFull") d
   where schemaname = 'public' and ("isChanged" or "isFull")`,
);

/** @returns how many tables were tidied. */
export async function tidy(database: Database): Promise<number> {
  const untidy = await database.rows(listUntidy);
  for (const { name, isChanged, isFull } of untidy) {
    if (isFull) await database.script(`vacuum ${name}`);
    if (isChanged) await database.script(`analyze ${name}`);
  }
  return untidy.length;
}

/**
 * The embedded database has nobody who counts what its tables hold and sweeps them, as a server's autovacuum does:
 * without those figures its planner reads whole tables where it should look something up.
 */
export function tidyingJobs(jobs: Jobs): void {
  jobs.every('tables_tidy', everyMs, async (database) => {
    await tidy(database);
  });
}
