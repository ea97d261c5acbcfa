import * as members from '../../contract/members';
import * as schemas from '../../contract/members.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Members } from './service';

function membershipRoutes({ on }: Router, service: Members): void {
  on(members.joinCommunity, schemas.joinCommunitySchemas, policy.joinCommunity, ({ input, asker }) =>
    service.joinCommunity(input, asker),
  );
  on(members.leaveCommunity, schemas.leaveCommunitySchemas, policy.leaveCommunity, ({ input, asker }) =>
    service.leaveCommunity(input, asker),
  );
  on(members.listDepartments, schemas.listDepartmentsSchemas, policy.listDepartments, ({ input }) =>
    service.listDepartments(input),
  );
  on(members.listMembers, schemas.listMembersSchemas, policy.listMembers, ({ input, asker }) =>
    service.listMembers(input, asker),
  );
  on(members.getMember, schemas.getMemberSchemas, policy.getMember, ({ input, asker }) =>
    service.getMember(input, asker),
  );
  on(members.setMemberStatus, schemas.setMemberStatusSchemas, policy.setMemberStatus, ({ input, asker }) =>
    service.setMemberStatus(input, asker),
  );
  on(members.setMemberRoles, schemas.setMemberRolesSchemas, policy.setMemberRoles, ({ input, asker }) =>
    service.setMemberRoles(input, asker),
  );
}

function gridRoutes({ on }: Router, service: Members): void {
  on(members.applyForGrid, schemas.applyForGridSchemas, policy.applyForGrid, ({ input, asker, tx }) =>
    service.applyForGrid(input, asker, tx),
  );
  on(
    members.getMyGridMembership,
    schemas.getMyGridMembershipSchemas,
    policy.getMyGridMembership,
    ({ input, asker }) => service.getMyGridMembership(input, asker),
  );
  on(
    members.updateMyGridMembership,
    schemas.updateMyGridMembershipSchemas,
    policy.updateMyGridMembership,
    ({ input, asker }) => service.updateMyGridMembership(input, asker),
  );
  on(
    members.listGridApplications,
    schemas.listGridApplicationsSchemas,
    policy.listGridApplications,
    ({ input, asker }) => service.listGridApplications(input, asker),
  );
  on(
    members.decideGridApplication,
    schemas.decideGridApplicationSchemas,
    policy.decideGridApplication,
    ({ input, asker }) => service.decideGridApplication(input, asker),
  );
}

function partyRoutes({ on }: Router, service: Members): void {
  on(members.getMyPartyReport, schemas.getMyPartyReportSchemas, policy.getMyPartyReport, ({ input, asker }) =>
    service.getMyPartyReport(input, asker),
  );
  on(members.reportIn, schemas.reportInSchemas, policy.reportIn, ({ input, asker }) =>
    service.reportIn(input, asker),
  );
  on(
    members.removeMyPartyReport,
    schemas.removeMyPartyReportSchemas,
    policy.removeMyPartyReport,
    ({ input, asker }) => service.removeMyPartyReport(input, asker),
  );
  on(members.listPartyReports, schemas.listPartyReportsSchemas, policy.listPartyReports, ({ input, asker }) =>
    service.listPartyReports(input, asker),
  );
  on(members.countPartyReports, schemas.countPartyReportsSchemas, policy.countPartyReports, ({ input }) =>
    service.countPartyReports(input),
  );
}

export function memberRoutes(router: Router, service: Members): void {
  membershipRoutes(router, service);
  gridRoutes(router, service);
  partyRoutes(router, service);
}
