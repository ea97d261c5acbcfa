import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problems } from '../../contract/http';
import { refuse } from './refusal';

function refusalOf(reason: unknown): Error {
  if (!(reason instanceof RateLimiterRes))
    return new Error('The rate could not be counted', { cause: reason });
  return refuse(problems.rate_limited, { retryAfter: Math.ceil(reason.msBeforeNext / 1000) });
}

/** So many requests a minute from one address; the rest are refused with the seconds to wait. */
export function limitRate(app: FastifyInstance, perMinute: number): void {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  app.addHook('onRequest', (request, _reply, done) => {
    limiter.consume(request.ip).then(
      () => done(),
      (reason: unknown) => done(refusalOf(reason)),
    );
  });
}
