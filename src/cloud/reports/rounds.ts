import type { Queries } from '../platform/database';
import * as queries from './queries';
import type { ReportRecord } from './queries';
import type { ReportsParts } from './service';

export type Rounds = ReturnType<typeof createRounds>;

/** What a reporter writes and photographs is looked at before anybody else sees it. */
export function createRounds({ screenings }: Pick<ReportsParts, 'screenings'>) {
  const subjectOf = ({ id }: ReportRecord) => ({ kind: 'report' as const, id });

  return {
    /** One round of all that is still to be looked at: an older one is replaced. */
    async start(tx: Queries, report: ReportRecord, source: 'weapp' | 'h5'): Promise<void> {
      const { communityId, id, reporterId } = report;
      const waiting = await tx.rows(queries.listWaiting, [communityId, id]);
      const { words, placeText } = report;
      const ofReport = [
        { field: 'words', text: words ?? '' },
        { field: 'place', text: placeText ?? '' },
      ];
      const texts = [
        ...(report.state === 'submitted' ? ofReport : []),
        ...waiting.map((entry) => ({ field: 'answer', text: entry.words ?? '' })),
      ].filter(({ text }) => text !== '');
      const mediaIds = waiting.flatMap((entry) => entry.mediaIds);
      const subject = subjectOf(report);
      const round = { communityId, subject, personId: reporterId, texts, mediaIds, source };
      const screeningId = await screenings.start(tx, round);
      await tx.run(queries.awaitScreening, [communityId, id, screeningId]);
    },

    /** Nobody shall see it any more. */
    async stop(tx: Queries, report: ReportRecord): Promise<void> {
      await screenings.stop(tx, report.communityId, subjectOf(report));
    },
  };
}
