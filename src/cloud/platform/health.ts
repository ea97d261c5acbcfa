import type { FastifyInstance } from 'fastify';
import { problems } from '../../contract/http';
import { statement, type Database } from './database';
import { sendProblem } from './problems';

const ping = statement<object>('health_ping', 'select 1');

/** /healthz: the process answers. /readyz: so does the database, and we are not stopping. */
export function serveHealth(app: FastifyInstance, database: Database): void {
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  const hidden = { schema: { hide: true } };
  app.get('/healthz', hidden, () => ({ status: 'ok' }));
  app.get('/readyz', hidden, async (_request, reply) => {
    try {
      if (isStopping) return await sendProblem(reply, problems.unavailable);
      await database.row(ping);
      return { status: 'ready' };
    } catch {
      return sendProblem(reply, problems.unavailable);
    }
  });
}
