import { definePage } from '../ui/route';

export const workingDayRoutes = { days: definePage('working-days/desk/days', 'communityId') };
