import { fileURLToPath } from 'node:url';
import { loadDemoActivities } from './demo/load-activities';
import { loadDemoConsultations } from './demo/load-consultations';
import { loadDemoDay } from './demo/load-day';
import { loadDemoNoShows } from './demo/load-no-shows';
import { loadDemoBulletins } from './demo/load-bulletins';
import { loadDemoReports } from './demo/load-reports';
import { loadDemoRequests } from './demo/load-requests';
import { loadDemoService } from './demo/load-service';
import { greetingOf } from './greeting';
import { FolderInUse } from './platform/folder-lock';
import { SettingsError } from './platform/environment';
import { settingsOf, type Settings } from './platform/settings';
import { startCloud, type Cloud } from './start';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const graceMs = 10_000;

/** A start that cannot be: one line, exit 1. */
function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function readSettings(): Settings {
  try {
    return settingsOf(process.env);
  } catch (error) {
    if (error instanceof SettingsError) giveUp(error.message);
    throw error;
  }
}

async function open(settings: Settings): Promise<Cloud> {
  try {
    return await startCloud({
      settings,
      migrationsDir: here('./migrations'),
      paperWorker: new URL('./paper-worker.js', import.meta.url),
    });
  } catch (error) {
    if (error instanceof FolderInUse) giveUp(error.message);
    throw error;
  }
}

async function listen({ app }: Cloud, { host, port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    giveUp(`Port ${port} is taken: stop what uses it or set PORT`);
  }
}

function stopGracefully(cloud: Cloud): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    // A request that never ends does not keep us.
    setTimeout(() => process.exit(1), graceMs).unref();
    void cloud.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const settings = readSettings();
const cloud = await open(settings);
if (settings.isDemo) {
  await loadDemoReports(cloud);
  await loadDemoRequests(cloud);
  await loadDemoConsultations(cloud);
  await loadDemoDay(cloud);
  await loadDemoService(cloud);
  await loadDemoBulletins(cloud);
  await loadDemoActivities(cloud);
  await loadDemoNoShows(cloud);
}
await listen(cloud, settings);
stopGracefully(cloud);
if (!settings.isProduction) process.stdout.write(await greetingOf(cloud));
