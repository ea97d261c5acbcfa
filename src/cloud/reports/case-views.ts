import type { CaseRow } from '../../contract/report-cases';
import { crs } from '../../contract/positions';
import { gridMembersOf, nameDepartments } from '../members/service';
import type { Queries } from '../platform/database';
import { createMoments, dueKindOf } from '../platform/due';
import { localIso } from '../platform/local-time';
import { createCasePhotos } from './case-photos';
import type { CaseRecord } from './case-queries';
import type { CasesParts } from './cases';
import { nextStepOf } from './views';

type Assignee = CaseRow['assignee'];

/** How the desk sees reports. */
export function createCaseViews({ clock, communities, media, reports: { calendarOf } }: CasesParts) {
  const { firstPhotosOf, ...photos } = createCasePhotos(media);

  const momentsOf = createMoments({ clock, communities, calendarOf });

  /** By department or grid membership. */
  async function assigneesOf(from: Queries, communityId: string, reports: readonly CaseRecord[]) {
    const departmentIds = reports.flatMap(({ departmentId }) => departmentId ?? []);
    const gridIds = reports.flatMap(({ gridMembershipId }) => gridMembershipId ?? []);
    const assignees = new Map<string, NonNullable<Assignee>>();
    if (departmentIds.length > 0)
      for (const { id, name } of await nameDepartments(from, communityId, departmentIds))
        assignees.set(id, { kind: 'department', id, name });
    if (gridIds.length > 0) {
      const community = await communities.describe(from, communityId);
      for (const { id, name, areas } of await gridMembersOf(from, community, gridIds))
        assignees.set(id, { kind: 'grid_member', id, name, areas });
    }
    return assignees;
  }

  async function rowsOf(
    from: Queries,
    communityId: string,
    reports: readonly CaseRecord[],
  ): Promise<CaseRow[]> {
    if (reports.length === 0) return [];
    const moments = await momentsOf(from, communityId);
    const { timeZone } = moments;
    const assignees = await assigneesOf(from, communityId, reports);
    const firstPhotos = await firstPhotosOf(from, communityId, reports);
    return reports.map((report) => {
      // Nobody sees what nobody has looked at.
      const isShown = report.screening === 'passed';
      return {
        id: report.id,
        communityId,
        number: report.number,
        category: report.category,
        state: report.state,
        words: isShown ? report.words : null,
        placeText: isShown ? report.placeText : null,
        photo: isShown ? (firstPhotos.get(report.id) ?? null) : null,
        submittedAt: localIso(timeZone, report.submittedAt.getTime()),
        changedAt: localIso(timeZone, report.changedAt.getTime()),
        next: nextStepOf(report, timeZone, moments.now),
        position: { lat: report.position.y, lng: report.position.x, crs, accuracyM: report.accuracyM },
        due: dueKindOf(report.deskDueAt, moments),
        assignee: assignees.get(report.departmentId ?? report.gridMembershipId ?? '') ?? null,
        escalation: report.escalation,
        followers: report.followers,
        version: report.version,
      };
    });
  }

  return { momentsOf, rowsOf, ...photos };
}

export type CaseViews = ReturnType<typeof createCaseViews>;
