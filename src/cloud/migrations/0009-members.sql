alter table memberships
  add column status text not null default 'joined' check (status in ('joined', 'verified', 'paused')),
  add column pause_reason text check (length(pause_reason) between 1 and 200),
  add column version int not null default 1 check (version > 0),
  add check ((status = 'paused') = (pause_reason is not null));

create table departments (
  community_id uuid not null references communities (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  primary key (community_id, id),
  unique (community_id, name)
);

-- Where a department officer works.
create table department_officers (
  community_id uuid not null,
  department_id uuid not null,
  person_id uuid not null,
  primary key (community_id, department_id, person_id),
  foreign key (community_id, department_id) references departments (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index department_officers_person on department_officers (community_id, person_id);

-- The last badge number given out.
create table grid_counters (
  community_id uuid primary key references communities (id),
  last_number int not null check (last_number > 0)
);

create table grid_memberships (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('applied', 'active', 'paused', 'declined', 'withdrawn', 'left')),
  -- On the badge; from the approval on.
  number int check (number > 0),
  areas text[] not null check (cardinality(areas) between 1 and 10),
  note text check (length(note) between 1 and 200),
  reason text check (length(reason) between 1 and 200),
  applied_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  check ((state in ('active', 'paused', 'left')) = (number is not null)),
  check ((state = 'declined') = (reason is not null)),
  check ((state in ('applied', 'withdrawn')) = (decided_at is null))
);
-- One at a time.
create unique index grid_memberships_running on grid_memberships (community_id, person_id)
  where state in ('applied', 'active', 'paused');
create index grid_memberships_person on grid_memberships (community_id, person_id, applied_at desc);
create index grid_memberships_state on grid_memberships (community_id, state, applied_at, id);

-- Who reported in as a party member: who it is stands only in a keyed hash and in the sealed report.
create table party_reports (
  community_id uuid not null references communities (id),
  holder_index bytea not null check (length(holder_index) = 32),
  sealed bytea not null,
  key_id text not null,
  reported_at timestamptz not null,
  primary key (community_id, holder_index)
);
