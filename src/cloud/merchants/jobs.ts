import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { purgeInvitations } from './queries';

const purgeEveryMs = 3_600_000;

export function merchantJobs(jobs: Jobs, clock: Clock): void {
  jobs.every('merchant_invitations_purge', purgeEveryMs, async (database) => {
    await database.run(purgeInvitations, [clock.now()]);
  });
}
