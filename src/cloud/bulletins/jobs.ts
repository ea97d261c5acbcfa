import { bulletinLimits } from '../../contract/bulletins';
import type { Notify } from '../notices/service';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import { publish } from '../platform/outbox';
import { publishDue } from './job-queries';
import { purgeReaders } from './queries';
import { bulletinPublished, bulletinReminding, createReminding } from './reminding';

const lookEveryMs = 10_000;

interface BulletinJobsParts {
  jobs: Jobs;
  clock: Clock;
  notify: Notify;
}

export function bulletinJobs({ jobs, clock, notify }: BulletinJobsParts): void {
  const reminding = createReminding({ notify });
  jobs.handle(bulletinPublished, reminding.begin);
  jobs.handle(bulletinReminding, reminding.tellPart);

  jobs.every('bulletins_publish', lookEveryMs, async (database) => {
    await database.transaction(async (tx) => {
      for (const { communityId, id: bulletinId, reminds } of await tx.rows(publishDue, [clock.now()])) {
        if (!reminds) continue;
        await publish(tx, { topic: bulletinPublished, communityId, payload: { communityId, bulletinId } });
      }
    });
  });

  jobs.every('bulletin_readers_purge', dayMs, async (database) => {
    const before = new Date(clock.now().getTime() - bulletinLimits.readersKeptDays * dayMs);
    await database.run(purgeReaders, [before]);
  });
}
