// Baseline: Fastify and, for each request, a transaction that locks the row with SELECT … FOR UPDATE, counts and inserts.
// argv: database URL or nothing, folder of the embedded database.
import Fastify from 'fastify';
import { statement } from '../../../src/cloud/platform/database';
import { newId } from '../../../src/cloud/platform/ids';
import { openDatabase } from '../where';

const [url, folder = ''] = process.argv.slice(2);

const lock = statement<{ capacity: number; taken: number }>(
  'bench_lock',
  'select capacity, taken from bench_activities where id = 1 for update',
);
const count = statement<object>('bench_count', 'update bench_activities set taken = taken + 1 where id = 1');
const insert = statement<object>(
  'bench_sign_up',
  'insert into bench_sign_ups (id, key, state, at) values ($1, $2, $3, $4)',
);

async function serve(): Promise<void> {
  const database = await openDatabase({ databaseUrl: url || null, folder });
  await database.script(`
    create table bench_activities (id int primary key, capacity int not null, taken int not null);
    insert into bench_activities values (1, 10000000, 0);
    create table bench_sign_ups (id uuid primary key, key text not null, state text not null, at timestamptz not null)`);
  const app = Fastify();
  app.post('/sign-ups', async (request, reply) => {
    const id = newId();
    await database.transaction(async (tx) => {
      const row = await tx.row(lock);
      const isGoing = row !== undefined && row.taken < row.capacity;
      if (isGoing) await tx.run(count);
      const key = request.headers['idempotency-key'];
      await tx.run(insert, [id, key, isGoing ? 'going' : 'waitlisted', new Date()]);
    });
    return reply.code(201).send({ id });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ port: (app.server.address() as { port: number }).port });
}

void serve();
