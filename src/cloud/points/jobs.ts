import { pointLimits } from '../../contract/points';
import { visitRecorded, type CheckIns } from '../check-ins/service';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import { unlink } from './queries';
import type { Points } from './service';

const sourceKeptMs = pointLimits.sourceKeptMonths * 31 * dayMs;

interface PointJobsParts {
  jobs: Jobs;
  clock: Clock;
  points: Pick<Points, 'earn'>;
  checkIns: Pick<CheckIns, 'findVisit'>;
}

/** Points follow visits. */
export function pointJobs({ jobs, clock, points, checkIns }: PointJobsParts): void {
  jobs.handle(visitRecorded, async (tx, { communityId, checkInId }) => {
    const ids = { communityId: String(communityId), checkInId: String(checkInId) };
    const visit = await checkIns.findVisit(tx, ids);
    // Whoever left meanwhile earns nothing.
    if (!visit?.personId) return;
    const { personId, day } = visit;
    const { communityId: where, checkInId: sourceId } = ids;
    await points.earn(tx, { communityId: where, personId, source: 'check_in', sourceId, day, units: 1 });
  });

  jobs.every('points_unlink', dayMs, async (database) => {
    await database.run(unlink, [new Date(clock.now().getTime() - sourceKeptMs)]);
  });
}
