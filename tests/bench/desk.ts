import { performance } from 'node:perf_hooks';
import type { Session } from '../../src/contract/sessions';
import type { CloudProcess } from '../support/cloud-process';

const warmUp = 20;
const rounds = 200;

interface Times {
  p50: number;
  p95: number;
}

/** Headers of the demonstration's staff. */
export async function staffOf(cloud: CloudProcess): Promise<Record<string, string>> {
  const { items } = (await (await fetch(`${cloud.url}/api/sessions/demo-accounts`)).json()) as {
    items: { account: string; role: string }[];
  };
  const account = items.find(({ role }) => role === 'staff')?.account;
  const answer = await fetch(`${cloud.url}/api/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  return { authorization: `Bearer ${((await answer.json()) as Session).token}` };
}

/** What is asked in which round. */
type Paths = (round: number) => string;

const timesIn = (times: number[]): Times => {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
};

/** Both in turns, one question after the other, so that what else the machine does falls on both. */
export async function timesOf(
  cloud: CloudProcess,
  headers: Record<string, string>,
  subject: Paths,
  baseline: Paths,
): Promise<{ subject: Times; baseline: Times }> {
  async function ask(path: string): Promise<number> {
    const start = performance.now();
    const answer = await fetch(cloud.url + path, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return (performance.now() - start) * 1_000;
  }
  const times: { subject: number[]; baseline: number[] } = { subject: [], baseline: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const taken = [await ask(subject(Math.abs(round))), await ask(baseline(Math.abs(round)))] as const;
    if (round < 0) continue;
    times.subject.push(taken[0]);
    times.baseline.push(taken[1]);
  }
  return { subject: timesIn(times.subject), baseline: timesIn(times.baseline) };
}
