import { definePage } from '../ui/route';

export const stationRoutes = {
  list: definePage('stations/rider/list'),
  detail: definePage('stations/rider/detail', 'id'),
  codes: definePage('stations/desk/codes', 'id'),
};
