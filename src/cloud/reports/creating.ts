import { createHash } from 'node:crypto';
import { problems, type InputOf } from '../../contract/http';
import { eventCodes, reportCodeVersion, type Report } from '../../contract/reports';
import type { createReportSchemas } from '../../contract/reports.schema';
import { crs } from '../../contract/positions';
import type { Asker } from '../platform/asker';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import type { History } from './history';
import type { Moves } from './moves';
import * as queries from './queries';
import type { Rounds } from './rounds';
import type { ReportsParts } from './service';
import { tally } from './tallies';
import type { Views } from './views';

type Input = InputOf<typeof createReportSchemas>;

/** How a request came in: from the mini-program, whose users WeChat knows, or from the web. */
export type Source = 'weapp' | 'h5';

interface CreatingParts extends ReportsParts {
  history: History;
  rounds: Rounds;
  moves: Moves;
  views: Views;
}

/** The key has made a report before: everything of this attempt is undone, its number too. */
class KeyKnown extends Error {}

/** What makes a key's request the same, in whichever order it was written down. */
function hashOf(input: Input): Buffer {
  const { category, words, mediaIds, position, positionSource, placeText, isAnonymous, writtenAt } = input;
  const { lat, lng, accuracyM } = position;
  const facts = [category, words ?? null, mediaIds, lat, lng, accuracyM, positionSource];
  const all = JSON.stringify([...facts, placeText ?? null, isAnonymous, writtenAt]);
  return createHash('sha256').update(all).digest();
}

export function createCreating({ database, clock, history, rounds, moves, views }: CreatingParts) {
  function valuesOf(input: Input, reportId: string, personId: string, key: string): unknown[] {
    const { communityId, category, position, positionSource, placeText, isAnonymous } = input;
    const now = clock.now();
    // A phone's clock may be ahead.
    const writtenAt = new Date(Math.min(Date.parse(input.writtenAt), now.getTime()));
    return [
      ...[
        communityId,
        reportId,
        personId,
        key,
        hashOf(input),
        category,
        eventCodes[category],
        reportCodeVersion,
      ],
      ...[input.words?.trim() ?? null, position.lng, position.lat, position.accuracyM, crs, positionSource],
      ...[placeText?.trim() ?? null, isAnonymous, writtenAt, now],
    ];
  }

  async function make(input: Input, personId: string, key: string, source: Source): Promise<Report> {
    const { communityId, mediaIds } = input;
    return database.transaction(async (tx) => {
      const reportId = newId();
      const report = await tx.row(queries.insert, valuesOf(input, reportId, personId, key));
      if (!report) throw new KeyKnown();
      await tally(tx, null, report);
      const ids = { communityId, reportId };
      await history.append(tx, ids, {
        action: 'submit',
        from: null,
        to: 'submitted',
        by: { as: 'reporter', personId },
        photos: [{ kind: 'report', mediaIds }],
        isScreened: true,
      });
      await rounds.start(tx, report, source);
      const by = { as: 'system', personId: null } as const;
      const screened = await moves.move(tx, ids, { action: 'screen', by, version: null, isInternal: true });
      return views.shown(tx, screened, personId);
    });
  }

  return {
    /** A member of the community. The key is the report's for good. */
    async createReport(input: Input, { personId }: Asker, key: string, source: Source): Promise<Report> {
      try {
        return await make(input, personId, key, source);
      } catch (error) {
        if (!(error instanceof KeyKnown)) throw error;
      }
      const known = await database.row(queries.findByKey, [input.communityId, personId, key]);
      if (!known?.requestHash.equals(hashOf(input))) throw refuse(problems.idempotency_key_reused);
      return views.shown(database, known, personId);
    },
  };
}
