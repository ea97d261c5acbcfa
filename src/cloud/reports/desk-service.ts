import { gridMembersOf, listDepartments } from '../members/service';
import { createBulkMoves } from './case-bulk';
import { createPossibleDuplicates } from './case-duplicates';
import { createFinishing, createHandling } from './case-handling';
import { createDeciding, createTriage } from './case-moving';
import { createCaseReading } from './case-reading';
import { createCaseViews } from './case-views';
import { createCases, type CasesParts } from './cases';
import { createGridTasks } from './grid-tasks';
import { createReportMap } from './map';
import { createChecks } from './checks';
import { createReplyTemplates } from './reply-templates';

export type ReportDesk = ReturnType<typeof createReportDesk>;

/** Reports as those see them who deal with them. */
export function createReportDesk(parts: CasesParts) {
  const { database, communities } = parts;
  const views = createCaseViews(parts);
  const { askedFor, ...cases } = createCases({ ...parts, views });
  const { shown, ...reading } = createCaseReading({ ...parts, views });
  const triage = createTriage(parts);
  return {
    ...cases,
    ...createReportMap(parts, askedFor),
    ...reading,
    ...createPossibleDuplicates({ ...parts, views }),
    ...createDeciding({ ...parts, triage, shown }),
    ...createHandling({ ...parts, triage, shown }),
    ...createFinishing({ ...parts, triage, shown }),
    ...createBulkMoves({ triage, views }),
    ...createReplyTemplates(parts),
    ...createGridTasks({ ...parts, views }),
    ...createChecks({ ...parts, views }),

    /** Staff, organiser or admin. */
    async listAssignees({ communityId }: { communityId: string }) {
      const members = await gridMembersOf(database, await communities.describe(database, communityId), null);
      return {
        departments: await listDepartments(database, communityId),
        gridMembers: members.map(({ id, name, areas }) => ({ id, name, areas })),
      };
    },
  };
}
