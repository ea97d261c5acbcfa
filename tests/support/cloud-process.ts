import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../dist/cloud/main.js', import.meta.url));

/** A port that is free now, on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export interface CloudProcess {
  url: string;
  pid: number;
  /** From the start of the process to the first ready answer, ms. */
  readyMs: number;
  /** What it wrote so far. */
  output(): string;
  /** SIGTERM unless said otherwise; the exit code once it is gone, null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const pollMs = 20;

async function untilReady(url: string, isGone: () => boolean, output: () => string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (isGone()) throw new Error(`The cloud ended before it was ready:\n${output()}`);
    await new Promise((next) => setTimeout(next, pollMs));
  }
}

/** The built cloud as it is deployed: dist/cloud/main.js in a process of its own, ready. */
export async function startCloudProcess(environment: Record<string, string> = {}): Promise<CloudProcess> {
  const port = environment['PORT'] ?? String(await freePort());
  const begun = performance.now();
  const child = spawn(process.execPath, [bundle], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: port, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let written = '';
  let isGone = false;
  // Whoever started it may be ended before it stops it.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  void exited.then(() => {
    isGone = true;
    process.removeListener('exit', end);
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (written += data.toString()));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(
    url,
    () => isGone,
    () => written,
  );
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: performance.now() - begun,
    output: () => written,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await exited)[0];
    },
  };
}
