import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { purgePasses } from './queries';

const purgeEveryMs = 3_600_000;

export function redemptionJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('passes_purge', purgeEveryMs, async (database) => {
    await database.run(purgePasses, [clock.now()]);
  });
}
