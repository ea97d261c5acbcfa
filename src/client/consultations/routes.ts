import { definePage } from '../ui/route';

export const consultationRoutes = {
  /** About a request, with the department of that name when it can be consulted. */
  book: definePage('consultations/rider/book', 'requestId', 'department'),
  mine: definePage('consultations/rider/mine'),
  detail: definePage('consultations/rider/detail', 'id'),
  /** An officer's own list of who comes. */
  day: definePage('consultations/desk/day', 'communityId', 'day'),
  hours: definePage('consultations/desk/hours', 'communityId'),
};
