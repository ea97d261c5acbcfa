import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { reportProblems, type Report, type ReportAction } from '../../contract/reports';
import type {
  answerReportSchemas,
  askToReopenReportSchemas,
  listMyReportsSchemas,
  rateReportSchemas,
  withdrawReportSchemas,
} from '../../contract/reports.schema';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Source } from './creating';
import * as mine from './mine-queries';
import type { Move, Moves } from './moves';
import * as queries from './queries';
import type { ReportRecord } from './queries';
import type { ReportsParts } from './service';
import { isSuggested } from './similar';
import { mayReopen, type Views } from './views';

interface OwnParts extends ReportsParts {
  moves: Moves;
  views: Views;
}

/** What one reported or follows. */
export function createOwn({ database, views }: OwnParts) {
  /** The reporter, who follows it, and a member who could. */
  async function maySee(report: ReportRecord, { personId, roles }: Asker): Promise<boolean> {
    if (report.reporterId === personId) return true;
    if (roles.has(report.communityId) && isSuggested(report)) return true;
    return (await database.row(mine.isFollowing, [report.communityId, report.id, personId])) !== undefined;
  }

  return {
    /** A signed-in person: theirs and those they follow, the newest first. */
    async listMyReports(
      { isOpen, cursor, limit = pageLimits.default }: InputOf<typeof listMyReportsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyReportsSchemas>> {
      const values = [personId, ...latestFrom(cursor), isOpen ?? null, limit + 1];
      const found = await database.rows(mine.listMine, values);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const byId = new Map<string, AnswerOf<typeof listMyReportsSchemas>['items'][number]>();
      for (const communityId of new Set(page.map((report) => report.communityId))) {
        const there = page.filter((report) => report.communityId === communityId);
        for (const row of await views.rowsOf(database, communityId, there, personId)) byId.set(row.id, row);
      }
      return {
        items: page.flatMap(({ id }) => byId.get(id) ?? []),
        nextCursor:
          found.length > page.length && last ? encodeCursor([last.submittedAt.getTime(), last.id]) : null,
      };
    },

    /** The reporter; who follows it, and a member who could, without who reported it, their words and the exact place. */
    async getReport({ reportId }: { reportId: string }, asker: Asker): Promise<Report> {
      const report = await database.row(queries.findById, [reportId]);
      if (!report || !(await maySee(report, asker))) throw refuse(problems.not_found);
      return views.shown(database, report, asker.personId);
    },
  };
}

/** What a reporter does about their own. */
export function createReporting({ clock, moves, views }: OwnParts) {
  async function findOwn(tx: Queries, reportId: string, personId: string): Promise<ReportRecord> {
    const report = await tx.row(queries.findById, [reportId]);
    if (report?.reporterId !== personId) throw refuse(problems.not_found);
    return report;
  }

  async function move(
    tx: Queries,
    report: ReportRecord,
    { personId }: Asker,
    rest: Omit<Move, 'by'> & { action: ReportAction },
  ): Promise<Report> {
    const { communityId, id: reportId } = report;
    const by = { as: 'reporter', personId } as const;
    return views.shown(tx, await moves.move(tx, { communityId, reportId }, { ...rest, by }), personId);
  }

  const answerPhotos = (mediaIds: readonly string[] = []) => [{ kind: 'answer' as const, mediaIds }];

  return {
    /** The reporter: what was asked. Others see it once it has been looked at. */
    async answerReport(
      { reportId, words, mediaIds, version }: InputOf<typeof answerReportSchemas>,
      asker: Asker,
      tx: Queries,
      source: Source,
    ): Promise<Report> {
      const report = await findOwn(tx, reportId, asker.personId);
      const said = { words: words.trim(), photos: answerPhotos(mediaIds), version, source };
      return move(tx, report, asker, { action: 'answer', ...said });
    },

    /** The reporter, of a resolved one. */
    async rateReport(
      { reportId, stars, words, version }: InputOf<typeof rateReportSchemas>,
      asker: Asker,
      tx: Queries,
      source: Source,
    ): Promise<Report> {
      const report = await findOwn(tx, reportId, asker.personId);
      const said = { words: words?.trim() ?? null, stars, version, source };
      return move(tx, report, asker, { action: 'confirm', ...said });
    },

    /** The reporter, within 14 days of the end. */
    async askToReopenReport(
      { reportId, reason, mediaIds, version }: InputOf<typeof askToReopenReportSchemas>,
      asker: Asker,
      tx: Queries,
      source: Source,
    ): Promise<Report> {
      const report = await findOwn(tx, reportId, asker.personId);
      if (report.closedAt !== null && !mayReopen(report, clock.now()))
        throw refuse(reportProblems.report_too_late);
      const said = { words: reason.trim(), photos: answerPhotos(mediaIds), version, source };
      return move(tx, report, asker, { action: 'ask_to_reopen', ...said });
    },

    /** The reporter, while nobody works on it. */
    async withdrawReport(
      { reportId, reason, version }: InputOf<typeof withdrawReportSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<Report> {
      const report = await findOwn(tx, reportId, asker.personId);
      return move(tx, report, asker, { action: 'withdraw', words: reason?.trim() ?? null, version });
    },
  };
}
