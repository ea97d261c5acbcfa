// Baseline: Fastify and one single-row INSERT a request, on a database of the same kind that is as durable.
// argv: database URL or nothing, folder of the embedded database.
import Fastify from 'fastify';
import { statement } from '../../../src/cloud/platform/database';
import { newId } from '../../../src/cloud/platform/ids';
import { openDatabase } from '../where';

const [url, folder = ''] = process.argv.slice(2);

const insert = statement<object>(
  'bench_insert',
  'insert into bench_rows (id, key, code, at) values ($1, $2, $3, $4)',
);

async function serve(): Promise<void> {
  const database = await openDatabase({ databaseUrl: url || null, folder });
  await database.script(
    'create table bench_rows (id uuid primary key, key text not null, code text not null, at timestamptz not null)',
  );
  const app = Fastify();
  app.post<{ Body: { code: string } }>('/rows', async (request, reply) => {
    const id = newId();
    await database.run(insert, [id, request.headers['idempotency-key'], request.body.code, new Date()]);
    return reply.code(201).send({ id });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ port: (app.server.address() as { port: number }).port });
}

void serve();
