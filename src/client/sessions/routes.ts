import { definePage } from '../ui/route';

export const sessionRoutes = {
  signIn: definePage('sessions/rider/sign-in', 'ticket', 'returnTo', 'refused'),
  mine: definePage('sessions/rider/mine'),
  ways: definePage('sessions/rider/ways'),
  phone: definePage('sessions/rider/phone'),
};
