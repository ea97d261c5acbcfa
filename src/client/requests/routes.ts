import { definePage } from '../ui/route';

export const requestRoutes = {
  /** A new one, or a draft. */
  create: definePage('requests/rider/new', 'draft'),
  mine: definePage('requests/rider/mine'),
  /** `sent`: it has just been handed in. */
  detail: definePage('requests/rider/detail', 'id', 'sent'),
  /** The filters stand in the address, so that a view of the desk can be passed on. */
  desk: definePage(
    'requests/desk/list',
    'communityId',
    'state',
    'category',
    'department',
    'due',
    'search',
    'request',
  ),
  case: definePage('requests/desk/case', 'communityId', 'requestId'),
  categories: definePage('requests/desk/categories', 'communityId'),
  figures: definePage('requests/desk/figures', 'communityId'),
};
