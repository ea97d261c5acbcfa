import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debian.mjs';

const oldest = 15;
const debianRoot = '/usr/lib/postgresql';

function majorOf(folder) {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** The folder of a PostgreSQL server's programs. */
function findServer() {
  const debian = existsSync(debianRoot)
    ? readdirSync(debianRoot)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianRoot, version, 'bin'))
    : [];
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const isServer = (folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb'));
  return [...debian, ...onPath].find((folder) => isServer(folder) && majorOf(folder) >= oldest) ?? null;
}

/** PostgreSQL refuses to run as root: then its own user, or nobody, runs it. */
function runner() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag, user) => spawnSync('id', [flag, user], { encoding: 'utf8' });
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name).status === 0);
  return { uid: Number(idOf('-u', user).stdout), gid: Number(idOf('-g', user).stdout) };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Becomes the server, and beforehand leaves someone behind who stops it at once and takes its folder away when the other
 * end of the standard input is gone: however this process ends, nothing stays.
 */
const keeper = `
exec 3<&0
{
  cat <&3
  kill -QUIT $$
  for wait in 1 2 3 4 5 6 7 8 9; do kill -0 $$ && sleep 0.1; done
  rm -rf "$PWD"
} >/dev/null 2>&1 &
exec "$@" </dev/null 3<&-`;

async function untilListening(server) {
  const output = [];
  return new Promise((ready, failed) => {
    server.stderr.on('data', (data) => {
      output.push(data.toString());
      if (output.join('').includes('ready to accept connections')) ready();
    });
    server.once('exit', () => failed(new Error(`PostgreSQL ended:\n${output.join('')}`)));
  });
}

/**
 * A PostgreSQL server of its own, thrown away when it stops; TEST_DATABASE_URL names another one instead.
 * @returns {Promise<{ url: string, stop(): Promise<void> } | { skipped: string }>}
 */
export async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const failure = findServer() ? null : installDebianPackages('postgresql');
  const programs = findServer();
  if (!programs) {
    return { skipped: `no PostgreSQL ≥ ${oldest} (${failure}): install one, or set TEST_DATABASE_URL` };
  }
  const as = runner();
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-postgres-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const options = { ...as, cwd: folder, encoding: 'utf8' };
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions'],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'max_connections=200'];
  const server = spawn(
    'sh',
    [
      ...['-c', keeper, 'sh', join(programs, 'postgres'), '-D', data, '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...options, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const gone = once(server, 'exit');
  await untilListening(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.stdin.end();
      await gone;
    },
  };
}
