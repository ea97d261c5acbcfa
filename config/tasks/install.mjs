import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { quietly, task } from './steps.mjs';
import { digestOf, isStamped, stamp } from './stamps.mjs';

const lock = 'package-lock.json';
const installed = 'node_modules/.package-lock.json';
const stampFile = 'node_modules/.nuanxin-lock';

/** npm's own script when npm started us, so that it is the same npm, on Windows too. */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, args: [script, ...args], shell: false };
  return { command: 'npm', args, shell: process.platform === 'win32' };
}

/** Installs exactly what the lock names, unless that is there already. */
export async function ensureInstalled() {
  const digest = digestOf([lock]);
  if (isStamped(stampFile, digest)) return;
  const isNewer = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!isNewer) {
    const { command, args, shell } = npm(['ci', '--no-audit', '--no-fund']);
    await quietly('Installing packages from the lock (about a minute, 500 MB)', command, args, { shell });
  }
  stamp(stampFile, digest);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) task(ensureInstalled);
