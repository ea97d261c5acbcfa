import { eventCodes, reportCodeVersion, type ReportCategory } from '../../contract/reports';
import { crs, type Position } from '../../contract/positions';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { History } from './history';
import type { Moves } from './moves';
import * as queries from './queries';
import type { Rounds } from './rounds';

/** What a machine of somebody else sends, for a person who stays unknown to us. */
export interface OutsideReport {
  communityId: string;
  category: ReportCategory;
  position: Position;
  words: string | null;
  placeText: string | null;
  /** For the desk alone: who sent it, and what we do not keep ourselves. */
  note: string;
}

interface OutsideParts {
  clock: Clock;
  history: History;
  rounds: Rounds;
  moves: Moves;
}

/** Reports that come from elsewhere go the way of every other. */
export function createOutside({ clock, history, rounds, moves }: OutsideParts) {
  return {
    /** @returns the report's id. */
    async createFromOutside(tx: Queries, sent: OutsideReport): Promise<string> {
      const { communityId, category, position, words, placeText, note } = sent;
      const reportId = newId();
      const now = clock.now();
      const report = await tx.row(queries.insert, [
        ...[
          communityId,
          reportId,
          null,
          null,
          null,
          category,
          eventCodes[category],
          reportCodeVersion,
          words,
        ],
        ...[position.lng, position.lat, position.accuracyM, crs, 'pin', placeText, true, now, now],
      ]);
      if (!report) throw new Error('A report without a key was taken for a repeated one');
      const ids = { communityId, reportId };
      const by = { as: 'system', personId: null } as const;
      await history.append(tx, ids, { action: 'submit', from: null, to: 'submitted', by, isScreened: true });
      await history.append(tx, ids, {
        action: 'note',
        from: null,
        to: null,
        by,
        words: note,
        isInternal: true,
      });
      await rounds.start(tx, report, 'h5');
      await moves.move(tx, ids, { action: 'screen', by, version: null, isInternal: true });
      return reportId;
    },
  };
}
