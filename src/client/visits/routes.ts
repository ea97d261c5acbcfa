import { definePage } from '../ui/route';

export const visitRoutes = {
  /** What a volunteer takes along. */
  sheet: definePage('visits/rider/sheet', 'activityId'),
  elders: definePage('visits/desk/elders', 'communityId', 'activityId'),
};
