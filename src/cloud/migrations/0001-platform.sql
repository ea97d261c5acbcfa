-- Messages to be handled after commit. Taken out by the job that handles them; `failed_at` waits for a person.
create table outbox_messages (
  id uuid primary key,
  community_id uuid,
  topic text not null check (topic ~ '^[a-z_]+\.[a-z_]+$'),
  payload jsonb not null,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default '-infinity',
  attempts int not null default 0 check (attempts >= 0),
  last_error text,
  failed_at timestamptz
);
create index outbox_messages_due on outbox_messages (due_at, id) where failed_at is null;

create table recurring_jobs (
  name text primary key,
  due_at timestamptz not null
);

-- Keys the cloud makes for itself.
create table secrets (
  name text primary key,
  value bytea not null check (length(value) = 32),
  created_at timestamptz not null default now()
);

-- Answers to creates, kept so that the same key gets the same answer.
create table idempotency_keys (
  person_id uuid not null,
  key text not null check (length(key) between 16 and 64),
  endpoint text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
