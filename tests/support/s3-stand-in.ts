import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { awsAuthorization, sha256Hex } from '../../src/cloud/platform/storage/aws-signature';
import type { S3Settings } from '../../src/cloud/platform/settings';
import { listenLocally } from './local-server';

/** A local stand-in of a bucket: it checks the signature and the body's hash, keeps what it is given, errors included. */
export interface S3StandIn {
  settings: S3Settings;
  /** Name → bytes. */
  held: ReadonlyMap<string, Buffer>;
  /** The next requests are answered with these. */
  failNext(...statuses: number[]): void;
  close(): Promise<void>;
}

const account = { accessKeyId: 'id-of-the-test', secretKey: 'key-of-the-test' };
const region = 'ap-of-the-test';

function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const bodyHash = sha256Hex(body);
  const [, year, month, day, hours, minutes, seconds] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(request.headers['x-amz-date'])) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  const asked = { method: request.method ?? '', url, region, service: 's3', bodyHash, at };
  const right = awsAuthorization(account, asked);
  return (
    request.headers.authorization === right['authorization'] &&
    request.headers['x-amz-content-sha256'] === bodyHash
  );
}

export async function startS3StandIn(): Promise<S3StandIn> {
  const held = new Map<string, Buffer>();
  const failures: number[] = [];

  function answerTo(method: string, name: string, body: Buffer): { status: number; body?: Buffer } {
    if (method === 'PUT') held.set(name, body);
    if (method === 'PUT') return { status: 200 };
    if (method === 'DELETE') held.delete(name);
    if (method === 'DELETE') return { status: 204 };
    const found = held.get(name);
    return found ? { status: 200, body: found } : { status: 404 };
  }

  const server = await listenLocally((request, response) => {
    void buffer(request).then((body) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const failure = failures.shift();
      const answer = failure
        ? { status: failure }
        : isSigned(request, url, body)
          ? answerTo(request.method ?? '', url.pathname.replace('/bucket/', ''), body)
          : { status: 403, body: Buffer.from('<Error><Code>SignatureDoesNotMatch</Code></Error>') };
      response.writeHead(answer.status).end(answer.body);
    });
  });

  return {
    settings: { ...account, region, url: `${server.url}/bucket` },
    held,
    failNext: (...statuses) => void failures.push(...statuses),
    close: server.close,
  };
}
