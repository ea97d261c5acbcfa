import { checkInLimits } from '../../contract/check-ins';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs, monthOf } from '../platform/local-time';
import * as queries from './queries';
import { visitRecorded } from './record';

const purgeEveryMs = 6 * 3_600_000;
/** How long a check-in can still come in, and a day for calendars that are ahead or behind. */
const keptMs = checkInLimits.maxAgeHours * 3_600_000 + dayMs;

/** Counts follow visits: each visit is added once, to its day and its month. */
/** How long a visit is known to be somebody's. */
const personKeptMs = checkInLimits.personKeptMonths * 31 * dayMs;

export function checkInJobs(jobs: Jobs, clock: Clock): void {
  jobs.handle(visitRecorded, async (tx, { communityId, checkInId }) => {
    await tx.run(queries.addToDay, [communityId, checkInId]);
    await tx.run(queries.addToMonth, [communityId, checkInId]);
  });

  jobs.every('check_ins_anonymise', dayMs, async (database) => {
    await database.run(queries.anonymise, [new Date(clock.now().getTime() - personKeptMs)]);
  });

  jobs.every('check_ins_purge', purgeEveryMs, async (database) => {
    const since = new Date(clock.now().getTime() - keptMs);
    const day = since.toISOString().slice(0, 10);
    await database.run(queries.purgeTurns, [since]);
    await database.run(queries.purgeDayPeople, [day]);
    await database.run(queries.purgeMonthPeople, [monthOf(day)]);
  });
}
