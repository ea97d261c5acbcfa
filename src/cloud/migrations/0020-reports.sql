-- The last number given out.
create table report_counters (
  community_id uuid primary key references communities (id),
  last_number int not null check (last_number > 0)
);

create table reports (
  community_id uuid not null references communities (id),
  id uuid not null,
  number int not null check (number > 0),
  -- Gone with the account; the report stays.
  reporter_id uuid,
  -- The phone's own key, kept for good, so that a draft that was sent and not answered is never a second report.
  client_key text check (client_key ~ '^[A-Za-z0-9_-]{16,64}$'),
  request_hash bytea check (length(request_hash) = 32),
  category text not null check (category in ('food_safety', 'street_trading', 'safety_hazard', 'environment',
    'e_bike_charging', 'corridor_clutter', 'road_manhole', 'other')),
  event_code text not null check (event_code ~ '^[0-9]{5}$'),
  code_version text not null check (length(code_version) between 1 and 20),
  state text not null check (state in ('submitted', 'screening', 'triage', 'assigned', 'in_progress',
    'info_requested', 'scheduled', 'transferred', 'resolved', 'confirmed', 'rejected', 'not_our_remit', 'duplicate',
    'withdrawn', 'reopen_requested')),
  -- What a wish to reopen goes back to where it is declined.
  state_before text check (state_before in ('resolved', 'rejected', 'not_our_remit')),
  words text check (length(words) between 1 and 500),
  -- (longitude, latitude)
  position point not null check (position[0] between -180 and 180 and position[1] between -90 and 90),
  accuracy_m real not null check (accuracy_m between 0 and 100000),
  crs text not null check (crs = 'GCJ-02'),
  position_source text not null check (position_source in ('device', 'pin', 'chosen', 'station')),
  place_text text check (length(place_text) between 1 and 60),
  -- To everyone but the desk.
  is_anonymous boolean not null,
  -- By the phone's clock, as it may have waited there for a connection.
  written_at timestamptz not null,
  submitted_at timestamptz not null,
  changed_at timestamptz not null,
  -- Of the state it is in.
  due_at timestamptz,
  -- Of working time, while the deadline's clock stands still.
  remaining_ms bigint check (remaining_ms >= 0),
  -- How often somebody was told that it is late.
  escalation int not null default 0 check (escalation >= 0),
  -- How far up the ladder of its present deadline it has gone, and when it goes on.
  rung int not null default 0 check (rung >= 0),
  escalate_at timestamptz,
  department_id uuid,
  grid_membership_id uuid,
  given_back int not null default 0 check (given_back >= 0),
  question text check (length(question) between 1 and 500),
  canonical_id uuid,
  -- Of the outcome it has now.
  closed_at timestamptz,
  is_unconfirmed boolean not null default false,
  stars int check (stars between 1 and 5),
  -- The round of looking at what the reporter wrote that is waited for.
  screening_id uuid,
  -- A person or WeChat has seen its pictures.
  is_seen boolean not null default false,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  unique (community_id, number),
  unique (community_id, reporter_id, client_key),
  foreign key (community_id, reporter_id) references memberships (community_id, person_id),
  foreign key (community_id, department_id) references departments (community_id, id),
  foreign key (community_id, grid_membership_id) references grid_memberships (community_id, id),
  foreign key (community_id, canonical_id) references reports (community_id, id),
  check (department_id is null or grid_membership_id is null),
  check ((state = 'duplicate') = (canonical_id is not null)),
  check (canonical_id <> id),
  check ((state = 'info_requested') = (question is not null)),
  check ((state = 'reopen_requested') = (state_before is not null)),
  check (remaining_ms is null or state = 'info_requested'),
  check (escalate_at is null or due_at is not null),
  check ((client_key is null) = (request_hash is null))
);
-- By id alone, as links and printed numbers name it.
create index reports_door on reports (id);
create index reports_reporter on reports (reporter_id, submitted_at desc, id desc) where reporter_id is not null;
-- What has been looked at, to be suggested to who reports the same.
create index reports_seen_place on reports using gist (position) where is_seen;
create index reports_canonical on reports (community_id, canonical_id) where canonical_id is not null;
create index reports_lapsing on reports (due_at) where state in ('info_requested', 'resolved');
create index reports_late on reports (escalate_at) where escalate_at is not null;
create index reports_closed on reports (closed_at) where reporter_id is not null;

-- Appended to; what was done and said is never rewritten.
create table report_entries (
  community_id uuid not null,
  report_id uuid not null,
  id uuid not null,
  action text not null,
  from_state text,
  to_state text,
  actor text not null check (actor in ('reporter', 'staff', 'department', 'grid_member', 'supervisor', 'system')),
  person_id uuid,
  department_id uuid,
  receiver text check (length(receiver) between 1 and 60),
  until timestamptz,
  words text check (length(words) between 1 and 500),
  is_internal boolean not null default false,
  -- What the reporter adds is looked at before others see it.
  screening text not null default 'passed' check (screening in ('passed', 'waiting', 'rejected')),
  at timestamptz not null,
  primary key (community_id, report_id, id),
  foreign key (community_id, report_id) references reports (community_id, id)
);
create index report_entries_person on report_entries (community_id, person_id) where person_id is not null;

create table report_photos (
  community_id uuid not null,
  report_id uuid not null,
  media_id uuid not null,
  entry_id uuid not null,
  kind text not null check (kind in ('report', 'answer', 'before', 'after', 'verification')),
  ordinal int not null check (ordinal >= 0),
  primary key (community_id, report_id, media_id),
  foreign key (community_id, report_id) references reports (community_id, id)
);

create table report_followers (
  community_id uuid not null,
  report_id uuid not null,
  person_id uuid not null,
  followed_at timestamptz not null,
  primary key (community_id, report_id, person_id),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index report_followers_person on report_followers (person_id, community_id);

create table reply_templates (
  community_id uuid not null references communities (id),
  id uuid not null,
  title text not null check (length(title) between 1 and 20),
  text text not null check (length(text) between 1 and 500),
  created_at timestamptz not null,
  primary key (community_id, id)
);
