import { definePage } from '../ui/route';

export const homeRoutes = { home: definePage('home/rider/home') };
