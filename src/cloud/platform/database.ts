import pg from 'pg';
import type { PoolConfig } from 'pg';

/** A named prepared statement. Names are few and fixed; `Row` is what it returns. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly row?: Row;
}

/**
 * Values come out as: timestamptz → Date, date → 'YYYY-MM-DD', int8 and numeric → number, jsonb → parsed,
 * point → { x: lng, y: lat }, everything else as `pg` has it.
 */
export function statement<Row extends object>(name: string, text: string): Statement<Row> {
  return { name, text };
}

/** One without a name: planned anew for its values, where these decide how it is best done. */
export function plannedAnew<Row extends object>(text: string): Statement<Row> {
  return { name: '', text };
}

/** What can be asked, inside a transaction or outside. */
export interface Queries {
  rows<Row extends object>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  row<Row extends object>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>;
  /** The number of rows changed. */
  run(statement: Statement<object>, values?: readonly unknown[]): Promise<number>;
  /** Runs once what was asked so far is committed; at once outside a transaction. */
  afterCommit(listener: () => void): void;
}

export interface Database extends Queries {
  /** Commits what `work` did, or nothing. Run again when the database says that the same work may now succeed. */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  /** Several statements at once, for migrations: never with values. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

const typeOids = { int8: 20, date: 1082, numeric: 1700 };
const readNumber = (text: string) => Number(text);
const readText = (text: string) => text;
const parsers = new Map<number, (text: string) => string | number>([
  [typeOids.int8, readNumber],
  [typeOids.numeric, readNumber],
  [typeOids.date, readText],
]);

const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  const own = format === 'binary' ? undefined : parsers.get(oid);
  return (
    own ??
    (pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown)(oid, format)
  );
};

export const valueTypes: NonNullable<PoolConfig['types']> = { getTypeParser: parserOf };

/** serialization_failure, deadlock_detected: the same work may succeed when run again. */
const retryable = new Set(['40001', '40P01']);
const attempts = 3;

function queriesOn(client: Pick<pg.Pool, 'query'>, afterCommit: Queries['afterCommit']): Queries {
  const ask = ({ name, text }: Statement<unknown>, values: readonly unknown[] = []) =>
    client.query({ name, text, values: [...values] });
  return {
    async rows<Row extends object>(query: Statement<Row>, values?: readonly unknown[]) {
      return (await ask(query, values)).rows as Row[];
    },
    async row<Row extends object>(query: Statement<Row>, values?: readonly unknown[]) {
      return (await ask(query, values)).rows[0] as Row | undefined;
    },
    async run(query, values) {
      return (await ask(query, values)).rowCount ?? 0;
    },
    afterCommit,
  };
}

/** The one way to the database, the same for PostgreSQL and the embedded one. `close` ends what `pool` runs on. */
export function databaseOn(pool: pg.Pool, close: () => Promise<void>): Database {
  async function attempt<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const committed: (() => void)[] = [];
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(queriesOn(client, (listener) => committed.push(listener)));
      await client.query('commit');
      for (const listener of committed) listener();
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error(String(cause));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
  return {
    ...queriesOn(pool, (listener) => listener()),
    async transaction(work) {
      for (let left = attempts; ; left -= 1) {
        try {
          return await attempt(work);
        } catch (error) {
          const code = (error as { code?: string }).code ?? '';
          if (left <= 1 || !retryable.has(code)) throw error;
        }
      }
    },
    async script(text) {
      await pool.query(text);
    },
    close,
  };
}
