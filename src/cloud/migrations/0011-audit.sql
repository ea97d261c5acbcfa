-- Entries name people by a pseudonym. Taking a row out of here makes them nobody's, and the chain stays whole.
create table audit_people (
  community_id uuid not null references communities (id),
  person_id uuid not null references people (id),
  ref uuid not null,
  primary key (community_id, person_id),
  unique (community_id, ref)
);
create index audit_people_person on audit_people (person_id);

-- The end of each community's chain.
create table audit_heads (
  community_id uuid primary key references communities (id),
  number int not null check (number >= 0),
  hash bytea not null check (length(hash) = 32)
);

-- Written once, never changed; `hash` is over the entry and the hash before it.
create table audit_entries (
  community_id uuid not null references communities (id),
  number int not null check (number > 0),
  at timestamptz not null,
  action text not null check (action ~ '^[a-z]+(_[a-z]+)*$'),
  actor_ref uuid not null,
  subject_ref uuid,
  -- JSON as it was hashed.
  details text not null check (length(details) <= 4000),
  hash bytea not null check (length(hash) = 32),
  primary key (community_id, number)
);
create index audit_entries_at on audit_entries (community_id, at);
