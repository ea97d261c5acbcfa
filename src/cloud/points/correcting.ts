import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import { pointProblems } from '../../contract/points';
import type { correctPointsSchemas } from '../../contract/points.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { entryOf } from './looking';
import * as queries from './queries';
import type { PointsParts } from './service';
import { pointsTexts } from './texts';

const myPointsPage = 'points/rider/mine';

/** Setting right by one more entry. */
export function createCorrecting({ clock, communities, audit, notify }: PointsParts) {
  return {
    /** Organiser or admin of the community, of somebody else. It is written down, and the person is told. */
    async correctPoints(
      { communityId, personId, amount, reason }: InputOf<typeof correctPointsSchemas>,
      { personId: actorId }: Asker,
      tx: Queries,
    ): Promise<AnswerOf<typeof correctPointsSchemas>> {
      if (actorId === personId) throw refuse(pointProblems.points_own);
      if (!(await tx.run(queries.lockBalance, [communityId, personId]))) throw refuse(problems.not_found);
      const { name: community, timeZone } = await communities.describe(tx, communityId);
      const [id, madeAt, why] = [newId(), clock.now(), reason.trim()];
      const day = localDate(timeZone, madeAt);
      const values = [communityId, personId, id, amount, why, actorId, madeAt, day];
      const corrected = await tx.row(queries.correct, values);
      if (!corrected) {
        const known = await tx.row(queries.findBalance, [communityId, personId]);
        throw refuse(pointProblems.points_too_few, { detail: pointsTexts.tooFew(known?.balance ?? 0) });
      }
      const { balance } = corrected;
      const action = 'points_corrected';
      await audit.record(tx, { communityId, actorId, subjectId: personId, action, details: { amount } });
      const told = { community, amount, balance, reason: why };
      await notify(tx, { personId, communityId, kind: 'points', values: told, link: myPointsPage });
      const entry = { id, kind: 'correction', amount, about: null, reason: why, madeAt } as const;
      return { balance, entry: entryOf(entry, timeZone) };
    },
  };
}
