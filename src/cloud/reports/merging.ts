import { caseProblems } from '../../contract/report-cases';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Doer, ReportIds } from './history';
import type { Moves } from './moves';
import * as queries from './queries';
import type { ReportRecord } from './queries';

interface Merge {
  canonicalId: string;
  by: Doer;
  version: number;
  words?: string | null;
}

/** For the desk. */
export function createMerging({ moves }: { moves: Moves }) {
  return {
    /**
     * It becomes a duplicate of another, in the caller's transaction: who reported it and who follows it follow the other.
     * Both are held, so that of two that are merged into each other at once one is.
     */
    async mergeInto(
      tx: Queries,
      { communityId, reportId }: ReportIds,
      { canonicalId, ...rest }: Merge,
    ): Promise<ReportRecord> {
      const held = await tx.rows(queries.lock, [communityId, [reportId, canonicalId]]);
      const canonical = held.find(({ id }) => id === canonicalId);
      const unfit = ['submitted', 'screening', 'duplicate', 'withdrawn'];
      if (!canonical || canonicalId === reportId || unfit.includes(canonical.state))
        throw refuse(caseProblems.canonical_unknown);
      return moves.move(tx, { communityId, reportId }, { action: 'merge', canonicalId, ...rest });
    },
  };
}
