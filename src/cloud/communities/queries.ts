import type { BlockMap, Community } from '../../contract/communities';
import { crs } from '../../contract/positions';
import { statement } from '../platform/database';

interface CommunityRow {
  id: string;
  slug: string;
  name: string;
  subdistrict: string;
  district: string;
  city: string;
  centre: { x: number; y: number };
  centreAccuracyM: number;
  timeZone: string;
  isDemo: boolean;
}

export const listCommunities = statement<CommunityRow>(
  'communities_list',
  `select id, slug, name, subdistrict, district, city, centre, centre_accuracy_m as "centreAccuracyM",
     time_zone as "timeZone", is_demo as "isDemo"
   from communities order by name, id`,
);

/** A community as it is kept: without a distance to anyone. */
export type KnownCommunity = Omit<Community, 'distanceM'>;

export const communityOf = ({ centre, centreAccuracyM, ...row }: CommunityRow): KnownCommunity => ({
  ...row,
  centre: { lat: centre.y, lng: centre.x, crs, accuracyM: centreAccuracyM },
});

export const findBlockMap = statement<{ features: BlockMap['features'] }>(
  'block_maps_find',
  'select features from block_maps where community_id = $1',
);

export const findTimeZone = statement<{ timeZone: string }>(
  'communities_find_time_zone',
  'select time_zone as "timeZone" from communities where id = $1',
);
