-- Elders to be visited in an activity. Who they are and where they live is sealed; it is kept until some days after.
create table elder_visits (
  community_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  sealed bytea not null,
  key_id text not null,
  created_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  foreign key (community_id, activity_id) references activities (community_id, id) on delete cascade
);
create index elder_visits_activity on elder_visits (community_id, activity_id, created_at, id);
create index elder_visits_key on elder_visits (key_id);

-- Who goes to whom.
create table elder_visit_pairs (
  community_id uuid not null,
  elder_id uuid not null,
  person_id uuid not null,
  primary key (community_id, elder_id, person_id),
  foreign key (community_id, elder_id) references elder_visits (community_id, id) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index elder_visit_pairs_person on elder_visit_pairs (community_id, person_id);
