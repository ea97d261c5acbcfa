create table notices (
  person_id uuid not null references people (id),
  id uuid not null,
  community_id uuid references communities (id),
  kind text not null check (kind ~ '^[a-z]+(_[a-z]+)*$'),
  title text not null check (length(title) between 1 and 40),
  text text not null check (length(text) between 1 and 500),
  link text check (length(link) between 1 and 300),
  created_at timestamptz not null,
  read_at timestamptz check (read_at >= created_at),
  primary key (person_id, id)
);
create index notices_unread on notices (person_id) where read_at is null;
create index notices_created on notices (created_at);

create table notice_preferences (
  person_id uuid primary key references people (id),
  -- Kinds that stay in the inbox.
  not_pushed text[] not null default '{}',
  -- China time; both or none.
  quiet_from time,
  quiet_to time,
  check ((quiet_from is null) = (quiet_to is null))
);

-- The ledger: how many messages of a template the person has still allowed.
create table push_permissions (
  person_id uuid not null references people (id),
  template text not null check (length(template) between 1 and 64),
  permissions_left int not null check (permissions_left >= 0),
  primary key (person_id, template)
);

-- One for each notice that goes to WeChat: taken to `sending` before the call, so that a crash never sends twice.
create table notice_deliveries (
  id uuid primary key,
  person_id uuid not null references people (id),
  notice_id uuid not null unique,
  community_id uuid references communities (id),
  kind text not null check (kind ~ '^[a-z]+(_[a-z]+)*$'),
  -- What the template's fields are filled from.
  field_values jsonb not null check (jsonb_typeof(field_values) = 'object'),
  state text not null check (state in ('waiting', 'sending', 'sent', 'no_permission', 'refused', 'unknown', 'given_up')),
  attempts int not null default 0 check (attempts >= 0),
  error_code int,
  created_at timestamptz not null,
  due_at timestamptz not null,
  taken_at timestamptz,
  foreign key (person_id, notice_id) references notices (person_id, id)
);
create index notice_deliveries_due on notice_deliveries (due_at, id) where state = 'waiting';
create index notice_deliveries_taken on notice_deliveries (taken_at) where state = 'sending';
create index notice_deliveries_community on notice_deliveries (community_id, id);
create index notice_deliveries_person on notice_deliveries (person_id);
