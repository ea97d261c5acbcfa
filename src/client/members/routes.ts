import { definePage } from '../ui/route';

export const memberRoutes = {
  membership: definePage('members/rider/membership'),
  grid: definePage('members/rider/grid'),
  party: definePage('members/rider/party'),
  people: definePage('members/desk/people', 'communityId'),
  member: definePage('members/desk/member', 'communityId', 'personId'),
  gridApplications: definePage('members/desk/grid', 'communityId'),
  partyReports: definePage('members/desk/party', 'communityId'),
};
