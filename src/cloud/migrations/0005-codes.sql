-- What printed codes stand for. A code is never used again; a revoked one stays, to say so.
create table codes (
  community_id uuid not null,
  id text not null check (id ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  target text not null check (target in ('station')),
  station_id uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz check (revoked_at >= created_at),
  primary key (community_id, id),
  foreign key (community_id, station_id) references stations (community_id, id)
);
create unique index codes_active on codes (community_id, station_id) where revoked_at is null;
-- The one index that does not begin with the community: a scanned code is all there is to find it by.
create index codes_door on codes (id);
