import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import { defaultActivityRules, noShowProblems, type ActivityRules } from '../../contract/no-shows';
import type { forgiveNoShowSchemas, setActivityRulesSchemas } from '../../contract/no-shows.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { activityBy } from './access';
import type { ActivityRecord } from './activity-queries';
import * as days from './day-queries';
import { closeDay } from './closing';
import * as queries from './no-show-queries';
import { pauseBy } from './pause';
import type { AttendancesParts } from './service';
import { dateText } from './texts';

export async function rulesOf(from: Queries, communityId: string): Promise<ActivityRules> {
  return (await from.row(queries.findRules, [communityId])) ?? { ...defaultActivityRules, version: 0 };
}

async function pauseOf(
  from: Queries,
  communityId: string,
  personId: string,
  now: Date,
): Promise<Date | null> {
  const missed = await from.rows(queries.listOfPerson, [communityId, personId]);
  return missed.length === 0 ? null : (pauseBy(missed, await rulesOf(from, communityId), now)?.until ?? null);
}

/** Who signed up and did not come, and what follows from that. */
export function createNoShows({ clock, audit, notify }: AttendancesParts) {
  async function tell(tx: Queries, activity: ActivityRecord, personId: string): Promise<void> {
    const { communityId, title, timeZone } = activity;
    const until = await pauseOf(tx, communityId, personId, clock.now());
    const values = {
      news: until ? 'paused' : 'missed',
      activity: title,
      until: until && dateText(timeZone, until),
      reason: null,
    } as const;
    await notify(tx, { personId, communityId, kind: 'attendance', values, link: 'activities/rider/mine' });
  }

  return {
    /** Until when somebody may not sign up for activities of a community; null: they may. */
    pauseOf: (from: Queries, communityId: string, personId: string) =>
      pauseOf(from, communityId, personId, clock.now()),

    /** Once nothing more arrives: ends the day where nobody did, and says who did not come. */
    async judge(tx: Queries, ids: { communityId: string; activityId: string }): Promise<void> {
      const activity = await activityBy(tx, ids);
      const now = clock.now();
      await closeDay(tx, activity, { by: null, now, notify });
      const values = [ids.communityId, ids.activityId];
      if (!(await tx.run(days.judge, [...values, now]))) return;
      const missing = await tx.rows(queries.judge, [...values, activity.endsAt]);
      for (const { personId } of missing) await tell(tx, activity, personId);
    },

    /** Staff. */
    async forgiveNoShow(
      { communityId, activityId, personId, reason }: InputOf<typeof forgiveNoShowSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<AnswerOf<typeof forgiveNoShowSchemas>> {
      if (personId === asker.personId) throw refuse(noShowProblems.no_show_own);
      const activity = await activityBy(tx, { communityId, activityId });
      const words = reason.trim();
      const values = [communityId, activityId, personId];
      const wasPaused = (await pauseOf(tx, communityId, personId, clock.now())) !== null;
      const changed = await tx.run(queries.forgive, [...values, clock.now(), asker.personId, words]);
      if (!changed && !(await tx.row(queries.findOne, values))) throw refuse(noShowProblems.no_show_unknown);
      if (changed) {
        const details = { activityId };
        const record = { communityId, actorId: asker.personId, subjectId: personId, details };
        await audit.record(tx, { ...record, action: 'no_show_forgiven' });
        const isFree = wasPaused && (await pauseOf(tx, communityId, personId, clock.now())) === null;
        const told = { activity: activity.title, until: null, reason: words };
        const news = isFree ? ('resumed' as const) : ('forgiven' as const);
        const link = 'activities/rider/list';
        await notify(tx, { personId, communityId, kind: 'attendance', values: { news, ...told }, link });
      }
      return { personId, noShow: 'forgiven' };
    },
  };
}

/** When signing up is paused. */
export function createRules({ database, audit }: AttendancesParts) {
  return {
    /** Staff, organiser, admin or auditor. */
    getActivityRules: ({ communityId }: { communityId: string }): Promise<ActivityRules> =>
      rulesOf(database, communityId),

    /** Organiser or admin. */
    setActivityRules(input: InputOf<typeof setActivityRulesSchemas>, asker: Asker): Promise<ActivityRules> {
      const { communityId, isPausing, noShows, windowDays, pauseDays, version } = input;
      return database.transaction(async (tx) => {
        const given = [communityId, isPausing, noShows, windowDays, pauseDays, version];
        if (!(await tx.run(queries.setRules, given))) throw refuse(problems.conflict);
        const details = { isPausing, noShows, windowDays, pauseDays };
        await audit.record(tx, {
          communityId,
          actorId: asker.personId,
          action: 'activity_rules_set',
          details,
        });
        return rulesOf(tx, communityId);
      });
    },
  };
}
