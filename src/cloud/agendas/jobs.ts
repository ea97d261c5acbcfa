import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { minuteMs } from '../platform/local-time';
import { agendaKeptMs } from './claiming';
import { purge } from './queries';

export function agendaJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('agendas_purge', 60 * minuteMs, async (database) => {
    await database.run(purge, [new Date(clock.now().getTime() - agendaKeptMs)]);
  });
}
