import type { Static } from 'typebox';
import { consentProblems } from './consents';
import { defineProblems, endpoint, problems } from './http';
import type {
  applyForGridSchemas,
  countPartyReportsSchemas,
  decideGridApplicationSchemas,
  DepartmentSchema,
  getMemberSchemas,
  getMyGridMembershipSchemas,
  getMyPartyReportSchemas,
  GridApplicationSchema,
  GridMembershipSchema,
  joinCommunitySchemas,
  leaveCommunitySchemas,
  listDepartmentsSchemas,
  listGridApplicationsSchemas,
  listMembersSchemas,
  listPartyReportsSchemas,
  MemberSchema,
  PartyReportSchema,
  removeMyPartyReportSchemas,
  reportInSchemas,
  setMemberRolesSchemas,
  setMemberStatusSchemas,
  updateMyGridMembershipSchemas,
} from './members.schema';
import { membershipStatuses } from './people';

/** `applied` waits for staff; `declined`, `withdrawn` and `left` are over, and one may apply again. */
export const gridStates = ['applied', 'active', 'paused', 'declined', 'withdrawn', 'left'] as const;
export const gridDecisions = ['approve', 'decline'] as const;

/** What staff set; `resumed` makes a paused membership what it was before. */
export const statusChanges = [...membershipStatuses, 'resumed'] as const;

export const memberLimits = {
  reasonLength: 200,
  noteLength: 200,
  areas: 10,
  areaLength: 20,
  branchLength: 60,
} as const;

export type StatusChange = (typeof statusChanges)[number];
export type GridState = (typeof gridStates)[number];
export type GridDecision = (typeof gridDecisions)[number];
export type Member = Static<typeof MemberSchema>;
export type Department = Static<typeof DepartmentSchema>;
export type GridMembership = Static<typeof GridMembershipSchema>;
export type GridApplication = Static<typeof GridApplicationSchema>;
export type PartyReport = Static<typeof PartyReportSchema>;

export const memberProblems = defineProblems({
  reason_missing: [400, '请写一句原因，对方会看到'],
  department_missing: [400, '部门经办要选所在的部门'],
  last_admin: [409, '这个社区至少要有一位管理员'],
  role_not_yours_to_set: [403, '这个角色只有管理员能设'],
  grid_applied_already: [409, '您已经申请过了，请等社区答复'],
  grid_state: [409, '状态已经变了，请刷新后再看'],
  has_duties: [409, '您在这个社区还有工作角色，请先请管理员移交'],
});

