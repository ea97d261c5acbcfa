import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Proxies close what says nothing for a minute. */
const heartbeatMs = 15_000;

/** Starts telling; what it returns ends it. */
type Watch<Body> = (send: (body: Body) => void) => () => void;

/** An answer by server-sent events. */
export class EventStream<Body> {
  /** After `endMs` it ends, and whoever listens asks again and is known anew. */
  constructor(
    readonly event: string,
    readonly endMs: number,
    readonly watch: Watch<Body>,
  ) {}
}

/** The server's end ends them, too. */
export function createEvents(app: FastifyInstance) {
  const open = new Set<PassThrough>();
  app.addHook('preClose', (done) => {
    for (const stream of open) stream.end();
    done();
  });

  return <Body>(reply: FastifyReply, { event, endMs, watch }: EventStream<Body>): FastifyReply => {
    const stream = new PassThrough();
    open.add(stream);
    const stop = watch((body) => stream.write(`event: ${event}\ndata: ${JSON.stringify(body)}\n\n`));
    const heart = setInterval(() => stream.write(':\n\n'), heartbeatMs).unref();
    const end = setTimeout(() => stream.end(), endMs).unref();
    stream.once('close', () => {
      open.delete(stream);
      clearInterval(heart);
      clearTimeout(end);
      stop();
    });
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream);
  };
}
