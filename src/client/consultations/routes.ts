import { definePage } from '../ui/route';

export const consultationRoutes = {
  book: definePage('consultations/rider/book', 'requestId'),
  mine: definePage('consultations/rider/mine'),
  detail: definePage('consultations/rider/detail', 'id'),
  /** An officer's own list of who comes. */
  day: definePage('consultations/desk/day', 'communityId', 'day'),
  hours: definePage('consultations/desk/hours', 'communityId'),
};
