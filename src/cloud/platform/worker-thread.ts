import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';
import { problems } from '../../contract/http';
import { createGate } from './gate';
import { refuse } from './refusal';

const retryAfter = 5;

interface WorkerThreadParts {
  /** The script, which calls `answerInThread`. */
  file: URL;
  /** How many may wait for their turn; who finds that many is to come again. */
  waitingAtMost: number;
  /** Of one answer, the start of the thread among it. */
  limitMs: number;
  /** So long without a question, and the thread ends: what it has loaded is not kept in memory. */
  idleMs: number;
  /** zh-CN, for who is to come again. */
  busy: string;
}

export interface WorkerThread<Question, Answer> {
  /** One after the other, on a thread of their own: requests go on meanwhile. Refused as `unavailable` where too many ask, or where it takes too long. */
  ask(question: Question): Promise<Answer>;
  /** Who waits for an answer is told to come again. */
  stop(): Promise<void>;
}

/** Heavy work off the main thread. The thread is started by the first question; one that fails is replaced. */
export function createWorkerThread<Question, Answer>(
  parts: WorkerThreadParts,
): WorkerThread<Question, Answer> {
  const { file, waitingAtMost, limitMs, idleMs, busy } = parts;
  const gate = createGate(1, waitingAtMost, busy);
  const stopping = new AbortController();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  function start(): Worker {
    const started = new Worker(file);
    const forget = () => {
      if (worker === started) worker = null;
    };
    // Without a listener an error that comes while nobody asks would end the process.
    return started.on('error', forget).on('exit', forget);
  }

  const isStopping = () => stopping.signal.aborted;
  const comeAgain = () => refuse(problems.unavailable, { retryAfter, detail: busy });

  async function askNow(question: Question): Promise<Answer> {
    if (isStopping()) throw comeAgain();
    clearTimeout(idle);
    const thread = (worker ??= start());
    const limit = AbortSignal.timeout(limitMs);
    thread.ref();
    try {
      thread.postMessage(question);
      const [answer] = (await once(thread, 'message', {
        signal: AbortSignal.any([limit, stopping.signal]),
      })) as [Answer];
      return answer;
    } catch (error) {
      await end();
      throw limit.aborted || isStopping() ? comeAgain() : error;
    } finally {
      thread.unref();
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  }

  return {
    ask: (question) => gate(() => askNow(question)),

    async stop() {
      stopping.abort();
      await end();
    },
  };
}

/** In the thread: whatever `work` throws ends it, and fails the question. */
export function answerInThread(work: (question: never) => Promise<unknown>): void {
  parentPort?.on('message', (question: unknown) => {
    void work(question as never).then((answer) => parentPort?.postMessage(answer));
  });
}
