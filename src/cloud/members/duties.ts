import type { Department } from '../../contract/members';
import type { KnownCommunity } from '../communities/service';
import type { Queries } from '../platform/database';
import { badgeNumber } from './grid';
import * as queries from './duty-queries';
import * as members from './queries';

/** What a person works on in a community. */
export interface Duties {
  departmentIds: readonly string[];
  /** While it is active. */
  grid: { id: string; areas: readonly string[] } | null;
}

/** To whom work can be given. */
export interface GridMember {
  id: string;
  personId: string;
  /** Badge and nickname. */
  name: string;
  areas: string[];
  isActive: boolean;
}

/** What a person works on in a community; inside a transaction too. */
export async function dutiesOf(from: Queries, communityId: string, personId: string): Promise<Duties> {
  const row = await from.row(queries.findDuties, [communityId, personId]);
  const { departmentIds = [], gridId = null, areas = null } = row ?? {};
  return { departmentIds, grid: gridId === null ? null : { id: gridId, areas: areas ?? [] } };
}

/** Grid members, the active ones or those with these ids, by their badges. */
export async function gridMembersOf(
  from: Queries,
  community: KnownCommunity,
  ids: readonly string[] | null,
): Promise<GridMember[]> {
  const rows = await from.rows(queries.listGridMembers, [community.id, ids]);
  return rows.map(({ number, nickname, ...row }) => ({
    ...row,
    name: `${badgeNumber(community.name, number)} ${nickname}`,
  }));
}

/** Who works in a community's departments. */
export async function officersOf(
  from: Queries,
  communityId: string,
): Promise<{ personId: string; name: string; departments: Department[] }[]> {
  const officers = new Map<string, { personId: string; name: string; departments: Department[] }>();
  for (const { personId, name, id, department } of await from.rows(queries.listOfficers, [communityId])) {
    const known = officers.get(personId) ?? { personId, name, departments: [] };
    known.departments.push({ id, name: department });
    officers.set(personId, known);
  }
  return [...officers.values()];
}

/** All of a community's, by name. */
export function listDepartments(from: Queries, communityId: string): Promise<Department[]> {
  return from.rows(members.listDepartments, [communityId]);
}

/** Those of these departments that are the community's. */
export function nameDepartments(
  from: Queries,
  communityId: string,
  ids: readonly string[],
): Promise<Department[]> {
  return from.rows(queries.nameDepartments, [communityId, ids]);
}
