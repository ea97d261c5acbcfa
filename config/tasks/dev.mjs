import { spawn } from 'node:child_process';
import { cloudBundle, copyCloudFiles } from './builds.mjs';
import { ensureInstalled } from './install.mjs';
import { isFree, portOf } from './port.mjs';
import { root, StepFailed, task } from './steps.mjs';

const folder = 'dist/dev/cloud';
const web = { port: portOf(process.env.DEV_PORT ?? '10086'), folder: 'dist/dev/h5' };

/** Runs the bundled cloud; a new bundle takes the place of the old one once that has closed its database. */
class CloudProcess {
  #child = null;
  #restarting = Promise.resolve();

  restart() {
    this.#restarting = this.#restarting.then(() => this.stop()).then(() => this.#start());
    return this.#restarting;
  }

  #start() {
    this.#child = spawn(process.execPath, ['--enable-source-maps', `${folder}/main.js`], {
      cwd: root,
      stdio: 'inherit',
    });
    this.#child.once('exit', () => (this.#child = null));
  }

  stop() {
    const child = this.#child;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  }
}

async function watchCloud(cloud) {
  const { context } = await import('esbuild');
  const restart = {
    name: 'restart',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return undefined;
        copyCloudFiles(folder);
        return void cloud.restart();
      });
    },
  };
  const watching = await context({ ...cloudBundle(folder), logLevel: 'info', plugins: [restart] });
  await watching.watch();
  return watching;
}

function serveClient(cloudUrl) {
  const args = ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5', '--watch'];
  const env = { ...process.env, CLOUD_URL: cloudUrl, DEV_PORT: String(web.port), OUTPUT_ROOT: web.folder };
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
}

async function checkPorts(port) {
  for (const taken of [port, web.port]) {
    if (taken === null) throw new StepFailed('PORT and DEV_PORT must be whole numbers from 0 to 65535');
    if (!(await isFree(taken, '127.0.0.1')))
      throw new StepFailed(`Port ${taken} is taken: set PORT or DEV_PORT`);
  }
}

task(async () => {
  const port = portOf(process.env.PORT);
  await checkPorts(port);
  await ensureInstalled();
  console.log(
    `The web app will be at http://127.0.0.1:${web.port}/ and reload as you save; its API at port ${port}.`,
  );
  const cloud = new CloudProcess();
  const watching = await watchCloud(cloud);
  const client = serveClient(`http://127.0.0.1:${port}`);
  const stop = async () => {
    client.kill('SIGTERM');
    await Promise.all([watching.dispose(), cloud.stop()]);
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  client.once('exit', stop);
});
