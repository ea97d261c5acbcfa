import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { PointEntry } from '../../contract/points';
import type { getMemberPointsSchemas, getMyPointsSchemas } from '../../contract/points.schema';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import * as queries from './queries';
import type { PointsParts } from './service';

type Page = AnswerOf<typeof getMyPointsSchemas>;

export const entryOf = ({ madeAt, ...entry }: queries.EntryRow, timeZone: string): PointEntry => ({
  ...entry,
  at: localIso(timeZone, madeAt.getTime()),
});

/** Looking at balances, and at what they came of. */
export function createLooking({ database, communities, audit }: PointsParts) {
  async function pageOf(
    from: Queries,
    personId: string,
    { communityId, cursor, limit = pageLimits.default }: InputOf<typeof getMyPointsSchemas>,
  ): Promise<Page> {
    const timeZone = await communities.timeZoneOf(from, communityId);
    const known = await from.row(queries.findBalance, [communityId, personId]);
    const values = [communityId, personId, ...latestFrom(cursor), limit + 1];
    const rows = await from.rows(queries.listEntries, values);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      balance: known?.balance ?? 0,
      items: page.map((row) => entryOf(row, timeZone)),
      nextCursor: rows.length > page.length && last ? encodeCursor([last.madeAt.getTime(), last.id]) : null,
    };
  }

  return {
    /** A signed-in person, their own. */
    getMyPoints: (input: InputOf<typeof getMyPointsSchemas>, { personId }: Asker): Promise<Page> =>
      pageOf(database, personId, input),

    /** Staff, organiser, admin or auditor of the community; the look is written down. */
    async getMemberPoints(
      input: InputOf<typeof getMemberPointsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof getMemberPointsSchemas>> {
      const { communityId, personId } = input;
      const { personId: actorId, roles } = asker;
      return database.transaction(async (tx) => {
        if (!(await tx.row(queries.isMember, [communityId, personId]))) throw refuse(problems.not_found);
        const action = 'member_points_viewed';
        await audit.record(tx, { communityId, actorId, subjectId: personId, action });
        const correct = policy.correctPoints.allows(roles.get(communityId)) && actorId !== personId;
        return { ...(await pageOf(tx, personId, input)), can: { correct } };
      });
    },
  };
}
