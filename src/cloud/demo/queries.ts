import { statement } from '../platform/database';

/** Nothing happens where there is one already. */
export const insertCommunity = statement<object>(
  'demo_insert_community',
  `insert into communities (id, slug, name, subdistrict, district, city, centre, centre_accuracy_m, crs, time_zone,
     is_demo, created_at)
   values ($1, $2, $3, $4, $5, $6, point($7, $8), $9, $10, $11, true, $12)
   on conflict (id) do nothing`,
);

export const insertBlockMap = statement<object>(
  'demo_insert_block_map',
  'insert into block_maps (community_id, features, crs) values ($1, $2::jsonb, $3)',
);

export const insertPerson = statement<object>(
  'demo_insert_person',
  `with person as (
     insert into people (id, nickname, is_demo, created_at) values ($1, $2, true, $3)
   ), identity as (
     insert into identities (provider, subject, person_id, created_at, id) values ('demo', $4, $1, $3, $7)
   )
   insert into memberships (community_id, person_id, roles, joined_at) values ($5, $1, $6, $3)`,
);

export const insertStation = statement<object>(
  'demo_insert_station',
  `insert into stations (community_id, id, parent_id, parent_tier, name, tier, kind, status, status_note, address,
     position, accuracy_m, crs, guide, phone, capacity, hours, verified_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, point($11, $12), $13, $14, $15, $16, $17, $18::jsonb, $19, $20)`,
);

export const insertFacility = statement<object>(
  'demo_insert_facility',
  'insert into station_facilities (community_id, station_id, code, is_working) values ($1, $2, $3, $4)',
);

export const insertCode = statement<object>(
  'demo_insert_code',
  `insert into codes (community_id, id, target, station_id, created_at) values ($1, $2, 'station', $3, $4)`,
);
