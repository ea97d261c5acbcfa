import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs packages of Debian where that is possible; says why not, or null. */
export function installDebianPackages(...packages) {
  if (process.getuid?.() !== 0) return 'not root';
  if (!existsSync('/usr/bin/apt-get')) return 'no apt-get';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
  process.stdout.write(`Installing ${packages.join(', ')} …\n`);
  apt('update');
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', ...packages);
  return status === 0 ? null : `apt-get failed: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}
