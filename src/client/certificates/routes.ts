import { definePage } from '../ui/route';

export const certificateRoutes = {
  mine: definePage('certificates/rider/list'),
  certificate: definePage('certificates/rider/certificate', 'id', 'communityId'),
  /** For anyone. */
  verify: definePage('certificates/public/verify', 'code'),
  manage: definePage('certificates/desk/list', 'communityId'),
};
