-- What a rider's phone signs its changing code with, without being online; the key is worked out from the id.
create table passes (
  id text primary key check (id ~ '^[0-9a-z]{10}$'),
  person_id uuid not null references people (id),
  session_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at)
);
create index passes_person on passes (person_id);
create index passes_expiring on passes (expires_at);
