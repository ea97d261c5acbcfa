import type { Static } from 'typebox';
import { endpoint, problems } from './http';
import type {
  BlockMapSchema,
  CommunitySchema,
  getBlockMapSchemas,
  listCommunitiesSchemas,
} from './communities.schema';

export type Community = Static<typeof CommunitySchema>;

/** The community's own schematic block map (GeoJSON, GCJ-02), and the tiles to draw under it where a key is set. */
export type BlockMap = Static<typeof BlockMapSchema>;

/** What a feature of the block map stands for. */
export const blockMapKinds = ['block', 'green', 'water', 'building', 'road', 'path'] as const;

/** Anyone may; nearest first when a position is given, else by name. */
export const listCommunities = endpoint<typeof listCommunitiesSchemas>()({
  name: 'listCommunities',
  method: 'GET',
  path: '/api/communities',
  summary: 'Communities, the nearest first',
  problems: [],
});

/** Anyone may. */
export const getBlockMap = endpoint<typeof getBlockMapSchemas>()({
  name: 'getBlockMap',
  method: 'GET',
  path: '/api/communities/:communityId/block-map',
  summary: 'The schematic block map of a community',
  problems: [problems.not_found],
});
