create table communities (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
  name text not null check (length(name) between 1 and 40),
  subdistrict text not null check (length(subdistrict) between 1 and 40),
  district text not null check (length(district) between 1 and 40),
  city text not null check (length(city) between 1 and 40),
  -- (longitude, latitude)
  centre point not null check (centre[0] between -180 and 180 and centre[1] between -90 and 90),
  centre_accuracy_m real not null check (centre_accuracy_m between 0 and 100000),
  crs text not null check (crs = 'GCJ-02'),
  time_zone text not null check (length(time_zone) between 1 and 64),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

-- The schematic map, a GeoJSON FeatureCollection.
create table block_maps (
  community_id uuid primary key references communities (id),
  features jsonb not null check (coalesce(features ->> 'type', '') = 'FeatureCollection'),
  crs text not null check (crs = 'GCJ-02')
);
