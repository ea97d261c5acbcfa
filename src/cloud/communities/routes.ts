import { getBlockMap, listCommunities } from '../../contract/communities';
import { getBlockMapSchemas, listCommunitiesSchemas } from '../../contract/communities.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Communities } from './service';

export function communityRoutes({ on }: Router, communities: Communities): void {
  on(listCommunities, listCommunitiesSchemas, policy.listCommunities, ({ input }) =>
    communities.listCommunities(input),
  );
  on(getBlockMap, getBlockMapSchemas, policy.getBlockMap, ({ input }) => communities.getBlockMap(input));
}
