import { definePage } from '../ui/route';

export const screeningRoutes = {
  queue: definePage('screenings/desk/queue', 'communityId'),
};
