import { definePage } from '../ui/route';

export const sessionRoutes = {
  signIn: definePage('sessions/rider/sign-in', 'ticket'),
  mine: definePage('sessions/rider/mine'),
};
