import { ensureCloud, ensureH5 } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { openly, task } from './steps.mjs';

task(async () => {
  await ensureInstalled();
  await ensureCloud();
  await ensureH5();
  process.exitCode = await openly(process.execPath, [
    '--import',
    'tsx',
    'tests/bench/run.ts',
    ...process.argv.slice(2),
  ]);
});
