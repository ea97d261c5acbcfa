import { problems, type AnswerOf } from '../../contract/http';
import type { Case } from '../../contract/report-cases';
import type { getOriginalPhotoSchemas } from '../../contract/report-cases.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { accessAfter, accessTo, verdictsOf } from './case-access';
import { createCaseView } from './case-view';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import type { ReportIds } from './history';
import * as queries from './queries';

/** One case, for those who may know of it. */
export function createCaseReading(parts: CasesParts & { views: CaseViews }) {
  const { database, audit, media } = parts;
  const caseOf = createCaseView(parts);

  return {
    /** To whoever has just done something to it, in the same transaction. */
    shown: async (tx: Queries, ids: ReportIds, asker: Asker) =>
      caseOf(tx, await accessAfter(tx, ids, asker), asker),

    /** Whoever works at a desk, of what they may see; the look is written down. */
    async getCase(ids: ReportIds, asker: Asker): Promise<Case> {
      return database.transaction(async (tx) => {
        const answer = await caseOf(tx, await accessTo(tx, ids, asker), asker);
        const { communityId, reportId } = ids;
        const look = { communityId, actorId: asker.personId, action: 'case_viewed' } as const;
        await audit.record(tx, { ...look, details: { reportId } });
        return answer;
      });
    },

    /** Staff, or whose department it was given to; the look is written down. */
    async getOriginalPhoto(
      { mediaId, ...ids }: ReportIds & { mediaId: string },
      asker: Asker,
    ): Promise<AnswerOf<typeof getOriginalPhotoSchemas>> {
      const { communityId, reportId } = ids;
      return database.transaction(async (tx) => {
        const access = await accessTo(tx, ids, asker);
        if (!verdictsOf(access).seeOriginals) throw refuse(problems.forbidden);
        const known = await tx.rows(queries.listPhotos, [communityId, reportId]);
        if (!known.some((photo) => photo.mediaId === mediaId)) throw refuse(problems.not_found);
        return media.originalUrl(tx, { communityId, mediaId, actorId: asker.personId });
      });
    },
  };
}
