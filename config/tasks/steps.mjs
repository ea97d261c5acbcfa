import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const isTerminal = process.stdout.isTTY;
const tailLines = 60;

/** A step that ended badly; what there is to read has been printed. */
export class StepFailed extends Error {}

/** Runs `main`; a failed step ends the process with 1 and without a stack. */
export async function task(main) {
  process.chdir(root);
  try {
    await main();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    if (error.message) console.error(error.message);
    process.exit(1);
  }
}

/** One line that grows older: every second on a terminal, every quarter of a minute in a log. */
function clock(title) {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(isTerminal ? 0 : 1);
  const write = () =>
    process.stdout.write(isTerminal ? `\r… ${title} ${seconds()} s` : `… ${title}, ${seconds()} s\n`);
  process.stdout.write(isTerminal ? `… ${title}` : `… ${title}\n`);
  const timer = setInterval(write, isTerminal ? 1_000 : 15_000);
  return (mark) => {
    clearInterval(timer);
    const took = ((Date.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}${mark} ${title} (${took} s)\n`);
  };
}

/** Times `work`, with a line of progress. */
export async function step(title, work) {
  const end = clock(title);
  try {
    const result = await work();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}

function spawned(command, args, { env, stdio, shell }) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio, shell });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    // As shells have it: 128 and the signal.
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  }).finally(() => process.removeListener('SIGTERM', stop));
  return { child, ended };
}

/** Without colours, and without the bars that tools draw while they work. */
function readable(output) {
  const plain = stripVTControlCharacters(output).split('\n');
  return plain.filter((line) => line.trim() !== '' && !/^[●-] /.test(line));
}

/** Runs a command under a line of progress; its output is shown only when it fails, the end of it. */
export async function quietly(title, command, args, { env = {}, shell = false } = {}) {
  await step(title, async () => {
    const { child, ended } = spawned(command, args, { env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const code = await ended;
    if (code === 0) return;
    const lines = readable(Buffer.concat(output).toString());
    throw new StepFailed(`\n${lines.slice(-tailLines).join('\n')}\n\n${title} failed (${code}).`);
  });
}

/** Runs a command whose output is for the reader. Answers its exit code. */
export async function openly(command, args, { env = {} } = {}) {
  const { ended } = spawned(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return ended;
}
