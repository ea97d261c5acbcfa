import type { AnswerOf, InputOf } from '../../contract/http';
import type { moveReportsSchemas } from '../../contract/report-moves.schema';
import type { Asker } from '../platform/asker';
import { statement, type Queries } from '../platform/database';
import { Refusal } from '../platform/refusal';
import type { Triage } from './case-moving';
import * as cases from './case-queries';
import type { CaseViews } from './case-views';
import type { ReportRecord } from './queries';

type Input = InputOf<typeof moveReportsSchemas>;
type Item = AnswerOf<typeof moveReportsSchemas>['items'][number];

const savepoint = statement<object>('savepoint_case', 'savepoint one_case');
const release = statement<object>('release_case', 'release savepoint one_case');
const rollBack = statement<object>('roll_back_case', 'rollback to savepoint one_case');

/** The same to many: each succeeds or is refused by itself, in one transaction. */
export function createBulkMoves({ triage, views }: { triage: Triage; views: CaseViews }) {
  function moveOne(
    tx: Queries,
    { communityId, move }: Input,
    { reportId, version }: Input['items'][number],
    asker: Asker,
  ) {
    const ids = { communityId, reportId };
    switch (move.action) {
      case 'assign':
        return triage.assign(tx, ids, asker, { ...move, version });
      case 'reject':
        return triage.reject(tx, ids, asker, { ...move, version });
      case 'refer':
        return triage.refer(tx, ids, asker, { ...move, version });
    }
  }

  /** What it was refused with; null where it was done. */
  async function refusalOf(tx: Queries, work: () => Promise<ReportRecord>): Promise<Item['problem']> {
    await tx.run(savepoint);
    try {
      await work();
      await tx.run(release);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tx.run(rollBack);
      const { problem, details } = error as Refusal;
      return { code: problem.code, detail: details.detail ?? problem.title };
    }
  }

  return {
    /** Staff, organiser or admin. */
    async moveReports(input: Input, asker: Asker, tx: Queries): Promise<AnswerOf<typeof moveReportsSchemas>> {
      const { communityId, items, move } = input;
      if (move.action === 'assign') await triage.demandAssignee(tx, communityId, move.assignee);
      const problems = new Map<string, Item['problem']>();
      // In order of their ids, so that two who move the same ones never wait for each other in a circle.
      for (const item of [...items].sort((a, b) => (a.reportId < b.reportId ? -1 : 1)))
        problems.set(item.reportId, await refusalOf(tx, () => moveOne(tx, input, item, asker)));
      const moved = [...problems].flatMap(([id, problem]) => (problem === null ? [id] : []));
      const rows = await views.rowsOf(tx, communityId, await tx.rows(cases.listByIds, [communityId, moved]));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return {
        items: items.map(({ reportId }) => ({
          reportId,
          moved: byId.get(reportId) ?? null,
          problem: problems.get(reportId) ?? null,
        })),
      };
    },
  };
}
