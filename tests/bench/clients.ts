import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Load } from './load';

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: object;
}

/** What a client asks next, given how often it has asked; null when it is done. */
type Next = (client: number, asked: number) => Asked | null;

export interface Driven extends Load {
  /** How many answers of each status. */
  statuses: ReadonlyMap<number, number>;
}

const endOfHead = Buffer.from('\r\n\r\n');
const lengthPattern = /\r\ncontent-length: (\d+)/i;

function written({ method, path, headers, body }: Asked): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${path} HTTP/1.1\r\nhost: bench\r\n${lines.join('')}`;
  if (!body) return `${head}\r\n`;
  const json = JSON.stringify(body);
  const length = Buffer.byteLength(json);
  return `${head}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${json}`;
}

/** Statuses of the answers on one connection, one at a time. */
function listen(socket: Socket, answered: (status: number) => void): void {
  let read: Buffer = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    read = read.length === 0 ? data : Buffer.concat([read, data]);
    const end = read.indexOf(endOfHead);
    if (end < 0) return;
    const head = read.toString('latin1', 0, end);
    const length = Number(lengthPattern.exec(head)?.[1]);
    if (!Number.isFinite(length)) throw new Error(`An answer without its length:\n${head}`);
    if (read.length < end + endOfHead.length + length) return;
    read = Buffer.alloc(0);
    answered(Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length)));
  });
}

interface Drive {
  clients: number;
  /** They stop after so long, each with the answer it waits for. */
  seconds?: number;
}

/**
 * Every client asks again as soon as it is answered, each time something else. Hardly more than sockets: what clients
 * cost is taken from what is measured.
 */
export async function drive(
  url: string,
  { clients, seconds = Infinity }: Drive,
  next: Next,
): Promise<Driven> {
  const { hostname, port } = new URL(url);
  const statuses = new Map<number, number>();
  const waits: number[] = [];
  const sockets = Array.from({ length: clients }, () => createConnection(Number(port), hostname));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const begun = performance.now();
  const end = begun + seconds * 1_000;

  function converse(socket: Socket, client: number): Promise<void> {
    return new Promise((done, failed) => {
      let asked = 0;
      let askedAt = 0;
      const ask = () => {
        const request = performance.now() < end && next(client, asked++);
        if (!request) return done();
        askedAt = performance.now();
        socket.write(written(request));
      };
      socket.setNoDelay(true);
      socket.on('error', failed).on('close', () => failed(new Error('The server hung up')));
      listen(socket, (status) => {
        waits.push(performance.now() - askedAt);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        ask();
      });
      ask();
    });
  }

  await Promise.all(sockets.map(converse));
  const tookSeconds = (performance.now() - begun) / 1_000;
  for (const socket of sockets) socket.removeAllListeners().destroy();
  waits.sort((a, b) => a - b);
  const at = (part: number) => Math.round((waits[Math.floor(waits.length * part)] ?? NaN) * 10) / 10;
  return { rate: waits.length / tookSeconds, p50Ms: at(0.5), p99Ms: at(0.99), statuses };
}
