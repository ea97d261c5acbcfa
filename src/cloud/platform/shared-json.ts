import { crc32 } from 'node:zlib';
import type { FastifyReply } from 'fastify';

/** An answer of type `T`, already written as JSON, the same for everyone who asks. */
export class SharedJson<T> {
  /** Only for the compiler: carries the type. */
  declare readonly answer?: T;

  constructor(
    readonly bytes: Buffer,
    /** Another number for other bytes, as good as surely. */
    private readonly known?: number,
  ) {}

  get mark(): number {
    return this.known ?? crc32(this.bytes);
  }

  static of<T>(answer: T): SharedJson<T> {
    return new SharedJson<T>(Buffer.from(JSON.stringify(answer)));
  }
}

/** Sends it, or says that the asker's copy is still right. */
export function sendShared(reply: FastifyReply, shared: SharedJson<unknown>): FastifyReply {
  const { bytes, mark } = shared;
  const tag = `W/"${bytes.length.toString(36)}-${mark.toString(36)}"`;
  void reply.header('etag', tag).header('cache-control', 'no-cache');
  if (reply.request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(bytes);
}
