import { definePage } from '../ui/route';

export const pointRoutes = {
  mine: definePage('points/rider/mine'),
  /** What earns how much, and corrections. */
  manage: definePage('points/desk/rules', 'communityId'),
};
