import { visitLimits } from '../../contract/visits';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import { contextOf } from './elders';
import * as queries from './queries';
import type { VisitsParts } from './service';

const hourMs = 3_600_000;
const batch = 200;

type JobParts = Pick<VisitsParts, 'clock' | 'sealing' | 'activities'> & { jobs: Jobs };

export function visitJobs({ jobs, clock, sealing, activities }: JobParts): void {
  jobs.every('elder_visits_purge', hourMs, async (database) => {
    const before = clock.now().getTime() - visitLimits.keptDays * dayMs;
    for (const { communityId, activityIds } of await database.rows(queries.listActivities)) {
      const known = await activities.findActivities(database, communityId, activityIds);
      const over = known.filter(({ endsAt }) => endsAt.getTime() < before).map(({ id }) => id);
      if (over.length > 0) await database.run(queries.removeOfActivity, [communityId, over]);
    }
  });

  // What another key sealed is sealed anew.
  jobs.every('elder_visits_reseal', 24 * hourMs, async (database) => {
    for (;;) {
      const rows = await database.rows(queries.listToReseal, [sealing.currentKeyId, batch]);
      for (const { communityId, id, sealed, keyId } of rows) {
        const context = contextOf(communityId, id);
        const fresh = sealing.seal(sealing.openBytes({ bytes: sealed, keyId }, context), context);
        await database.run(queries.reseal, [communityId, id, fresh.bytes, fresh.keyId, sealed]);
      }
      if (rows.length < batch) return;
    }
  });
}
