import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureCloud, ensureH5, ensureWeapp } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { openly, root, step, task } from './steps.mjs';

/** No such host: the harness that runs the mini-program answers for it. */
const weappApiUrl = 'https://api.nuanxin.test';
const results = '.out/jest';

const total = { passed: 0, failed: 0, skipped: 0 };
const skips = [];

function skip(title, why) {
  total.skipped += 1;
  skips.push(`${title}: ${why}`);
}

/** Adds what Jest counted; a file that could not run is a failure of its own, and so is a run without a result. */
function count(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
    JSON.parse(readFileSync(file, 'utf8'));
  total.passed += numPassedTests;
  total.failed += numFailedTests + numRuntimeErrorTestSuites;
  total.skipped += numPendingTests + numTodoTests;
}

async function run(title, project, env = {}) {
  const file = `${results}/${title.replaceAll(/\W+/g, '-')}.json`;
  rmSync(file, { force: true });
  console.log(`\n── ${title}`);
  const jest = [
    'node_modules/jest/bin/jest.js',
    '--config',
    'config/jest.config.cjs',
    '--selectProjects',
    project,
  ];
  const code = await openly(
    process.execPath,
    [...jest, '--passWithNoTests', '--json', '--outputFile', file],
    {
      env: { NODE_ENV: 'test', ...env },
    },
  );
  const failedBefore = total.failed;
  try {
    count(file);
  } catch {
    total.failed += 1;
  }
  if (code !== 0 && total.failed === failedBefore) total.failed += 1;
}

const inNode = { NODE_OPTIONS: '--import tsx' };

async function runOnPostgres() {
  const { startPostgres } = await import(`file://${root}/tests/support/postgres.mjs`);
  const server = await step('Starting a PostgreSQL server', () => startPostgres());
  if (server.skipped) return skip('cloud on PostgreSQL', server.skipped);
  try {
    await run('cloud on PostgreSQL', 'cloud', { ...inNode, DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function runOnWeb() {
  const { ensureChromium } = await import(`file://${root}/tests/support/chromium.mjs`);
  const browser = await step('Looking for Chromium', () => ensureChromium());
  if (browser.skipped) return skip('web', browser.skipped);
  await run('web', 'web', { ...inNode, CHROMIUM: browser.path });
}

function report() {
  if (skips.length > 0) console.log(`\nSkipped:\n  ${skips.join('\n  ')}`);
  const isRefused = process.env.CI === 'true' && total.skipped > 0;
  if (isRefused) console.log('\nNothing may be skipped here (CI=true).');
  const { passed, failed, skipped } = total;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || isRefused || passed === 0 ? 1 : 0;
}

task(async () => {
  await ensureInstalled();
  mkdirSync(results, { recursive: true });
  delete process.env.DATABASE_URL;
  await ensureCloud();
  await ensureH5();
  await ensureWeapp(weappApiUrl);
  await run('unit', 'unit', inNode);
  await run('cloud on PGlite', 'cloud', inNode);
  await runOnPostgres();
  await run('pages', 'pages');
  await run('weapp', 'weapp', inNode);
  await runOnWeb();
  report();
});
