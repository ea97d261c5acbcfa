import { definePage } from '../ui/route';

export const settingsRoutes = {
  me: definePage('settings/rider/me'),
  settings: definePage('settings/rider/settings'),
  privacy: definePage('settings/rider/privacy'),
};
