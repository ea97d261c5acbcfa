-- What comes again. Each of it is an activity of its own.
create table activity_series (
  community_id uuid not null references communities (id),
  id uuid not null,
  rule jsonb not null check (coalesce(rule ->> 'kind', '') in ('weekly', 'monthly')),
  created_at timestamptz not null,
  primary key (community_id, id)
);

-- `taken` and `waiting` are the hot part: they rise and fall with the sign-ups, under a lock on the row.
create table activities (
  community_id uuid not null references communities (id),
  id uuid not null,
  series_id uuid,
  -- Which of its series, from 1.
  ordinal int check (ordinal between 1 and 26),
  kind text not null check (kind in ('tree_planting', 'elder_visit', 'environment', 'other_volunteering', 'legal_advice',
    'safety_training', 'law_lecture', 'film', 'eye_check', 'heat_relief', 'warmth', 'party_day', 'other')),
  title text not null check (length(title) between 1 and 40),
  description text not null check (length(description) <= 3000),
  station_id uuid,
  place_text text check (length(place_text) between 1 and 80),
  -- (longitude, latitude), GCJ-02
  position point check (position[0] between -180 and 180 and position[1] between -90 and 90),
  accuracy_m real check (accuracy_m between 0 and 100000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- When those who come are reminded the day before.
  remind_at timestamptz not null,
  sign_up_from timestamptz,
  sign_up_until timestamptz,
  capacity int check (capacity between 1 and 10000),
  minimum int check (minimum between 1 and 10000),
  taken int not null default 0 check (taken >= 0),
  waiting int not null default 0 check (waiting >= 0),
  last_place int not null default 0 check (last_place >= 0),
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
  is_risky boolean not null,
  risk_notice text check (length(risk_notice) between 1 and 1000),
  insurance_text text check (length(insurance_text) between 1 and 500),
  leader_id uuid,
  department_id uuid,
  audience text not null check (audience in ('everyone', 'grid_members')),
  hours_planned numeric(4, 1) check (hours_planned between 0.5 and 24),
  state text not null check (state in ('draft', 'published', 'cancelled', 'finished')),
  cancel_reason text check (length(cancel_reason) between 1 and 200),
  -- When it was seen to that enough people come.
  minimum_judged_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  unique (community_id, series_id, ordinal),
  foreign key (community_id, series_id) references activity_series (community_id, id),
  foreign key (community_id, station_id) references stations (community_id, id),
  foreign key (community_id, department_id) references departments (community_id, id),
  check (ends_at > starts_at),
  check (capacity is null or taken <= capacity),
  check ((series_id is null) = (ordinal is null)),
  check (station_id is not null or place_text is not null),
  check ((position is null) = (accuracy_m is null)),
  check (not is_risky or (risk_notice is not null and insurance_text is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null))
) with (fillfactor = 50);
create index activities_by_start on activities (community_id, starts_at, id);
create index activities_leader on activities (community_id, leader_id, starts_at) where leader_id is not null;
create index activities_running on activities (starts_at) where state = 'published';
-- The id is all there is to find it by.
create index activities_door on activities (id);

-- Photos that go with it, and those of how it was.
create table activity_photos (
  community_id uuid not null,
  activity_id uuid not null,
  media_id uuid not null,
  is_after boolean not null,
  ordinal int not null,
  primary key (community_id, activity_id, media_id),
  foreign key (community_id, activity_id) references activities (community_id, id)
);

create table sign_ups (
  community_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  -- As long as they are known.
  person_id uuid,
  -- The request that made it.
  key text not null check (length(key) between 1 and 64),
  request_hash bytea not null check (length(request_hash) = 32),
  state text not null check (state in ('going', 'waitlisted', 'cancelled', 'removed')),
  -- The order of those who wait; later ones have a higher one, whoever is left of the earlier.
  place int,
  answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
  risk_agreed_at timestamptz,
  via text not null check (via in ('self', 'staff', 'walk_in')),
  signed_up_at timestamptz not null,
  changed_at timestamptz not null,
  reason text check (length(reason) between 1 and 200),
  -- Whether they were reminded, the day and the hour before.
  day_reminded_at timestamptz,
  hour_reminded_at timestamptz,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  foreign key (community_id, activity_id) references activities (community_id, id),
  check ((state = 'waitlisted') = (place is not null)),
  check (reason is null or state = 'removed')
);
-- One at a time, whatever a snapshot did not see.
create unique index sign_ups_running on sign_ups (community_id, activity_id, person_id)
  where state in ('going', 'waitlisted');
-- Finds those of a person, too.
create unique index sign_ups_key on sign_ups (person_id, community_id, key);
create index sign_ups_activity on sign_ups (community_id, activity_id, signed_up_at, id);
create unique index sign_ups_place on sign_ups (community_id, activity_id, place) where state = 'waitlisted';
-- The person's id is all there is to list their own by.
create index sign_ups_door on sign_ups (id);

-- When a person is taken, by all they are going to or wait for and by their appointments: in one row, so that two who take of
-- it at once meet there.
create table agendas (
  community_id uuid not null,
  person_id uuid not null,
  activities tstzmultirange not null default '{}',
  consultations tstzmultirange not null default '{}',
  primary key (community_id, person_id)
) with (fillfactor = 50);
create index agendas_person on agendas (person_id);
