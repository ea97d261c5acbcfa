import { definePage } from '../ui/route';

export const activityRoutes = {
  /** What is on: all, or of one group. */
  list: definePage('activities/rider/list', 'group'),
  detail: definePage('activities/rider/detail', 'id'),
  /** The questions before a place is taken; those answered, with `change`. */
  signUp: definePage('activities/rider/sign-up', 'id', 'change'),
  mine: definePage('activities/rider/mine'),
  manage: definePage('activities/desk/list', 'communityId', 'activityId'),
  /** A new one without `activityId`, like another with `copyOf`. */
  edit: definePage('activities/desk/edit', 'communityId', 'activityId', 'copyOf'),
  signUps: definePage('activities/desk/sign-ups', 'communityId', 'activityId'),
};