/** A signed-in person becomes a member, as a rider; one who is already stays as they are. */
export const joinCommunity = endpoint<typeof joinCommunitySchemas>()({
  name: 'joinCommunity',
  method: 'PUT',
  path: '/api/communities/:communityId/membership',
  summary: 'Join a community',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A signed-in person leaves; what counts they left stay. Those who hold a working role hand it over first. */
export const leaveCommunity = endpoint<typeof leaveCommunitySchemas>()({
  name: 'leaveCommunity',
  method: 'DELETE',
  path: '/api/communities/:communityId/membership',
  status: 204,
  summary: 'Leave a community',
  problems: [problems.unauthenticated, problems.not_found, memberProblems.has_duties],
});

/** Staff, organiser, admin or auditor of the community; the look is written to the audit log. By nickname. */
export const listMembers = endpoint<typeof listMembersSchemas>()({
  name: 'listMembers',
  method: 'GET',
  path: '/api/communities/:communityId/members',
  summary: 'Find members',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Staff, organiser, admin or auditor of the community; the look is written to the audit log. */
export const getMember = endpoint<typeof getMemberSchemas>()({
  name: 'getMember',
  method: 'GET',
  path: '/api/communities/:communityId/members/:personId',
  summary: 'A member',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Staff, organiser or admin. Pausing needs a reason, which the person gets to read; only what is paused is resumed. */
export const setMemberStatus = endpoint<typeof setMemberStatusSchemas>()({
  name: 'setMemberStatus',
  method: 'PUT',
  path: '/api/communities/:communityId/members/:personId/status',
  summary: 'Verify, pause or resume a member',
  problems: [
    problems.unauthenticated,
    problems.forbidden,
    problems.not_found,
    problems.conflict,
    memberProblems.reason_missing,
    memberProblems.last_admin,
  ],
});

/** Organiser or admin; `organiser`, `admin` and `auditor` are given and taken by an admin only. `rider` always stays. */
export const setMemberRoles = endpoint<typeof setMemberRolesSchemas>()({
  name: 'setMemberRoles',
  method: 'PUT',
  path: '/api/communities/:communityId/members/:personId/roles',
  summary: 'Set the roles of a member',
  problems: [
    problems.unauthenticated,
    problems.forbidden,
    problems.not_found,
    problems.conflict,
    memberProblems.role_not_yours_to_set,
    memberProblems.department_missing,
    memberProblems.last_admin,
  ],
});

/** Members of the community. */
export const listDepartments = endpoint<typeof listDepartmentsSchemas>()({
  name: 'listDepartments',
  method: 'GET',
  path: '/api/communities/:communityId/departments',
  summary: 'Departments that answer in a community',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A member asks to become a mobile grid member, naming the areas they ride. */
export const applyForGrid = endpoint<typeof applyForGridSchemas>()({
  name: 'applyForGrid',
  method: 'POST',
  path: '/api/communities/:communityId/grid-applications',
  status: 201,
  idempotent: true,
  summary: 'Apply as a mobile grid member',
  problems: [problems.unauthenticated, problems.not_found, memberProblems.grid_applied_already],
});

/** A member, their own: the running one, else the last. */
export const getMyGridMembership = endpoint<typeof getMyGridMembershipSchemas>()({
  name: 'getMyGridMembership',
  method: 'GET',
  path: '/api/communities/:communityId/grid-membership',
  summary: 'My grid membership or application',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A member, their own: withdraw an application, pause, resume, leave, or change the areas. */
export const updateMyGridMembership = endpoint<typeof updateMyGridMembershipSchemas>()({
  name: 'updateMyGridMembership',
  method: 'PATCH',
  path: '/api/communities/:communityId/grid-membership',
  summary: 'Pause, resume or leave as a grid member; change my areas',
  problems: [problems.unauthenticated, problems.not_found, problems.conflict, memberProblems.grid_state],
});

/** Staff, organiser, admin or auditor; the oldest waiting first. */
export const listGridApplications = endpoint<typeof listGridApplicationsSchemas>()({
  name: 'listGridApplications',
  method: 'GET',
  path: '/api/communities/:communityId/grid-applications',
  summary: 'Applications and grid members',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Staff, organiser or admin. Declining needs a reason, which the person gets to read. */
export const decideGridApplication = endpoint<typeof decideGridApplicationSchemas>()({
  name: 'decideGridApplication',
  method: 'POST',
  path: '/api/communities/:communityId/grid-applications/:applicationId/decision',
  summary: 'Approve or decline an application',
  problems: [
    problems.unauthenticated,
    problems.forbidden,
    problems.not_found,
    problems.conflict,
    memberProblems.reason_missing,
    memberProblems.grid_state,
  ],
});

/** A member, their own. */
export const getMyPartyReport = endpoint<typeof getMyPartyReportSchemas>()({
  name: 'getMyPartyReport',
  method: 'GET',
  path: '/api/communities/:communityId/party-report',
  summary: 'My report as a party member',
  problems: [problems.unauthenticated, problems.not_found],
});

/** A member says so themselves, and agrees with it to its being kept: sealed, read by the organiser alone. */
export const reportIn = endpoint<typeof reportInSchemas>()({
  name: 'reportIn',
  method: 'PUT',
  path: '/api/communities/:communityId/party-report',
  summary: 'Report in as a party member',
  problems: [problems.unauthenticated, problems.not_found, consentProblems.notice_outdated],
});

/** A member, their own: gone at once, and the consent with it. */
export const removeMyPartyReport = endpoint<typeof removeMyPartyReportSchemas>()({
  name: 'removeMyPartyReport',
  method: 'DELETE',
  path: '/api/communities/:communityId/party-report',
  status: 204,
  summary: 'Take back my report as a party member',
  problems: [problems.unauthenticated, problems.not_found],
});

/** The community's organiser alone; the look is written to the audit log. */
export const listPartyReports = endpoint<typeof listPartyReportsSchemas>()({
  name: 'listPartyReports',
  method: 'GET',
  path: '/api/communities/:communityId/party-reports',
  summary: 'Party members who reported in',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Staff, organiser, admin or auditor: a total, no names. */
export const countPartyReports = endpoint<typeof countPartyReportsSchemas>()({
  name: 'countPartyReports',
  method: 'GET',
  path: '/api/communities/:communityId/party-reports/count',
  summary: 'How many party members reported in',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});
