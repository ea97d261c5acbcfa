import { readFileSync } from 'node:fs';
import { retention } from '../../src/contract/retention';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { bearer, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { checkIn, outang } from '../support/outang';

let world: IdentityCloud;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(() => world.cloud.clock.set(monday9));
afterAll(() => world.close());

const jobs = statement<{ name: string }>('test_jobs', 'select name from recurring_jobs');

test('every rule has a job that runs', async () => {
  const names = (await world.cloud.database.rows(jobs)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(retention.map(({ job }) => job)));
});

test('the README says the same', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  for (const { what, kept } of retention) {
    expect(rows).toContainEqual(['', what, kept, '']);
  }
});

test('what its time has passed for is gone; what it has not stays', async () => {
  const old = await world.withPhone('+8613200000001');
  await checkIn(world.cloud, bearer(old), { code: outang.centre.code });
  await world.call('POST', '/api/sessions/phone-codes', { body: { phone: '+8613200000002' } });
  const counts = async () => {
    const count = statement<Record<string, number>>(
      'test_counts',
      `select (select count(*) from sessions) as sessions, (select count(*) from phone_codes) as codes,
         (select count(*) from check_ins where person_id is not null) as visits,
         (select count(*) from check_ins) as kept, (select count(*) from check_in_turns) as turns,
         (select count(*) from idempotency_keys) as keys, (select count(*) from rate_limits) as limits`,
    );
    return world.cloud.database.row(count);
  };
  const pass = async (days: number) => {
    world.cloud.clock.advance({ days });
    await world.cloud.jobs.drain();
    return counts();
  };
  expect(await counts()).toMatchObject({ sessions: 1, codes: 1, visits: 1, kept: 1, turns: 1, keys: 1 });
  expect(await pass(2)).toEqual({ sessions: 1, codes: 0, visits: 1, kept: 1, turns: 1, keys: 0, limits: 0 });
  expect(await pass(3)).toMatchObject({ sessions: 1, visits: 1, turns: 0 });
  expect(await pass(30)).toMatchObject({ sessions: 0, visits: 1 });
  expect(await pass(24 * 31)).toMatchObject({ visits: 0, kept: 1 });
});
