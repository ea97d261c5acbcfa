import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import { exportRequested } from './exports';
import * as queries from './queries';
import type { People } from './service';

const hourMs = 3_600_000;
/** How long somebody can see that an export failed or ran out. */
const exportTracesDays = 30;

export function personJobs(jobs: Jobs, people: People, clock: Clock): void {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);

  jobs.handle(exportRequested, async (tx, { personId, exportId }) => {
    await people.exports.make(tx, String(personId), String(exportId));
  });
  jobs.every('data_exports_expire', hourMs, async (database) => {
    await database.run(queries.expireExports, [clock.now()]);
    await database.run(queries.failExports, [ago(dayMs)]);
    await database.run(queries.purgeExports, [ago(exportTracesDays * dayMs)]);
  });
  jobs.every('people_deletion', hourMs, () => people.deleteDue());
  jobs.every('people_reseal', dayMs, () => people.resealPhones());
}
