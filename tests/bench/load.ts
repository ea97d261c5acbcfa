import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

export interface Load {
  /** Requests a second. */
  rate: number;
  p50Ms: number;
  p99Ms: number;
}

interface Target {
  url: string;
  headers?: Record<string, string>;
}

/** Puts a server under load for so many seconds. */
type Hit = (seconds: number) => Promise<Load>;

const connections = 32;
const seconds = 3;

/** The same read again and again. */
export const reading =
  ({ url, headers = {} }: Target): Hit =>
  async (duration) => {
    const result = await autocannon({ url, headers, connections, duration });
    if (result.non2xx > 0 || result.errors > 0) {
      throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
    }
    return { rate: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
  };

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

export interface Comparison {
  subject: Load;
  baseline: Load;
  /** Median over the rounds of subject rate / baseline rate, both of the same round. */
  ratio: number;
}

/** Subject and baseline take turns, so that what else the machine does falls on both. */
export async function compare(subject: Hit, baseline: Hit, rounds = 4): Promise<Comparison> {
  await subject(2);
  await baseline(2);
  const pairs: { subject: Load; baseline: Load }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ baseline: await baseline(seconds), subject: await subject(seconds) });
  }
  const middle = (pick: (pair: { subject: Load; baseline: Load }) => number) => median(pairs.map(pick));
  const loadOf = (side: 'subject' | 'baseline'): Load => ({
    rate: middle((pair) => pair[side].rate),
    p50Ms: middle((pair) => pair[side].p50Ms),
    p99Ms: middle((pair) => pair[side].p99Ms),
  });
  return {
    subject: loadOf('subject'),
    baseline: loadOf('baseline'),
    ratio: middle((pair) => pair.subject.rate / pair.baseline.rate),
  };
}

export interface Baseline {
  port: number;
  stop(): Promise<void>;
}

/** Starts a baseline server in a process of its own; it sends its port when it listens. */
export async function startBaseline(file: string, args: string[]): Promise<Baseline> {
  const child: ChildProcess = fork(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return {
    port: message.port,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** A baseline's file. */
export const server = (file: string) => fileURLToPath(new URL(`./servers/${file}`, import.meta.url));

/** A read against bare node:http sending the same bytes. */
export async function benchSameBytes(url: string, headers: Record<string, string> = {}): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-bench-'));
  const body = join(folder, 'body.json');
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  writeFileSync(body, Buffer.from(await answer.arrayBuffer()));
  const bare = await startBaseline(server('bare-http.mjs'), [body]);
  try {
    const baseline = reading({ url: `http://127.0.0.1:${bare.port}/` });
    return await compare(reading({ url, headers }), baseline);
  } finally {
    await bare.stop();
    rmSync(folder, { recursive: true });
  }
}
