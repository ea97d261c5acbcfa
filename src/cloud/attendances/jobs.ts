import { attendanceLimits } from '../../contract/attendances';
import { activityRuleLimits } from '../../contract/no-shows';
import { statement, type Database } from '../platform/database';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs, minuteMs } from '../platform/local-time';
import { listUnjudged } from './activity-queries';
import type { Attendances } from './service';

const batch = 100;

/** By community, as they are indexed. What was said about somebody goes with what came of it. */
const anonymise = [
  statement<object>(
    'attendances_anonymise',
    `update attendances t set person_id = null from activities a
     where a.ends_at < $1 and t.community_id = a.community_id and t.activity_id = a.id and t.person_id is not null`,
  ),
  statement<object>(
    'attendance_marks_purge',
    `delete from attendance_marks m using activities a
     where a.ends_at < $1 and m.community_id = a.community_id and m.activity_id = a.id`,
  ),
];
const purgeNoShows = statement<object>(
  'no_shows_purge',
  'delete from no_shows n using communities c where n.community_id = c.id and n.missed_at < $1',
);
const purgeCodes = statement<object>(
  'activity_codes_purge',
  `delete from activity_codes k using activities a
   where a.community_id = k.community_id and a.id = k.activity_id and a.ends_at < $1`,
);

interface JobParts {
  jobs: Jobs;
  clock: Clock;
  attendances: Pick<Attendances, 'judge'>;
}

export function attendanceJobs({ jobs, clock, attendances }: JobParts): void {
  const before = (ms: number) => new Date(clock.now().getTime() - ms);

  /** Each in a transaction of its own, so that one holds up no other. */
  async function judgeAll(database: Database): Promise<void> {
    for (;;) {
      const rows = await database.rows(listUnjudged, [clock.now(), batch]);
      for (const { communityId, id: activityId } of rows)
        await database.transaction((tx) => attendances.judge(tx, { communityId, activityId }));
      if (rows.length < batch) return;
    }
  }

  jobs.every('attendances_judge', 10 * minuteMs, judgeAll);
  jobs.every('attendances_anonymise', dayMs, async (database) => {
    const old = before(attendanceLimits.personKeptMonths * 31 * dayMs);
    for (const statement of anonymise) await database.run(statement, [old]);
  });
  jobs.every('no_shows_purge', dayMs, async (database) => {
    await database.run(purgeNoShows, [before(activityRuleLimits.keptMonths * 31 * dayMs)]);
    await database.run(purgeCodes, [before(attendanceLimits.leaderDays * dayMs)]);
  });
}
