-- What the store holds for a community, named by what it is. A photo that points here keeps it.
create table media_objects (
  community_id uuid not null references communities (id),
  hash bytea not null check (length(hash) = 32),
  -- When to see whether any photo still needs it; null while one is known to.
  sweep_at timestamptz,
  primary key (community_id, hash)
);
create index media_objects_sweep on media_objects (sweep_at) where sweep_at is not null;

create table media (
  community_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('report', 'after', 'verification', 'request', 'bulletin', 'activity')),
  -- Who sent it, as long as they are known, and under which key of theirs.
  person_id uuid,
  upload_key text check (length(upload_key) between 16 and 64),
  thumb bytea not null,
  photo bytea not null,
  width int not null check (width between 1 and 1280),
  height int not null check (height between 1 and 1280),
  -- Of what was sent.
  size int not null check (size between 1 and 15728640),
  sha256 bytea not null check (length(sha256) = 32),
  -- What was sent, sealed by the key named.
  original bytea,
  original_key_id text,
  original_type text check (original_type in ('image/jpeg', 'image/png', 'image/webp')),
  original_until timestamptz,
  -- What it belongs to; null for a photo that waits for it.
  subject_kind text check (length(subject_kind) between 1 and 40),
  subject_id uuid,
  created_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, thumb) references media_objects (community_id, hash),
  foreign key (community_id, photo) references media_objects (community_id, hash),
  foreign key (community_id, original) references media_objects (community_id, hash),
  check ((subject_kind is null) = (subject_id is null)),
  check ((original is null) = (original_key_id is null) and (original is null) = (original_type is null)
    and (original is null) = (original_until is null))
);
create unique index media_of_upload on media (community_id, person_id, upload_key);
-- The id is all there is to find it by.
create index media_door on media (id);
create index media_thumb on media (community_id, thumb);
create index media_photo on media (community_id, photo);
create index media_original on media (community_id, original) where original is not null;
create index media_unattached on media (created_at) where subject_id is null;
create index media_original_until on media (original_until) where original is not null;

-- Photos on their way, under a key of the phone's own.
create table uploads (
  community_id uuid not null,
  person_id uuid not null,
  key text not null check (length(key) between 16 and 64),
  purpose text not null check (purpose in ('report', 'after', 'verification', 'request', 'bulletin', 'activity')),
  size int not null check (size between 1 and 15728640),
  sha256 bytea not null check (length(sha256) = 32),
  received int not null default 0 check (received between 0 and size),
  touched_at timestamptz not null,
  primary key (community_id, person_id, key),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index uploads_touched on uploads (touched_at);

create table upload_chunks (
  community_id uuid not null,
  person_id uuid not null,
  key text not null,
  position int not null check (position >= 0),
  bytes bytea not null check (length(bytes) between 1 and 524288),
  primary key (community_id, person_id, key, position),
  foreign key (community_id, person_id, key) references uploads (community_id, person_id, key) on delete cascade
);
