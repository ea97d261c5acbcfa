import { request as openRequest } from 'node:http';
import type { Http, HttpAnswer, HttpRequest } from '../../src/client/platform/http';
import { NetworkError } from '../../src/client/platform/network-error';

/** Numbers that are the same on every run. Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function bytesOf({ body, bytes }: HttpRequest): Uint8Array {
  return bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body));
}

/** Half of it leaves, then the line is dead. */
function sendHalf(baseUrl: string, request: HttpRequest): Promise<void> {
  const all = bytesOf(request);
  const type = request.bytes ? 'application/octet-stream' : 'application/json';
  const headers = { ...request.headers, 'content-type': type, 'content-length': String(all.length) };
  return new Promise((resolve) => {
    const half = openRequest(baseUrl + request.path, { method: request.method, headers });
    half.on('error', () => resolve());
    half.write(all.subarray(0, Math.floor(all.length / 2)), () => {
      half.destroy();
      resolve();
    });
  });
}

/** A connection that is cut now and then: before a request leaves, in the middle of it, or before its answer is back. */
export class CutConnection implements Http {
  readonly cuts = { before: 0, during: 0, after: 0 };

  constructor(
    private readonly baseUrl: string,
    private readonly way: Http,
    private readonly random: () => number,
    /** Of all requests, how many are cut, 0 to 1. */
    private readonly share: number,
  ) {}

  async send(request: HttpRequest): Promise<HttpAnswer> {
    if (this.random() >= this.share) return this.way.send(request);
    const when = this.random();
    if (when < 1 / 3) {
      this.cuts.before += 1;
    } else if (when < 2 / 3) {
      this.cuts.during += 1;
      await sendHalf(this.baseUrl, request);
    } else {
      this.cuts.after += 1;
      await this.way.send(request);
    }
    throw new NetworkError(this.random() < 0.5 ? 'offline' : 'timeout');
  }
}
