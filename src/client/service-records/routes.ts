import { definePage } from '../ui/route';

export const serviceRoutes = {
  mine: definePage('service-records/rider/mine'),
  /** One record, and what of it is to be set right. */
  correction: definePage('service-records/rider/correction', 'id'),
  /** For who led an activity: how each volunteer served. */
  grades: definePage('service-records/leader/grades', 'communityId', 'id'),
  /** For staff: what was recorded. */
  records: definePage('service-records/desk/records', 'communityId'),
  /** What is to be decided; of the current community where none is named. */
  corrections: definePage('service-records/desk/corrections', 'communityId'),
  volunteer: definePage('service-records/desk/volunteer', 'communityId', 'personId'),
  export: definePage('service-records/desk/export', 'communityId'),
};
