// Baseline: Fastify and one named query on the same database, answered as it comes.
// argv: database URL or folder of the embedded database, person, community.
import Fastify from 'fastify';
import pg from 'pg';

const [where, personId] = process.argv.slice(2);

async function openPool() {
  if (where.startsWith('postgres')) return new pg.Pool({ connectionString: where, max: 10 });
  const { PGlite } = await import('@electric-sql/pglite');
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  return new pg.Pool({ ...createPgConfig(new PGlite(where)), max: 1, idleTimeoutMillis: 0 });
}

const pool = await openPool();
const query = {
  name: 'mine',
  text: `select c.id, c.station_id, s.name, c.evidence, c.occurred_at, c.received_at, c.is_late
    from check_ins c join stations s on s.community_id = c.community_id and s.id = c.station_id
    where c.person_id = $1 order by c.occurred_at desc, c.id desc limit 20`,
  values: [personId],
};
const app = Fastify();
app.get('/mine', async () => (await pool.query(query)).rows);
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ port: app.server.address().port });
