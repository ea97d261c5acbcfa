import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { compressFolder } from './compress.mjs';
import { writeOfflineShell } from './offline-shell.mjs';
import { preloadFirstPage } from './preload.mjs';
import { quietly, step } from './steps.mjs';
import { digestOf, isStamped, stamp, unstamp } from './stamps.mjs';

const taro = 'node_modules/@tarojs/cli/bin/taro';
const clientSources = [
  'src/client',
  'src/contract',
  'config/index.ts',
  'config/page-files.ts',
  'config/tasks/offline-shell.mjs',
  'config/tasks/preload.mjs',
  'babel.config.js',
  'package-lock.json',
];
const cloudSources = ['src/cloud', 'src/contract', 'config/tasks/builds.mjs', 'package-lock.json'];

/** Builds `name` unless its stamp says that nothing it is made of has changed. */
async function buildOnce(name, { sources, words = [], made }, build) {
  const file = `dist/.stamps/${name}`;
  const digest = digestOf(sources, words);
  if (isStamped(file, digest) && existsSync(made)) return;
  unstamp(file);
  await build();
  stamp(file, digest);
}

const taroBuild = (title, type, env) =>
  quietly(title, process.execPath, [taro, 'build', '--type', type], {
    env: { NODE_ENV: 'production', ...env },
  });

/** dist/h5: the web app, with `.gz` and `.br` beside its files. */
export const ensureH5 = () =>
  buildOnce('h5', { sources: clientSources, made: 'dist/h5/index.html' }, async () => {
    rmSync('dist/h5', { recursive: true, force: true });
    await taroBuild('Building the web app (about half a minute)', 'h5', {});
    preloadFirstPage('dist/h5', 'dist/h5-pages.json');
    await step('Making it open offline', () => writeOfflineShell('dist/h5'));
    await step('Compressing it', () => compressFolder('dist/h5'));
  });

/** dist/weapp: the mini-program, calling `apiUrl`. */
export const ensureWeapp = (apiUrl) =>
  buildOnce('weapp', { sources: clientSources, words: [apiUrl], made: 'dist/weapp/app.json' }, async () => {
    rmSync('dist/weapp', { recursive: true, force: true });
    await taroBuild('Building the mini-program (about half a minute)', 'weapp', { API_URL: apiUrl });
  });

/** What esbuild is told about the cloud. Packages stay packages. */
export const cloudBundle = (folder) => ({
  entryPoints: [
    { in: 'src/cloud/main.ts', out: 'main' },
    { in: 'src/cloud/certificates/paper-worker.ts', out: 'paper-worker' },
  ],
  outdir: folder,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'silent',
});

/** What the cloud reads at run time, beside its bundle. */
export function copyCloudFiles(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }\n');
  for (const name of ['migrations', 'demo']) {
    rmSync(`${folder}/${name}`, { recursive: true, force: true });
    const isRead = (source) => !source.endsWith('.ts');
    if (existsSync(`src/cloud/${name}`)) {
      cpSync(`src/cloud/${name}`, `${folder}/${name}`, { recursive: true, filter: isRead });
    }
  }
}

/** dist/cloud: the backend in one file and its thread in another, its migrations and demo data beside it. */
export const ensureCloud = () =>
  buildOnce('cloud', { sources: cloudSources, made: 'dist/cloud/main.js' }, () =>
    step('Bundling the cloud', async () => {
      const { build } = await import('esbuild');
      rmSync('dist/cloud', { recursive: true, force: true });
      copyCloudFiles('dist/cloud');
      await build({ ...cloudBundle('dist/cloud'), logLevel: 'error' });
    }),
  );
