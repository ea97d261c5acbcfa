import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal';
import { createWorkerThread, type WorkerThread } from './worker-thread';

type Question = 'fail' | 'hang' | 'count';

/** Answers how many questions this very thread was asked. */
const script = `
  import { parentPort } from 'node:worker_threads';
  let asked = 0;
  parentPort.on('message', (question) => {
    asked += 1;
    if (question === 'fail') throw new Error('torn paper');
    if (question === 'count') parentPort.postMessage(asked);
  });
`;
const file = new URL(`data:text/javascript,${encodeURIComponent(script)}`);

let thread: WorkerThread<Question, number>;
const start = (parts: { waitingAtMost?: number; limitMs?: number; idleMs?: number } = {}) =>
  (thread = createWorkerThread({
    ...{ file, waitingAtMost: 2, limitMs: 20_000, idleMs: 60_000, busy: '请稍后再试' },
    ...parts,
  }));
afterEach(() => thread.stop());

const outcomeOf = (question: Question) =>
  thread.ask(question).catch((error: unknown) => (error instanceof Refusal ? error.details.detail : error));

test('questions are answered in order by one thread; who finds too many waiting is to come again', async () => {
  start();
  const questions = ['count', 'count', 'count', 'count'] as const;
  expect(await Promise.all(questions.map(outcomeOf))).toEqual([1, 2, 3, '请稍后再试']);
  expect(await outcomeOf('count')).toBe(4);
});

test('a question that fails or takes too long fails alone: a new thread answers the next', async () => {
  start();
  const [failed, answered] = await Promise.all([outcomeOf('fail'), outcomeOf('count')]);
  expect(failed).toMatchObject({ message: 'torn paper' });
  expect(answered).toBe(1);
  start({ limitMs: 1_500 });
  expect(await outcomeOf('hang')).toBe('请稍后再试');
  expect(await outcomeOf('count')).toBe(1);
});

test('what is under way when the process stops is told to come again', async () => {
  start();
  const asked = Promise.all([outcomeOf('hang'), outcomeOf('count')]);
  await sleep(50);
  await thread.stop();
  expect(await asked).toEqual(['请稍后再试', '请稍后再试']);
});

test('a thread that nobody asks ends', async () => {
  start({ idleMs: 50 });
  expect(await outcomeOf('count')).toBe(1);
  await sleep(300);
  expect(await outcomeOf('count')).toBe(1);
});
