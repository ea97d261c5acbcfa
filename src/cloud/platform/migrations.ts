import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statement } from './database';
import type { OpenDatabase } from './postgres';

export interface Migration {
  number: number;
  name: string;
  text: string;
}

interface AppliedMigration {
  number: number;
  name: string;
  checksum: string;
}

const applied = statement<AppliedMigration>(
  'migrations_applied',
  'select number, name, checksum from schema_migrations order by number',
);
const table = `create table if not exists schema_migrations (
  number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`;

const checksumOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The numbered files of a folder, in order: `0001-platform.sql` … without a gap. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file, index) => {
    const number = Number(file.slice(0, 4));
    if (number !== index + 1) throw new Error(`Migration ${file} should be number ${index + 1}`);
    return { number, name: file.slice(5, -4), text: readFileSync(join(folder, file), 'utf8') };
  });
}

/**
 * Applies what is missing, each in its own transaction, one instance at a time. Forward only:
 * an applied file that was changed, or a database from a later version, stops the start.
 * @returns the numbers applied.
 */
export async function migrate(
  { database, exclusively }: OpenDatabase,
  migrations: Migration[],
): Promise<number[]> {
  return exclusively(async () => {
    await database.script(table);
    const done = await database.rows(applied);
    for (const before of done) {
      const now = migrations[before.number - 1];
      if (!now)
        throw new Error(
          `The database has migration ${before.number}, this version does not: start a later one`,
        );
      if (checksumOf(now.text) !== before.checksum) {
        throw new Error(`Migration ${before.number}-${before.name} was changed after it was applied`);
      }
    }
    const missing = migrations.slice(done.length);
    for (const { number, name, text } of missing) {
      // One message of several statements is one transaction.
      await database.script(`${text}\n;insert into schema_migrations (number, name, checksum)
        values (${number}, '${name}', '${checksumOf(text)}')`);
    }
    return missing.map(({ number }) => number);
  });
}
