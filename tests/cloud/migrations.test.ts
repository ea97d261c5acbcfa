import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statement } from '../../src/cloud/platform/database';
import { openEmbedded } from '../../src/cloud/platform/embedded';
import { migrate, readMigrations, type Migration } from '../../src/cloud/platform/migrations';
import { openPostgres, type OpenDatabase } from '../../src/cloud/platform/postgres';
import { emptyDatabase } from '../support/template';
import { createTestDatabase } from '../support/test-database';

const server = process.env['DATABASE_URL'];
const ours = readMigrations(fileURLToPath(new URL('../../src/cloud/migrations', import.meta.url)));
const first: Migration = { number: 1, name: 'pets', text: 'create table pets (name text primary key)' };
const second: Migration = {
  number: 2,
  name: 'pet-ages',
  text: 'alter table pets add column age int not null default 1',
};
const pets = statement<{ name: string; age: number }>('test_pets', 'select name, age from pets');

let opened: OpenDatabase;
let openAnother: () => OpenDatabase;
let drop: () => Promise<void> = () => Promise.resolve();
beforeEach(async () => {
  if (!server) return void (opened = await openEmbedded(null, await emptyDatabase()));
  const own = await createTestDatabase(server);
  openAnother = () => openPostgres(own.url, 4, () => undefined);
  opened = openAnother();
  drop = own.drop;
});
afterEach(async () => {
  await opened.database.close();
  await drop();
});

test('a later migration finds the data of before and keeps it', async () => {
  expect(await migrate(opened, [first])).toEqual([1]);
  await opened.database.script(`insert into pets values ('Mimi')`);
  expect(await migrate(opened, [first, second])).toEqual([2]);
  expect(await opened.database.rows(pets)).toEqual([{ name: 'Mimi', age: 1 }]);
  expect(await migrate(opened, [first, second])).toEqual([]);
});

test('a migration that fails leaves nothing of itself', async () => {
  const broken = { ...second, text: `insert into pets values ('Half'); select nonsense` };
  await expect(migrate(opened, [first, broken])).rejects.toThrow('nonsense');
  expect(await migrate(opened, [first, second])).toEqual([2]);
  expect(await opened.database.rows(pets)).toEqual([]);
});

test('a file changed after it was applied stops the start, and so does a database from a later version', async () => {
  await migrate(opened, [first, second]);
  const changed = { ...first, text: `${first.text} -- touched` };
  await expect(migrate(opened, [changed, second])).rejects.toThrow(
    'Migration 1-pets was changed after it was applied',
  );
  await expect(migrate(opened, [first])).rejects.toThrow(
    'The database has migration 2, this version does not',
  );
});

test('our own files apply one by one, each onto the one before', async () => {
  for (const { number } of ours) expect(await migrate(opened, ours.slice(0, number))).toEqual([number]);
});

test('instances that start together migrate once', async () => {
  const others = server ? [openAnother(), openAnother()] : [];
  const applied = await Promise.all([opened, ...others].map((instance) => migrate(instance, ours)));
  expect(applied.flat()).toEqual(ours.map(({ number }) => number));
  for (const other of others) await other.database.close();
});

test('a gap in the numbers is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-migrations-'));
  writeFileSync(join(folder, '0001-one.sql'), '');
  writeFileSync(join(folder, '0003-three.sql'), '');
  expect(() => readMigrations(folder)).toThrow('Migration 0003-three.sql should be number 2');
  rmSync(folder, { recursive: true });
});
