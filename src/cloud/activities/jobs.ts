import { activityLimits } from '../../contract/activities';
import type { ActivityNews } from '../notices/service';
import type { Statement } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import { dayMs, minuteMs } from '../platform/local-time';
import * as due from './job-queries';
import type { Reminded } from './job-queries';
import * as queries from './queries';
import type { Activities, ActivitiesParts } from './service';
import { activityTold, tellLater, type ToldActivity } from './told';

const batch = 100;

interface JobParts extends Pick<ActivitiesParts, 'database' | 'clock'> {
  jobs: Jobs;
  activities: Pick<Activities, 'telling'>;
}

function createClockwork({ database, clock, activities }: JobParts) {
  /** Marked and told in one transaction: exactly once. */
  async function remind(statement: Statement<Reminded>, news: ActivityNews): Promise<void> {
    for (;;) {
      const count = await database.transaction(async (tx) => {
        const reminded = await tx.rows(statement, [clock.now(), batch]);
        for (const activityId of new Set(reminded.map((one) => one.activityId))) {
          const people = reminded.filter((one) => one.activityId === activityId);
          const record = await tx.row(queries.find, [people[0]?.communityId, activityId]);
          const personIds = people.map(({ personId }) => personId);
          if (record) await activities.telling.tellSignedUp(tx, record, news, personIds);
        }
        return reminded.length;
      });
      if (count < batch) return;
    }
  }

  return {
    async remindAll(): Promise<void> {
      await remind(due.remindDay, 'day_before');
      await remind(due.remindHour, 'hour_before');
    },

    /** The leader and staff decide what to do about it. */
    async judgeMinimum(): Promise<void> {
      await database.transaction(async (tx) => {
        for (const { communityId, id: activityId } of await tx.rows(due.judgeMinimum, [clock.now()]))
          await tellLater(tx, { communityId, activityId, news: 'minimum_missed', signUpIds: null });
      });
    },

    async finish(): Promise<void> {
      await database.run(due.finish, [clock.now()]);
    },

    async anonymiseOld(): Promise<void> {
      const before = new Date(clock.now().getTime() - activityLimits.personKeptMonths * 31 * dayMs);
      while ((await database.run(due.anonymise, [before, batch])) === batch);
    },
  };
}

export function activityJobs(parts: JobParts): void {
  const { jobs, activities } = parts;
  const clockwork = createClockwork(parts);
  jobs.handle(activityTold, (tx, payload) =>
    activities.telling.tellOf(tx, payload as unknown as ToldActivity),
  );
  jobs.every('activities_remind', minuteMs, () => clockwork.remindAll());
  jobs.every('activities_judge_minimum', 5 * minuteMs, () => clockwork.judgeMinimum());
  jobs.every('activities_finish', 5 * minuteMs, () => clockwork.finish());
  jobs.every('sign_ups_anonymise', 60 * minuteMs, () => clockwork.anonymiseOld());
}
