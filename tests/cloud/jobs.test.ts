import { statement } from '../../src/cloud/platform/database';
import { createJobs } from '../../src/cloud/platform/jobs';
import { publish } from '../../src/cloud/platform/outbox';
import { startTestCloud, type TestCloud } from '../support/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.database.script('create table tallies (number int not null)');
});
beforeEach(() => cloud.database.script('delete from tallies; delete from outbox_messages'));
afterAll(() => cloud.close());

const tally = statement<object>('test_tally', 'insert into tallies values ($1)');
const tallies = statement<{ number: number }>('test_tallies', 'select number from tallies order by number');
const waiting = statement<{ attempts: number; failedAt: Date | null; lastError: string | null }>(
  'test_waiting',
  `select attempts, failed_at as "failedAt", last_error as "lastError" from outbox_messages`,
);

const newRunner = () => createJobs(cloud.database, cloud.clock, cloud.log);
const send = (number: number) =>
  cloud.database.transaction((tx) =>
    publish(tx, { topic: 'test.tally', communityId: null, payload: { number } }),
  );

test('runners side by side handle every message exactly once', async () => {
  const runners = [newRunner(), newRunner(), newRunner()];
  for (const runner of runners) {
    runner.handle('test.tally', async (tx, { number }) => void (await tx.run(tally, [number])));
  }
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  for (const number of numbers) await send(number);
  await Promise.all(runners.map((runner) => runner.drain()));
  expect((await cloud.database.rows(tallies)).map(({ number }) => number)).toEqual(numbers);
  expect(await cloud.database.rows(waiting)).toEqual([]);
});

test('a message of a transaction that was rolled back is never handled', async () => {
  const runner = newRunner();
  runner.handle('test.tally', async (tx, { number }) => void (await tx.run(tally, [number])));
  const failing = cloud.database.transaction(async (tx) => {
    await publish(tx, { topic: 'test.tally', communityId: null, payload: { number: 1 } });
    throw new Error('not today');
  });
  await expect(failing).rejects.toThrow('not today');
  await runner.drain();
  expect(await cloud.database.rows(tallies)).toEqual([]);
});

test('a failing job leaves nothing behind, comes again later, and at last waits for a person', async () => {
  const runner = newRunner();
  let isBroken = true;
  runner.handle('test.tally', async (tx, { number }) => {
    await tx.run(tally, [number]);
    if (isBroken) throw new Error('out of order');
  });
  await send(7);
  await runner.drain();
  expect(await cloud.database.rows(tallies)).toEqual([]);
  expect(await cloud.database.rows(waiting)).toEqual([
    { attempts: 1, failedAt: null, lastError: 'out of order' },
  ]);

  await runner.drain();
  expect((await cloud.database.rows(waiting))[0]?.attempts).toBe(1);

  for (let attempt = 2; attempt <= 12; attempt += 1) {
    cloud.clock.advance({ hours: 2 });
    await runner.drain();
  }
  expect(await cloud.database.rows(waiting)).toEqual([
    { attempts: 12, failedAt: cloud.clock.now(), lastError: 'out of order' },
  ]);

  isBroken = false;
  await cloud.database.script('update outbox_messages set failed_at = null');
  cloud.clock.advance({ hours: 2 });
  await runner.drain();
  expect(await cloud.database.rows(tallies)).toEqual([{ number: 7 }]);
});

test('a recurring job runs on one instance a period', async () => {
  const runners = [newRunner(), newRunner()];
  let runs = 0;
  for (const runner of runners) runner.every('test_every', 60_000, async () => void (runs += 1));
  for (const runner of runners) await runner.start();
  await Promise.all(runners.map((runner) => runner.drain()));
  expect(runs).toBe(1);
  cloud.clock.advance({ minutes: 1 });
  await Promise.all(runners.map((runner) => runner.drain()));
  expect(runs).toBe(2);
  await Promise.all(runners.map((runner) => runner.stop()));
});

describe('messages handled together', () => {
  const numbersOf = async () => (await cloud.database.rows(tallies)).map(({ number }) => number);

  test('many are one call, and runners side by side handle each exactly once', async () => {
    const sizes: number[] = [];
    const runners = [newRunner(), newRunner(), newRunner()];
    for (const runner of runners) {
      runner.handleTogether('test.tally', async (tx, payloads) => {
        sizes.push(payloads.length);
        for (const { number } of payloads) await tx.run(tally, [number]);
      });
    }
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    for (const number of numbers) await send(number);
    await Promise.all(runners.map((runner) => runner.drain()));
    expect(await numbersOf()).toEqual(numbers);
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(await cloud.database.rows(waiting)).toEqual([]);
  });

  test('one that fails keeps no other from being handled', async () => {
    const runner = newRunner();
    runner.handleTogether('test.tally', async (tx, payloads) => {
      for (const { number } of payloads) {
        await tx.run(tally, [number]);
        if (number === 3) throw new Error('out of order');
      }
    });
    for (let number = 0; number < 6; number += 1) await send(number);
    await runner.drain();
    expect(await numbersOf()).toEqual([0, 1, 2, 4, 5]);
    expect(await cloud.database.rows(waiting)).toEqual([
      { attempts: 1, failedAt: null, lastError: 'out of order' },
    ]);
    await send(6);
    await send(7);
    await runner.drain();
    expect(await numbersOf()).toEqual([0, 1, 2, 4, 5, 6, 7]);
  });
});
