create table people (
  id uuid primary key,
  nickname text not null check (length(nickname) between 1 and 20),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

-- How a person is known elsewhere: 'wechat' with the openid, 'demo' with the account's name.
create table identities (
  provider text not null check (provider in ('wechat', 'demo')),
  subject text not null check (length(subject) between 1 and 128),
  person_id uuid not null references people (id),
  created_at timestamptz not null,
  primary key (provider, subject)
);
create index identities_person on identities (person_id);

-- Only the SHA-256 of a token is kept.
create table sessions (
  token_hash bytea primary key check (length(token_hash) = 32),
  id uuid not null unique,
  person_id uuid not null references people (id),
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_person on sessions (person_id);
create index sessions_expires on sessions (expires_at);

create table memberships (
  community_id uuid not null references communities (id),
  person_id uuid not null references people (id),
  roles text[] not null check (
    cardinality(roles) > 0 and roles <@ array['rider', 'grid_member', 'merchant_clerk', 'activity_leader',
      'department_officer', 'staff', 'organiser', 'admin', 'auditor']),
  joined_at timestamptz not null,
  primary key (community_id, person_id)
);
create index memberships_person on memberships (person_id);
