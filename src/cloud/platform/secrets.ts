import { randomBytes } from 'node:crypto';
import { statement, type Database } from './database';

/** Keys the cloud makes for itself, once per database, the same on every instance. */
export interface Secrets {
  /** 32 random bytes. */
  get(name: string): Promise<Buffer>;
}

const keep = statement<object>(
  'secrets_keep',
  'insert into secrets (name, value) values ($1, $2) on conflict (name) do nothing',
);
const find = statement<{ value: Buffer }>('secrets_find', 'select value from secrets where name = $1');

export function createSecrets(database: Database): Secrets {
  const known = new Map<string, Promise<Buffer>>();
  async function load(name: string): Promise<Buffer> {
    await database.run(keep, [name, randomBytes(32)]);
    const row = await database.row(find, [name]);
    if (!row) throw new Error(`Secret ${name} is missing`);
    return row.value;
  }
  return {
    get(name) {
      const value = known.get(name) ?? load(name);
      known.set(name, value);
      value.catch(() => known.delete(name));
      return value;
    },
  };
}
