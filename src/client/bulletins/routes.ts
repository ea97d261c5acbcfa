import { definePage } from '../ui/route';

export const bulletinRoutes = {
  list: definePage('bulletins/rider/list'),
  /** Opens for who is signed out, where it is for everyone. */
  detail: definePage('bulletins/rider/detail', 'id'),
  /** With `id`: that one first. */
  manage: definePage('bulletins/desk/list', 'communityId', 'id'),
  /** A new one without `bulletinId`. */
  edit: definePage('bulletins/desk/edit', 'communityId', 'bulletinId'),
};
