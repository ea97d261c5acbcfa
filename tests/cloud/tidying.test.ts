import { statement } from '../../src/cloud/platform/database';
import { openEmbedded } from '../../src/cloud/platform/embedded';
import { tidy } from '../../src/cloud/platform/tidying';

/** The embedded database counts what changed at most once a second, and when it is idle. */
const countedMs = 1_100;
const plan = statement<{ 'QUERY PLAN': string }>(
  'test_plan',
  'explain select from things where town = 1 and id = 7',
);

test('the embedded database plans by what its tables hold', async () => {
  const { database } = await openEmbedded(null);
  await database.script(`
    create table things (town int, id int, name text, primary key (town, id));
    create index things_by_name on things (town, name);
    insert into things select 1, n, 'thing ' || n from generate_series(1, 5000) n`);
  await new Promise((next) => setTimeout(next, countedMs));
  await database.script('select 1');
  expect(await tidy(database)).toBe(1);
  expect((await database.rows(plan))[0]?.['QUERY PLAN']).toContain('things_pkey');
  const counted = statement<{ rows: number }>(
    'test_counted',
    `select reltuples as rows from pg_class where relname = 'things'`,
  );
  expect((await database.row(counted))?.rows).toBe(5_000);
  expect(await tidy(database)).toBe(0);

  await database.script('delete from things where id > 100');
  await new Promise((next) => setTimeout(next, countedMs));
  await database.script('select 1');
  expect(await tidy(database)).toBe(1);
  expect((await database.row(counted))?.rows).toBe(100);
  await database.close();
});
