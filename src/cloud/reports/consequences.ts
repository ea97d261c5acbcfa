import type { Queries } from '../platform/database';
import { localDate } from '../platform/local-time';
import * as follows from './follow-queries';
import type { History } from './history';
import * as queries from './queries';
import type { ReportRecord } from './queries';
import type { ReportsParts } from './service';

/** Given back so often, somebody above is told. */
export const oftenGivenBack = 2;

const system = { as: 'system', personId: null } as const;

type ConsequencesParts = Pick<ReportsParts, 'clock' | 'communities' | 'points'> & { history: History };

/** What follows from a move besides its line in the history. */
export function createConsequences({ clock, communities, points, history }: ConsequencesParts) {
  return {
    /** What was accepted is thanked for, once. */
    async thank(tx: Queries, { communityId, reporterId, id }: ReportRecord): Promise<void> {
      if (reporterId === null) return;
      const day = localDate(await communities.timeZoneOf(tx, communityId), clock.now());
      const earned = {
        communityId,
        personId: reporterId,
        source: 'report',
        sourceId: id,
        day,
        units: 1,
      } as const;
      await points.earn(tx, earned);
    },

    /** Followers go with it, and what was merged into it before. */
    async joinCanonical(tx: Queries, { communityId, id, canonicalId }: ReportRecord): Promise<void> {
      await tx.run(follows.followAlong, [communityId, id, canonicalId, clock.now()]);
      await tx.run(follows.mergeAlong, [communityId, id, canonicalId]);
    },

    /** Nobody wants it: that is for somebody above to know. */
    async raiseAgain(
      tx: Queries,
      { communityId, id: reportId, state, givenBack }: ReportRecord,
    ): Promise<void> {
      if (givenBack < oftenGivenBack) return;
      await tx.run(queries.raise, [communityId, reportId]);
      const line = { action: 'escalate', from: state, to: state, by: system, isInternal: true } as const;
      await history.append(tx, { communityId, reportId }, line);
    },
  };
}
