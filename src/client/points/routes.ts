import { definePage } from '../ui/route';

export const pointRoutes = {
  mine: definePage('points/rider/mine'),
  /** What earns how much. */
  manage: definePage('points/desk/rules', 'communityId'),
  /** What one member has and what it came of, and corrections. */
  member: definePage('points/desk/member', 'communityId', 'personId'),
};
