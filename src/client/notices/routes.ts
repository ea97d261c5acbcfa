import { definePage } from '../ui/route';

export const noticeRoutes = {
  inbox: definePage('notices/rider/inbox'),
  preferences: definePage('notices/rider/preferences'),
  deliveries: definePage('notices/desk/deliveries', 'communityId'),
};
