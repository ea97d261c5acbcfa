import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problems } from '../../contract/http';
import { refuse } from './refusal';

/** So many requests a minute from one address; the rest are refused with the seconds to wait. */
export function limitRate(app: FastifyInstance, perMinute: number): void {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  app.addHook('onRequest', async (request) => {
    try {
      await limiter.consume(request.ip);
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw refuse(problems.rate_limited, { retryAfter: Math.ceil(reason.msBeforeNext / 1000) });
    }
  });
}
