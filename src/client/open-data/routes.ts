import { definePage } from '../ui/route';

export const openDataRoutes = {
  /** Keys by which machines of others send reports, and where open data are read. */
  keys: definePage('open-data/desk/keys', 'communityId'),
};
