import type { Clock } from '../clock';
import type { S3Settings } from '../settings';
import { awsAuthorization, sha256Hex } from './aws-signature';
import type { Storage } from './storage';

const timeoutMs = 20_000;
const attempts = 3;
const pauseMs = 200;

/** What may be tried again: nobody answered, or the store had a bad moment. */
const isPassing = (status: number) => status >= 500 || status === 429;

/** A bucket of an S3-compatible store: Tencent's COS, MinIO, AWS. `url` leads to the bucket. */
export function createS3Storage({ url, region, accessKeyId, secretKey }: S3Settings, clock: Clock): Storage {
  async function once(method: 'PUT' | 'GET' | 'DELETE', name: string, body?: Buffer): Promise<Response> {
    const target = new URL(`${url}/${name}`);
    const bodyHash = sha256Hex(body ?? '');
    const request = { method, url: target, region, service: 's3', bodyHash, at: clock.now() };
    const headers = awsAuthorization({ accessKeyId, secretKey }, request);
    return fetch(target, {
      method,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(body && { body: new Uint8Array(body) }),
    });
  }

  async function send(method: 'PUT' | 'GET' | 'DELETE', name: string, body?: Buffer): Promise<Response> {
    for (let left = attempts; ; left -= 1) {
      const answer = await once(method, name, body).catch((error: unknown) => {
        if (left <= 1) throw new Error('The store did not answer', { cause: error });
        return null;
      });
      if (answer && (left <= 1 || !isPassing(answer.status))) return answer;
      await new Promise((next) => setTimeout(next, pauseMs * 2 ** (attempts - left)));
    }
  }

  async function demandDone(answer: Response): Promise<void> {
    if (answer.ok) return void (await answer.arrayBuffer());
    const text = await answer.text();
    throw new Error(`The store answered ${answer.status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`);
  }

  return {
    put: async (name, bytes) => demandDone(await send('PUT', name, bytes)),
    async get(name) {
      const answer = await send('GET', name);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      if (answer.status !== 404) await demandDone(answer);
      return null;
    },
    async remove(name) {
      const answer = await send('DELETE', name);
      if (answer.status !== 404) await demandDone(answer);
    },
  };
}
