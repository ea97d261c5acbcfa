import { dutiesOf } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { policy } from '../policy';

/** Of which cases somebody may know. Null: of all in the community. */
export interface CaseScope {
  departmentIds: readonly string[] | null;
  gridMembershipId: string | null;
}

const everything: CaseScope = { departmentIds: null, gridMembershipId: null };

/** A department officer and a grid member: what was given to them. */
export async function ownScopeOf(from: Queries, communityId: string, asker: Asker): Promise<CaseScope> {
  const { departmentIds, grid } = await dutiesOf(from, communityId, asker.personId);
  const roles = asker.roles.get(communityId) ?? [];
  return {
    departmentIds: roles.includes('department_officer') ? departmentIds : [],
    gridMembershipId: roles.includes('grid_member') ? (grid?.id ?? null) : null,
  };
}

/** Who works for the community, and the auditor, see everything (they are those who see its members); others their own. */
export async function scopeOf(from: Queries, communityId: string, asker: Asker): Promise<CaseScope> {
  if (policy.listMembers.allows(asker.roles.get(communityId))) return everything;
  return ownScopeOf(from, communityId, asker);
}

export const isInScope = (
  { departmentIds, gridMembershipId }: CaseScope,
  report: { departmentId: string | null; gridMembershipId: string | null },
): boolean =>
  departmentIds === null ||
  (report.departmentId !== null && departmentIds.includes(report.departmentId)) ||
  (report.gridMembershipId !== null && report.gridMembershipId === gridMembershipId);
