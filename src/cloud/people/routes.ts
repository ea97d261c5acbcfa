import { getMe, updateMe } from '../../contract/people';
import { getMeSchemas, updateMeSchemas } from '../../contract/people.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { People } from './service';

export function personRoutes({ on }: Router, people: People): void {
  on(getMe, getMeSchemas, policy.getMe, ({ asker }) => people.getMe(asker));
  on(updateMe, updateMeSchemas, policy.updateMe, ({ input, asker }) => people.updateMe(input, asker));
}
