create table merchants (
  community_id uuid not null references communities (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  category text not null check (category in ('health', 'education', 'catering', 'other')),
  status text not null check (status in ('draft', 'active', 'paused', 'ended')),
  address text not null check (length(address) between 1 and 120),
  -- (longitude, latitude)
  position point not null check (position[0] between -180 and 180 and position[1] between -90 and 90),
  accuracy_m real not null check (accuracy_m between 0 and 100000),
  crs text not null check (crs = 'GCJ-02'),
  hours jsonb not null check (
    coalesce(jsonb_typeof(hours -> 'weekly') = 'array' and jsonb_typeof(hours -> 'exceptions') = 'array', false)),
  phone text check (length(phone) between 3 and 30),
  photos jsonb not null default '[]' check (jsonb_typeof(photos) = 'array'),
  -- Scanning its printed code is enough to redeem.
  trusts_printed_code boolean not null default false,
  agreement_from date,
  agreement_to date check (agreement_to >= agreement_from),
  -- By a person who applied for it, as long as they are known.
  applied_by uuid,
  applied_at timestamptz,
  decline_reason text check (length(decline_reason) between 1 and 200),
  created_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  foreign key (community_id, applied_by) references memberships (community_id, person_id),
  check (applied_by is null or applied_at is not null),
  check (decline_reason is null or (applied_at is not null and status = 'ended'))
);
create index merchants_by_name on merchants (community_id, name, id);
-- One application at a time.
create unique index merchants_applied on merchants (community_id, applied_by) where status = 'draft';

-- The pictures of `photos`, which has their order.
create table merchant_photos (
  community_id uuid not null,
  merchant_id uuid not null,
  id text not null check (id ~ '^[0-9a-f]{32}$'),
  image bytea not null,
  thumb bytea not null,
  content_type text not null check (content_type = 'image/webp'),
  created_at timestamptz not null,
  primary key (community_id, merchant_id, id),
  foreign key (community_id, merchant_id) references merchants (community_id, id)
);
-- The id is all there is to find it by.
create index merchant_photos_door on merchant_photos (id);

create table merchant_clerks (
  community_id uuid not null,
  merchant_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  primary key (community_id, merchant_id, person_id),
  foreign key (community_id, merchant_id) references merchants (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index merchant_clerks_person on merchant_clerks (community_id, person_id);

-- For one person, once: taken out when it is used.
create table merchant_invitations (
  community_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  merchant_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  primary key (community_id, code_hash),
  foreign key (community_id, merchant_id) references merchants (community_id, id)
);
-- The code is all there is to find it by.
create index merchant_invitations_door on merchant_invitations (code_hash);
create index merchant_invitations_expires on merchant_invitations (expires_at);

alter table codes
  drop constraint codes_target_check,
  alter column station_id drop not null,
  add column merchant_id uuid,
  add constraint codes_target_check check (
    (target = 'station' and station_id is not null and merchant_id is null)
    or (target = 'merchant' and merchant_id is not null and station_id is null)),
  add foreign key (community_id, merchant_id) references merchants (community_id, id);
create unique index codes_active_merchant on codes (community_id, merchant_id) where revoked_at is null;
