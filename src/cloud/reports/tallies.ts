import type { Queries } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import type { ReportRecord } from './queries';
import * as queries from './tally-queries';

const minuteMs = 60_000;

/**
 * Counts what a report is now instead of what it was (null: it was not), in the transaction that changed it. Changes are
 * appended, so that nobody waits for anybody's count; the job adds them up.
 */
export async function tally(tx: Queries, before: ReportRecord | null, now: ReportRecord): Promise<void> {
  const { communityId, id } = now;
  const isSame =
    before?.state === now.state &&
    before.category === now.category &&
    before.departmentId === now.departmentId;
  if (isSame) return;
  const was = before ? [before.state, before.category, before.departmentId] : [null, null, null];
  await tx.run(queries.change, [communityId, id, ...was]);
}

/** Counts a report that came by another way than being sent. */
export async function tallyNew(tx: Queries, communityId: string, reportId: string): Promise<void> {
  await tx.run(queries.change, [communityId, reportId, null, null, null]);
}

export function tallyJobs(jobs: Jobs): void {
  jobs.every('report_tallies_fold', minuteMs, async (database) => {
    await database.run(queries.fold);
  });
}
