import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serveHealth } from './platform/health';
import { answerWithProblems } from './platform/problems';
import { limitRate } from './platform/rate-limit';
import { serveReference } from './platform/reference';
import { createRouter, type Router } from './platform/router';
import { useStrictValidation } from './platform/validation';
import { serveWeb } from './platform/web';
import type { Parts } from './start';
import { createIdentify } from './sessions/identify';
import { sessionRoutes } from './sessions/routes';
import { createSessions, sessionJobs } from './sessions/service';

/** Every concept, spelled out. */
function serveConcepts(router: Router, parts: Parts): void {
  const { jobs, clock } = parts;
  const sessions = createSessions(parts);
  sessionRoutes(router, sessions);
  sessionJobs(jobs, clock);
}

/** One line a request: by route, never by address or query. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}

const bodyLimit = 64 * 1024;

export async function createServer(parts: Parts): Promise<FastifyInstance> {
  const { settings, database, clock, changes, log } = parts;
  const options: FastifyServerOptions = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < settings.trustedProxies,
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  };
  const app = Fastify(options);
  useStrictValidation(app);
  answerWithProblems(app);
  logRequests(app);
  limitRate(app, settings.rateLimitPerMinute);
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    done();
  });
  await serveReference(app, settings.publicUrl);
  serveHealth(app, database);
  const identify = createIdentify({ database, changes, clock });
  const router = createRouter({
    app,
    database,
    clock,
    identify: (request) => identify(request.headers.authorization),
  });
  serveConcepts(router, parts);
  if (settings.h5Dir) await serveWeb(app, settings.h5Dir);
  return app;
}
