-- What of a report is shown to the public, once somebody has looked; where there is no row, neither words nor photos.
create table report_publicity (
  community_id uuid not null,
  report_id uuid not null,
  shows_words boolean not null,
  shows_reply boolean not null,
  media_ids uuid[] not null check (cardinality(media_ids) <= 18),
  decided_at timestamptz not null,
  primary key (community_id, report_id),
  foreign key (community_id, report_id) references reports (community_id, id)
);

-- What came to an end in a month, and what changed lately.
create index reports_ended on reports (community_id, closed_at) where closed_at is not null;
create index reports_changed on reports (community_id, changed_at desc, id desc);

-- Who may send reports by machine.
create table api_keys (
  community_id uuid not null references communities (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  hint text not null check (length(hint) = 6),
  key_hash bytea not null check (length(key_hash) = 32),
  created_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz,
  primary key (community_id, id)
);
-- The key is all there is to find it by.
create unique index api_keys_door on api_keys (key_hash);

-- What was sent by machine: the answer until the report is taken on.
create table report_tokens (
  community_id uuid not null,
  token text not null check (token ~ '^[0-9a-f]{32}$'),
  report_id uuid not null,
  api_key_id uuid not null,
  created_at timestamptz not null,
  primary key (community_id, token),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, api_key_id) references api_keys (community_id, id)
);
