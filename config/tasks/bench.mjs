import { ensureCloud, ensureH5 } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { openly, task } from './steps.mjs';

/** Of `reads`, `coupons`, `media`, `reports`, `requests`, `bulletins`, `activities`, `h5` those that are named, else all; so with `pglite` and `postgresql`. */
const names = process.argv.slice(2);

task(async () => {
  await ensureInstalled();
  await ensureCloud();
  const isOfCloud = (name) =>
    ['reads', 'coupons', 'media', 'reports', 'requests', 'bulletins', 'activities'].includes(name);
  if (names.includes('h5') || !names.some(isOfCloud)) await ensureH5();
  process.exitCode = await openly(process.execPath, ['--import', 'tsx', 'tests/bench/run.ts', ...names]);
});
