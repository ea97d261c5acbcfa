import { setImmediate as turn } from 'node:timers/promises';

interface Waiting<Request, Answer> {
  request: Request;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface CombineParts<Request, Answer> {
  /** Does them all at once; the answers in the order of the requests. */
  run(key: string, requests: readonly Request[]): Promise<readonly Answer[]>;
  /** Two with the same never go together. */
  apart(request: Request): string;
  /** How many may go together. */
  most: number;
}

/**
 * Serves a hot row: while one batch of a key is under way, the next requests wait and go together. Where a batch fails,
 * each of it is tried alone, so that one does not fail another.
 */
export function combine<Request, Answer>({ run, apart, most }: CombineParts<Request, Answer>) {
  const queues = new Map<string, Waiting<Request, Answer>[]>();

  /** The first in the queue, no two of a kind; the others stay, in order. */
  function nextBatch(queue: Waiting<Request, Answer>[]): Waiting<Request, Answer>[] {
    const taken = new Set<string>();
    const batch: Waiting<Request, Answer>[] = [];
    const rest: Waiting<Request, Answer>[] = [];
    for (const waiting of queue) {
      const kind = apart(waiting.request);
      if (batch.length < most && !taken.has(kind)) {
        taken.add(kind);
        batch.push(waiting);
      } else rest.push(waiting);
    }
    queue.splice(0, queue.length, ...rest);
    return batch;
  }

  async function runAlone(
    key: string,
    { request, resolve, reject }: Waiting<Request, Answer>,
  ): Promise<void> {
    try {
      const [answer] = await run(key, [request]);
      resolve(answer as Answer);
    } catch (error) {
      reject(error);
    }
  }

  async function runBatch(key: string, batch: Waiting<Request, Answer>[]): Promise<void> {
    const [only] = batch;
    if (batch.length === 1 && only) return runAlone(key, only);
    let answers: readonly Answer[];
    try {
      answers = await run(
        key,
        batch.map(({ request }) => request),
      );
    } catch {
      for (const waiting of batch) await runAlone(key, waiting);
      return;
    }
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
  }

  async function serve(key: string, queue: Waiting<Request, Answer>[]): Promise<void> {
    while (queue.length > 0) {
      // The embedded database answers before the next request is read: without a turn of the loop nobody would wait.
      await turn();
      await runBatch(key, nextBatch(queue));
    }
    queues.delete(key);
  }

  return (key: string, request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(key);
      if (queue) return void queue.push({ request, resolve, reject });
      const started = [{ request, resolve, reject }];
      queues.set(key, started);
      void serve(key, started);
    });
}
