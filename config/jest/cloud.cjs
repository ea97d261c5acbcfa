const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, openSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');

const root = resolve(__dirname, '../..');
const pollMs = 50;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(url, child) {
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error('The cloud ended before it was ready');
    await wait(pollMs);
  }
}

/** The built cloud on a database of its own, for all page tests: they find it at CLOUD_URL. */
module.exports = async () => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-pages-'));
  // What is sent by SMS is printed here.
  const output = join(folder, 'output.txt');
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    DATA_DIR: folder,
    DEMO: '1',
    RATE_LIMIT_PER_MINUTE: '1000000',
    // Tests say from where they come.
    TRUSTED_PROXIES: '1',
  };
  const child = spawn(process.execPath, ['dist/cloud/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', openSync(output, 'w'), 'inherit'],
  });
  process.env.CLOUD_OUTPUT = output;
  process.env.CLOUD_URL = `http://127.0.0.1:${port}`;
  globalThis.stopCloudOfPages = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady(process.env.CLOUD_URL, child);
};
