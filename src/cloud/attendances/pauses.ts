import type { AnswerOf } from '../../contract/http';
import { activityRuleLimits, type SignUpPause } from '../../contract/no-shows';
import type { listSignUpPausesSchemas } from '../../contract/no-shows.schema';
import type { Asker } from '../platform/asker';
import { dayMs, localIso } from '../platform/local-time';
import { policy } from '../policy';
import * as queries from './no-show-queries';
import { rulesOf } from './no-shows';
import { pauseBy, type Pause } from './pause';
import type { AttendancesParts } from './service';

type Missed = queries.PausingRow;

/** Rows of one person stand together. */
function byPerson(rows: readonly Missed[]): Missed[][] {
  const people = new Map<string, Missed[]>();
  for (const row of rows) people.set(row.personId, [...(people.get(row.personId) ?? []), row]);
  return [...people.values()];
}

function saidOf({ until, missed }: Pause<Missed>): Pick<SignUpPause, 'until' | 'noShows'> {
  const said = (at: Date) => localIso(missed[0]?.timeZone ?? 'UTC', at.getTime());
  const noShows = missed
    .toReversed()
    .map(({ activityId, title, missedAt }) => ({ activityId, title, missedAt: said(missedAt) }));
  return { until: said(until), noShows };
}

/** Whose signing up is paused. */
export function createPauses({ database, clock, audit, people }: AttendancesParts) {
  return {
    /** Staff, organiser, admin or auditor; written down. */
    listSignUpPauses(
      { communityId }: { communityId: string },
      { personId: actorId, roles }: Asker,
    ): Promise<AnswerOf<typeof listSignUpPausesSchemas>> {
      return database.transaction(async (tx) => {
        await audit.record(tx, { communityId, actorId, action: 'sign_up_pauses_listed' });
        const rules = await rulesOf(tx, communityId);
        const now = clock.now();
        const since = new Date(now.getTime() - rules.pauseDays * dayMs);
        const rows = await tx.rows(queries.listPausing, [communityId, since, rules.noShows]);
        const pauses = byPerson(rows)
          .flatMap((missed) => pauseBy(missed, rules, now) ?? [])
          .toSorted((one, other) => other.until.getTime() - one.until.getTime())
          .slice(0, activityRuleLimits.people);
        const ids = pauses.flatMap(({ missed }) => missed[0]?.personId ?? []);
        const persons = await people.describePeople(tx, ids);
        const items = pauses.flatMap((pause): SignUpPause[] => {
          const person = persons.get(pause.missed[0]?.personId ?? '');
          return person ? [{ ...person, ...saidOf(pause) }] : [];
        });
        return { items, rules, can: { forgive: policy.forgiveNoShow.allows(roles.get(communityId)) } };
      });
    },
  };
}
