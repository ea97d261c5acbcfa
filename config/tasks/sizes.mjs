import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { StepFailed, task } from './steps.mjs';

const budgets = { main: 1_000_000, subpackage: 500_000, firstPage: 200_000 };
const weapp = 'dist/weapp';
const h5 = 'dist/h5';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function weappSizes() {
  const { subPackages = [], subpackages = subPackages } = readJson(join(weapp, 'app.json'));
  const sizes = { main: 0, ...Object.fromEntries(subpackages.map(({ root }) => [root, 0])) };
  const roots = Object.keys(sizes).filter((name) => name !== 'main');
  for (const name of readdirSync(weapp, { recursive: true })) {
    const stats = statSync(join(weapp, name));
    if (!stats.isFile()) continue;
    const path = name.replaceAll('\\', '/');
    sizes[roots.find((root) => path.startsWith(`${root.replace(/\/$/, '')}/`)) ?? 'main'] += stats.size;
  }
  return sizes;
}

/** What the browser loads for the first page: the files of index.html and those of the page itself. */
function firstPageFiles() {
  const html = readFileSync(join(h5, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const { pages } = readJson(join(weapp, 'app.json'));
  const ofPage = readJson('dist/h5-pages.json')[pages[0]];
  if (!ofPage) throw new StepFailed(`dist/h5-pages.json does not name the first page ${pages[0]}`);
  return [...new Set([...linked, ...ofPage])];
}

const h5Sizes = () =>
  Object.fromEntries(
    firstPageFiles().map((file) => [file, gzipSync(readFileSync(join(h5, file)), { level: 9 }).length]),
  );

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

task(() => {
  if (!existsSync(join(weapp, 'app.json')) || !existsSync('dist/h5-pages.json')) {
    throw new StepFailed('Nothing to measure yet: run npm run build');
  }
  const { main, ...subpackages } = weappSizes();
  const files = h5Sizes();
  const measured = [
    { name: 'weapp main package', bytes: main, budget: budgets.main },
    ...Object.entries(subpackages).map(([root, bytes]) => ({
      name: `weapp subpackage ${root}`,
      bytes,
      budget: budgets.subpackage,
    })),
    { name: 'h5 first page, gzipped', bytes: sum(Object.values(files)), budget: budgets.firstPage },
  ];
  mkdirSync('.out', { recursive: true });
  const report = {
    weapp: { main, subpackages },
    h5: { firstPageGzipped: sum(Object.values(files)), files },
    measured,
  };
  writeFileSync('.out/sizes.json', `${JSON.stringify(report, null, 2)}\n`);
  for (const { name, bytes, budget } of measured) {
    const isOver = bytes > budget;
    console.log(`${isOver ? '✗' : '✓'} ${name}: ${(bytes / 1000).toFixed(1)} KB of ${budget / 1000} KB`);
    if (isOver) process.exitCode = 1;
  }
});
