import { problems } from '../../contract/http';
import { caseActions, type CaseAction } from '../../contract/report-cases';
import type { ReportAction, ReportActor } from '../../contract/reports';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { can } from '../platform/machine';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import * as cases from './case-queries';
import type { CaseRecord } from './case-queries';
import { isInScope, ownScopeOf, scopeOf } from './case-scope';
import type { ReportIds } from './history';
import { reportMachine } from './machine';
import type { ReportRecord } from './queries';

/** As whom somebody may act on a case; the first that an action allows is who they are in its history. */
export type CaseActors = readonly ReportActor[];

/** A case, and as whom the asker may act on it. */
export interface Access {
  report: CaseRecord;
  actors: CaseActors;
}

/** Those it was given to act as what they are; staff and whoever is above them for everybody. */
async function actorsOf(from: Queries, report: ReportRecord, asker: Asker): Promise<CaseActors> {
  const { communityId, departmentId, gridMembershipId } = report;
  const roles = asker.roles.get(communityId);
  const isStaff = policy.assignReport.allows(roles);
  const isSupervisor = policy.decideReopening.allows(roles);
  const isGivenToSome = departmentId !== null || gridMembershipId !== null;
  const mayHandle = policy.acceptReport.allows(roles) && isGivenToSome;
  const own = mayHandle ? await handlerOf(from, report, asker) : null;
  return [
    ...(own ? [own] : []),
    ...(isSupervisor ? (['supervisor'] as const) : []),
    ...(isStaff ? (['staff'] as const) : []),
  ];
}

async function handlerOf(from: Queries, report: ReportRecord, asker: Asker): Promise<ReportActor | null> {
  if (!isInScope(await ownScopeOf(from, report.communityId, asker), report)) return null;
  return report.departmentId === null ? 'grid_member' : 'department';
}

/** The case as the asker may know of it; to others it is not there. */
export async function accessTo(
  from: Queries,
  { communityId, reportId }: ReportIds,
  asker: Asker,
): Promise<Access> {
  const access = await accessAfter(from, { communityId, reportId }, asker);
  if (!isInScope(await scopeOf(from, communityId, asker), access.report)) throw refuse(problems.not_found);
  return access;
}

/** The case as whoever has just done something to it sees it: also where it has left their hands. */
export async function accessAfter(
  from: Queries,
  { communityId, reportId }: ReportIds,
  asker: Asker,
): Promise<Access> {
  const report = await from.row(cases.listByIds, [communityId, [reportId]]);
  if (!report) throw refuse(problems.not_found);
  return { report, actors: await actorsOf(from, report, asker) };
}

/** As whom the asker does it; refused where nobody like them ever does. */
export function actorFor(actions: readonly ReportAction[], actors: CaseActors): ReportActor {
  const steps = reportMachine.transitions.filter(({ action }) => actions.includes(action));
  const actor = actors.find((one) => steps.some(({ by }) => by.includes(one)));
  if (!actor) throw refuse(problems.forbidden);
  return actor;
}

/** What stands behind each verdict in the machine. */
const actionsOf: Partial<Record<CaseAction, readonly ReportAction[]>> = {
  assign: ['assign'],
  accept: ['accept'],
  giveBack: ['give_back'],
  ask: ['ask'],
  schedule: ['schedule'],
  transfer: ['transfer'],
  resume: ['resume'],
  resolve: ['resolve'],
  reject: ['reject'],
  refer: ['refer'],
  merge: ['merge'],
  decideReopening: ['reopen', 'decline_reopening'],
};

function may(action: CaseAction, { report, actors }: Access): boolean {
  const steps = actionsOf[action];
  if (steps) return steps.some((step) => can(reportMachine, report.state, step, actors));
  const isStaff = actors.includes('staff');
  if (action === 'recategorise') return isStaff && report.isOpen;
  if (action === 'seeOriginals') return isStaff || actors.includes('department');
  return actors.length > 0;
}

/** The verdicts that travel with a case: by the machine, the roles, and to whom it was given. */
export function verdictsOf(access: Access): Record<CaseAction, boolean> {
  const verdicts = caseActions.map((action) => [action, may(action, access)]);
  return Object.fromEntries(verdicts) as Record<CaseAction, boolean>;
}
