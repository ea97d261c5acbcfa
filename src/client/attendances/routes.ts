import { definePage } from '../ui/route';

export const attendanceRoutes = {
  /** `code`, `q`: what was scanned before the page opened; `id`: of the activity that somebody comes from. */
  check: definePage('attendances/rider/check', 'code', 'q', 'id'),
  today: definePage('attendances/leader/today'),
  code: definePage('attendances/leader/code', 'communityId', 'id'),
  list: definePage('attendances/leader/list', 'communityId', 'id'),
  rules: definePage('attendances/desk/rules', 'communityId'),
  pauses: definePage('attendances/desk/pauses', 'communityId'),
};
