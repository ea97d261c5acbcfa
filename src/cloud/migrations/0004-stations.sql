create table stations (
  community_id uuid not null references communities (id),
  id uuid not null,
  parent_id uuid,
  parent_tier text,
  name text not null check (length(name) between 1 and 40),
  tier text not null check (tier in ('centre', 'station', 'point')),
  kind text not null check (kind in ('rest_corner', 'rest_area', 'hospital', 'parking', 'other')),
  status text not null check (status in ('operating', 'suspended', 'closed')),
  status_note text check (length(status_note) between 1 and 200),
  address text not null check (length(address) between 1 and 120),
  -- (longitude, latitude)
  position point not null check (position[0] between -180 and 180 and position[1] between -90 and 90),
  accuracy_m real not null check (accuracy_m between 0 and 100000),
  crs text not null check (crs = 'GCJ-02'),
  guide text not null check (length(guide) <= 500),
  phone text check (length(phone) between 3 and 30),
  capacity int check (capacity between 1 and 10000),
  hours jsonb not null check (
    coalesce(jsonb_typeof(hours -> 'weekly') = 'array' and jsonb_typeof(hours -> 'exceptions') = 'array', false)),
  photos jsonb not null default '[]' check (jsonb_typeof(photos) = 'array'),
  verified_at timestamptz,
  created_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, id, tier),
  -- A parent is of a tier above: its tier stands here too, so that the database can see to it.
  foreign key (community_id, parent_id, parent_tier) references stations (community_id, id, tier),
  check ((parent_id is null) = (parent_tier is null)),
  check (parent_tier is null or (parent_tier, tier) in (('centre', 'station'), ('centre', 'point'), ('station', 'point')))
);
create index stations_parent on stations (community_id, parent_id) where parent_id is not null;

create table station_facilities (
  community_id uuid not null,
  station_id uuid not null,
  code text not null check (code in ('water', 'hot_water', 'charging', 'e_bike_charging', 'microwave', 'fridge',
    'medicine_box', 'books', 'seats', 'toilet', 'air_conditioning', 'wifi', 'lockers', 'rain_gear', 'parking',
    'green_channel', 'open_24h')),
  is_working boolean not null default true,
  primary key (community_id, station_id, code),
  foreign key (community_id, station_id) references stations (community_id, id)
);
