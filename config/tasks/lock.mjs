import { readFileSync, writeFileSync } from 'node:fs';
import { task } from './steps.mjs';

/**
 * npm writes into the lock only those optional packages that the registry it asked has. A mirror that lacks the
 * binaries of other systems leaves them out, and then `npm ci` refuses the lock everywhere. This adds what is
 * missing: name and version stand in the dependent package, system and processor in the name. Run it after
 * changing dependencies; it changes nothing when nothing is missing.
 */
const lockFile = 'package-lock.json';
const systems = [
  'darwin',
  'linux',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'openharmony',
];
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  armv7: 'arm',
  ppc64: 'ppc64',
  ppc64le: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
};
const libraries = { gnu: 'glibc', musl: 'musl' };

const words = (name) => name.split(/[/-]/);
const pick = (name, table) =>
  words(name)
    .map((word) => table[word])
    .find(Boolean);

/** In npm's own order of keys, so that npm leaves the file as it is. */
function entryOf(name, version, dev) {
  const os = words(name).find((word) => systems.includes(word));
  const cpu = pick(name, processors);
  const libc = os === 'linux' && pick(name, libraries);
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/** Where Node looks for `name` from the package at `place`, outermost last. */
function placesFor(place, name) {
  const folders = place.split('/node_modules/');
  const around = folders.map((_, index) => folders.slice(0, folders.length - index).join('/node_modules/'));
  return [...around.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

function complete(packages) {
  const added = [];
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = placesFor(place, name);
      if (places.some((known) => packages[known])) continue;
      if (!/^\d/.test(version))
        throw new Error(`${name}@${version} is no exact version: give it in overrides`);
      packages[places.at(-1)] = entryOf(name, version, dev);
      added.push(`${name}@${version}`);
    }
  }
  return added;
}

task(() => {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const added = complete(lock.packages);
  const places = Object.keys(lock.packages).sort((one, other) => one.localeCompare(other, 'en'));
  lock.packages = Object.fromEntries(places.map((place) => [place, lock.packages[place]]));
  if (added.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length > 0 ? `Added to the lock:\n  ${added.join('\n  ')}` : 'The lock is complete.');
});
