import type { OpeningHours } from '../../contract/opening-hours';
import { crs, type Position } from '../../contract/positions';
import type { FacilityCode, Station, StationKind, StationStatus, StationTier } from '../../contract/stations';
import { statement } from '../platform/database';

interface Pin {
  position: { x: number; y: number };
  accuracyM: number;
}

/** Everything about a station that does not depend on who asks or when. */
export interface StationRecord extends Pin {
  id: string;
  communityId: string;
  parentId: string | null;
  name: string;
  tier: StationTier;
  kind: StationKind;
  status: StationStatus;
  statusNote: string | null;
  address: string;
  facilities: { code: FacilityCode; isWorking: boolean }[];
  hours: OpeningHours;
  guide: string;
  photos: Station['photos'];
  phone: string | null;
  capacity: number | null;
  verifiedAt: Date | null;
}

export const listAll = statement<StationRecord>(
  'stations_list_all',
  `select s.id, s.community_id as "communityId", s.parent_id as "parentId", s.name, s.tier, s.kind, s.status,
     s.status_note as "statusNote", s.address, s.position, s.accuracy_m as "accuracyM", s.hours, s.guide, s.photos,
     s.phone, s.capacity, s.verified_at as "verifiedAt", coalesce(f.facilities, '[]') as facilities
   from stations s
   left join (
     select community_id, station_id,
       jsonb_agg(jsonb_build_object('code', code, 'isWorking', is_working) order by code) as facilities
     from station_facilities group by community_id, station_id
   ) f on f.community_id = s.community_id and f.station_id = s.id`,
);

export const positionOf = ({ position, accuracyM }: Pin): Position => ({
  lat: position.y,
  lng: position.x,
  crs,
  accuracyM,
});

interface FoundRow extends Pin {
  name: string;
  status: StationStatus;
  statusNote: string | null;
}

export const find = statement<FoundRow>(
  'stations_find',
  `select name, status, status_note as "statusNote", position, accuracy_m as "accuracyM"
   from stations where community_id = $1 and id = $2`,
);

/** Reads them all: only for a station so new that nobody in memory knows it. */
export const findCommunity = statement<{ communityId: string }>(
  'stations_find_community',
  'select community_id as "communityId" from stations where id = $1',
);
