-- The day of an activity, once somebody has to do with it. Who comes and goes waits for its end to be written, and the
-- other way round: each locks this row, they to share it.
create table activity_days (
  community_id uuid not null,
  activity_id uuid not null,
  is_walk_in_allowed boolean not null default false,
  -- People without the app.
  walk_ins int not null default 0 check (walk_ins >= 0),
  closed_at timestamptz,
  -- null: the system.
  closed_by uuid,
  -- When it was judged who did not come.
  judged_at timestamptz check (judged_at >= closed_at),
  primary key (community_id, activity_id),
  foreign key (community_id, activity_id) references activities (community_id, id)
);

-- What a leader's phone makes the codes of a day of; the keys are worked out from the id.
create table activity_codes (
  id text primary key check (id ~ '^[0-9a-z]{10}$'),
  community_id uuid not null,
  activity_id uuid not null,
  -- On whose phone.
  person_id uuid not null,
  made_as text not null check (made_as in ('leader', 'staff')),
  made_at timestamptz not null,
  unique (community_id, activity_id, person_id),
  foreign key (community_id, activity_id) references activities (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);

-- What holds now; how it came to that stands in attendance_marks.
create table attendances (
  community_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  person_id uuid,
  -- null: a walk-in.
  sign_up_id uuid,
  came_at timestamptz,
  came_way text check (came_way in ('code', 'leader', 'staff')),
  came_is_late boolean not null default false,
  -- Said by hand against what was known: nothing but another such word changes it.
  came_is_set boolean not null default false,
  left_at timestamptz,
  left_way text check (left_way in ('code', 'leader', 'staff', 'planned_end')),
  left_is_late boolean not null default false,
  left_is_set boolean not null default false,
  -- What others were told of, once the day is closed.
  settled_minutes int check (settled_minutes >= 0),
  version int not null default 1,
  primary key (community_id, id),
  unique (community_id, activity_id, person_id),
  check ((came_at is null) = (came_way is null)),
  check ((left_at is null) = (left_way is null)),
  check (left_at >= came_at),
  foreign key (community_id, activity_id) references activities (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index attendances_person on attendances (community_id, person_id) where person_id is not null;

-- Everything anybody said about who came and went, whether it was taken or not. Only added to.
create table attendance_marks (
  community_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  -- About whom.
  person_id uuid,
  kind text not null check (kind in ('in', 'out')),
  mode text not null check (mode in ('tick', 'set', 'clear')),
  at timestamptz not null,
  way text not null check (way in ('code', 'leader', 'staff', 'planned_end')),
  -- Who said so; null: the system, or somebody who has gone.
  marked_by uuid,
  phone_time timestamptz not null,
  received_at timestamptz not null,
  is_taken boolean not null,
  primary key (community_id, id),
  foreign key (community_id, activity_id) references activities (community_id, id)
);
create index attendance_marks_activity on attendance_marks (community_id, activity_id, id);
create index attendance_marks_person on attendance_marks (community_id, person_id) where person_id is not null;
create index attendance_marks_by on attendance_marks (community_id, marked_by) where marked_by is not null;

-- Who signed up and did not come.
create table no_shows (
  community_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  -- The end of the activity.
  missed_at timestamptz not null,
  forgiven_at timestamptz,
  forgiven_by uuid,
  forgive_reason text check (length(forgive_reason) between 1 and 100),
  primary key (community_id, activity_id, person_id),
  check ((forgiven_at is null) = (forgive_reason is null)),
  foreign key (community_id, activity_id) references activities (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index no_shows_person on no_shows (community_id, person_id, missed_at);
create index no_shows_missed on no_shows (community_id, missed_at);

-- Where a row is missing the rules are those that everybody starts with.
create table activity_rules (
  community_id uuid primary key references communities (id),
  is_pausing boolean not null,
  no_shows int not null check (no_shows between 1 and 10),
  window_days int not null check (window_days between 1 and 365),
  pause_days int not null check (pause_days between 1 and 180),
  version int not null
);

-- Those that are over, to see who did not come.
create index activities_ended on activities (ends_at) where state in ('published', 'finished');
