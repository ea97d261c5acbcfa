import { definePage } from '../ui/route';

export const settingsRoutes = {
  me: definePage('settings/rider/me'),
  settings: definePage('settings/rider/settings'),
  consents: definePage('settings/rider/consents'),
  privacy: definePage('settings/rider/privacy'),
};
