import { definePage } from '../ui/route';

export const reportRoutes = {
  /** A new one, or a draft. */
  create: definePage('reports/rider/new', 'draft'),
  mine: definePage('reports/rider/mine'),
  /** `sent`: it has just been handed in. */
  detail: definePage('reports/rider/detail', 'id', 'sent'),
  /** The filters stand in the address, so that a view of the desk can be passed on. */
  triage: definePage(
    'reports/desk/triage',
    'communityId',
    'view',
    'state',
    'category',
    'department',
    'gridMember',
    'due',
    'search',
    'from',
    'to',
    'order',
    'report',
  ),
  case: definePage('reports/desk/case', 'communityId', 'reportId'),
  /** A grid member's: what was given to them, what is to be looked at. */
  gridTasks: definePage('reports/grid/tasks', 'communityId', 'kind'),
  gridTask: definePage('reports/grid/task', 'communityId', 'id', 'kind'),
  gridFigures: definePage('reports/grid/figures', 'communityId'),
  templates: definePage('reports/desk/templates', 'communityId'),
};
