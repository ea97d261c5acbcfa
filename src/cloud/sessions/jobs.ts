import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import * as queries from './queries';

const hourMs = 3_600_000;

export function sessionJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('sessions_purge', hourMs, async (database) => {
    for (const purge of [queries.purgeSessions, queries.purgeCodes, queries.purgeTickets])
      await database.run(purge, [clock.now()]);
  });
}
