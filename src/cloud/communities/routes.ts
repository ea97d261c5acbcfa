import { getBlockMap, listCommunities } from '../../contract/communities';
import { getBlockMapSchemas, listCommunitiesSchemas } from '../../contract/communities.schema';
import { anyone, type Router } from '../platform/router';
import type { Communities } from './service';

export function communityRoutes({ on }: Router, communities: Communities): void {
  on(listCommunities, listCommunitiesSchemas, anyone, ({ input }) => communities.listCommunities(input));
  on(getBlockMap, getBlockMapSchemas, anyone, ({ input }) => communities.getBlockMap(input));
}
