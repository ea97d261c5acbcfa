import { ensureCloud, ensureH5 } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { isFree, portOf } from './port.mjs';
import { root, StepFailed, task } from './steps.mjs';

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StepFailed(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
}

async function checkPort() {
  const port = portOf(process.env.PORT);
  if (port === null) {
    throw new StepFailed(`PORT must be a whole number from 0 to 65535, not "${process.env.PORT}"`);
  }
  const host = process.env.HOST?.trim() || (process.env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
  if (await isFree(port, host)) return;
  throw new StepFailed(`Port ${port} is taken: stop what uses it or set PORT`);
}

task(async () => {
  checkNode();
  await checkPort();
  await ensureInstalled();
  await ensureH5();
  await ensureCloud();
  // In this process, so that Ctrl-C and SIGTERM reach the cloud itself.
  await import(new URL('dist/cloud/main.js', `file://${root}`).href);
});
