import { definePage } from '../ui/route';

export const personRoutes = {
  profile: definePage('people/rider/profile'),
  myData: definePage('people/rider/my-data'),
  deletion: definePage('people/rider/deletion'),
};
