import { problems, type InputOf } from '../../contract/http';
import type { GridTask } from '../../contract/report-checks';
import type { verifyReportSchemas } from '../../contract/report-checks.schema';
import { reportProblems } from '../../contract/reports';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuseMove } from '../platform/moves';
import { refuse } from '../platform/refusal';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import * as queries from './check-queries';
import { taskOf } from './check-views';
import { gridOf } from './grid-tasks';
import { find, type ReportRecord } from './queries';
import { unmendedWords } from './texts';

/** Whether what is said to be done is done: somebody goes and looks. */
export function createChecks(parts: CasesParts & { views: CaseViews }) {
  const { clock, reports, views } = parts;

  /** Refused where there is nothing to look at, where somebody has looked, and where it is theirs. */
  async function demandCheck(
    tx: Queries,
    { communityId, reportId, version }: InputOf<typeof verifyReportSchemas>,
    personId: string,
    gridId: string,
  ): Promise<ReportRecord> {
    const values = [communityId, personId, gridId, reportId, version, clock.now()];
    const checked = await tx.row(queries.check, values);
    if (checked) return checked;
    const report = await tx.row(find, [communityId, reportId]);
    if (!report || report.version !== version) throw refuseMove(report);
    if (report.reporterId === personId || report.gridMembershipId === gridId)
      throw refuse(problems.forbidden, { detail: '自己上报的、自己处理的，请别的网格员来核实' });
    throw refuse(reportProblems.report_state, { current: { state: report.state, version } });
  }

  return {
    /**
     * An active grid member. What is not mended is asked to be looked at again, with their words and photos: the
     * supervisor decides, as where its reporter asks.
     */
    async verifyReport(
      input: InputOf<typeof verifyReportSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<GridTask> {
      const { communityId, reportId, isMended, mediaIds, version } = input;
      const { id: gridId } = await gridOf(tx, communityId, asker);
      if (mediaIds.length === 0) throw refuse(reportProblems.report_photos);
      const checked = await demandCheck(tx, input, asker.personId, gridId);
      const by = { as: 'grid_member', personId: asker.personId } as const;
      const photos = [{ kind: 'verification', mediaIds }] as const;
      const words = input.words?.trim() ?? null;
      const ids = { communityId, reportId };
      if (isMended) {
        const still = { action: 'verify', from: 'resolved', to: 'resolved' } as const;
        await reports.append(tx, ids, { ...still, by, words, photos });
      } else {
        const wish = { action: 'ask_to_reopen', words: words ?? unmendedWords, photos, version } as const;
        await reports.move(tx, ids, { ...wish, by });
      }
      const report = (await tx.row(find, [communityId, reportId])) ?? checked;
      const [task] = await taskOf(parts, views, tx, communityId, [
        { kind: 'verify', report, distanceM: null },
      ]);
      if (!task) throw new Error('A check without its report');
      return task;
    },
  };
}
