import { auditLimits } from '../../contract/audit';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import * as queries from './queries';

const monthDays = 31;

export function auditJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('audit_entries_purge', dayMs, async (database) => {
    const since = new Date(clock.now().getTime() - auditLimits.keptMonths * monthDays * dayMs);
    await database.run(queries.purge, [since]);
  });
}
