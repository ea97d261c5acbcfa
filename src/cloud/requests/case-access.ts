import { problems } from '../../contract/http';
import { requestCaseActions, type RequestCaseAction } from '../../contract/request-cases';
import type { RequestAction, RequestActor } from '../../contract/requests';
import { dutiesOf } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { can } from '../platform/machine';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { isInScope, scopeOf } from './case-scope';
import type { RequestIds } from './history';
import { requestMachine } from './machine';
import { demandOthers } from './moves';
import * as queries from './queries';
import type { RequestRecord } from './queries';

/** A request, and as whom the asker may act on it; the first that an action allows is who they are in its history. */
export interface Access {
  request: RequestRecord;
  actors: readonly RequestActor[];
}

/** The request as the asker may know of it; null where it is not there for them. */
export async function findAccess(
  from: Queries,
  { communityId, requestId }: RequestIds,
  asker: Asker,
): Promise<Access | null> {
  const request = await from.row(queries.find, [communityId, requestId]);
  if (!request) return null;
  if (!isInScope(await scopeOf(from, communityId, asker), request)) return null;
  // One's own is others' to deal with.
  if (request.requesterId === asker.personId) return { request, actors: [] };
  // Of a confidential one who may read it deals with it, whatever else they are.
  if (request.isConfidential) return { request, actors: ['department'] };
  const isStaff = policy.setMemberStatus.allows(asker.roles.get(communityId));
  const isOfficer = await isOfficerOf(from, request, asker);
  return {
    request,
    actors: [...(isOfficer ? (['department'] as const) : []), ...(isStaff ? (['staff'] as const) : [])],
  };
}

/** Staff may be officers of a department as well. */
async function isOfficerOf(
  from: Queries,
  { communityId, departmentId }: RequestRecord,
  asker: Asker,
): Promise<boolean> {
  const isOfficer = asker.roles.get(communityId)?.includes('department_officer') ?? false;
  if (departmentId === null || !isOfficer) return false;
  const { departmentIds } = await dutiesOf(from, communityId, asker.personId);
  return departmentIds.includes(departmentId);
}

/** As it may be known, to whom it is not their own. */
export async function accessToOthers(from: Queries, ids: RequestIds, asker: Asker): Promise<Access> {
  const access = await accessTo(from, ids, asker);
  demandOthers(access.request, asker.personId);
  return access;
}

export async function accessTo(from: Queries, ids: RequestIds, asker: Asker): Promise<Access> {
  const access = await findAccess(from, ids, asker);
  if (!access) throw refuse(problems.not_found);
  return access;
}

/** As whom the asker does it; refused where nobody like them ever does. */
export function actorFor(action: RequestAction, { actors }: Access): RequestActor {
  const steps = requestMachine.transitions.filter((step) => step.action === action);
  const actor = actors.find((one) => steps.some(({ by }) => by.includes(one)));
  if (!actor) throw refuse(problems.forbidden);
  return actor;
}

/** The verdicts that travel with a request: by the machine, the roles, and whose it is now. */
export function verdictsOf({ request, actors }: Access): Record<RequestCaseAction, boolean> {
  const may = (action: RequestCaseAction) =>
    action === 'note' ? actors.length > 0 : can(requestMachine, request.state, action, actors);
  const verdicts = requestCaseActions.map((action) => [action, may(action)]);
  return Object.fromEntries(verdicts) as Record<RequestCaseAction, boolean>;
}
