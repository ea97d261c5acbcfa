/**
 * Proof that the journeys can fail: breaks a copy of the built mini-program in several ways; each must turn them red.
 * `node tests/weapp/mutate.mjs` after `npm test` has built it.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = process.env.WEAPP_DIST ?? join(root, 'dist/weapp');

/** Changes a file; a change that finds nothing to change proves nothing. */
const change = (file, from, to) => (folder) => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replaceAll(from, to);
  if (after === before) throw new Error(`${file} holds nothing like ${from}`);
  writeFileSync(path, after);
};
/** The same in whichever script holds it: how they are cut changes from build to build. */
const changeScripts = (from, to) => (folder) => {
  const scripts = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'));
  const holding = scripts.filter((file) => readFileSync(join(folder, file), 'utf8').includes(from));
  if (holding.length === 0) throw new Error(`no script holds ${from}`);
  for (const file of holding) change(file, from, to)(folder);
};
const remove = (file) => (folder) => rmSync(join(folder, file));
const append = (file, text) => (folder) => appendFileSync(join(folder, file), text);

const mutations = {
  'taps lost in base.wxml': change('base.wxml', 'bindtap="eh"', ''),
  'privacy agreement lost in base.wxml': change('base.wxml', 'bindagreeprivacyauthorization="eh"', ''),
  'wrong template name in utils.wxs': change('utils.wxs', "'tmpl_'", "'tmp_'"),
  'getLocation not declared': change('app.json', '"requiredPrivateInfos":["getLocation",', '"x":['),
  'unclosed tag': append('base.wxml', '<view>'),
  'escaped class name in WXSS': append('app.wxss', '.a\\:b{color:red}'),
  'eval in a page': change('home/rider/home.js', /^/g, 'new Function("return 1")();'),
  'the DOM in a page': change('stations/rider/list.js', /^/g, 'document.title;'),
  'vendors.js missing': remove('vendors.js'),
  'comp.js missing': remove('comp.js'),
  'optional chaining in WXS': change('utils.wxs', 's.split', 's?.split'),
  'a page missing from app.json': change('app.json', ',"check-ins/rider/result"', ''),
  'a tab with another text': change('app.json', '"text":"站点"', '"text":"地点"'),
  'check-ins sent elsewhere': changeScripts('/api/check-ins', '/api/check-in'),
  'no idempotency key': changeScripts('"idempotency-key"', '"x-key"'),
  'the queue is not kept': changeScripts('setStorageSync', 'getStorageSync'),
  'a code is read wrong': changeScripts('{10}', '{9}'),
};

function isRed(folder) {
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...['--config', 'config/jest.config.cjs', '--selectProjects', 'weapp'],
      ...['--testPathPattern', 'weapp/(journey|offline)', '--bail'],
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        NODE_OPTIONS: '--import tsx',
        WEAPP_DIST: folder,
        OUT_DIR: `${folder}-out`,
      },
      stdio: 'ignore',
    },
  );
  return status !== 0;
}

const wanted = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'weapp-mutant-'));
let missed = 0;
// Journeys that are red anyway would catch everything.
if (isRed(built)) throw new Error('the journeys are red without a mutation');
for (const [name, mutate] of Object.entries(mutations).filter(([name]) => name.includes(wanted))) {
  rmSync(folder, { recursive: true });
  cpSync(built, folder, { recursive: true });
  mutate(folder);
  const isCaught = isRed(folder);
  if (!isCaught) missed += 1;
  console.log(`${isCaught ? 'caught     ' : 'NOT CAUGHT '} ${name}`);
}
for (const path of [folder, `${folder}-out`]) rmSync(path, { recursive: true, force: true });
console.log(missed === 0 ? 'Every mutation was caught.' : `${missed} not caught.`);
process.exitCode = missed === 0 ? 0 : 1;
