import { existsSync } from 'node:fs';
import { openly, StepFailed, task } from './steps.mjs';

const bin = (name) => `node_modules/${name}`;

const checks = [
  ['ESLint', bin('eslint/bin/eslint.js'), '--config', 'config/eslint.config.mjs', '--max-warnings', '0', '.'],
  ['Prettier', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  [
    'Arrows',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    'config/dependency-cruiser.cjs',
    'src',
  ],
  ['Arrows can fail', 'config/tasks/prove-rules.mjs'],
  ['Unused', bin('knip/bin/knip.js'), '--config', 'config/knip.json', '--no-progress'],
];
const sizes = ['Sizes', 'config/tasks/sizes.mjs'];

task(async () => {
  const isBuilt = existsSync('dist/weapp/app.json') && existsSync('dist/h5-pages.json');
  const failed = [];
  for (const [name, ...command] of isBuilt ? [...checks, sizes] : checks) {
    console.log(`── ${name}`);
    if ((await openly(process.execPath, command)) !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new StepFailed(`\nNot clean: ${failed.join(', ')}`);
  console.log('\nAll clean.');
});
