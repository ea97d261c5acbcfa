-- Every two neighbouring characters of a text, once each: what a word of any script is searched by without an extension.
create function bigrams(text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct substr(lower($1), n, 2) from generate_series(1, length($1) - 1) n)
$$;

-- A square of the map at zoom 22 of its tiles (about 8 m here), as one number in which neighbours are near each other:
-- x and y bit by bit in turns, so that a square of zoom z is all numbers that begin with its own 2 z bits.
-- Written in steps: as one expression it would take a hundred times as long.
create function map_square(point) returns bigint language plpgsql immutable strict parallel safe as $$
declare
  x bigint := greatest(0, least(4194303, floor(($1[0] + 180) / 360 * 4194304)));
  y bigint := greatest(0, least(4194303, floor(
    (1 - asinh(tan(radians(greatest(-85, least(85, $1[1]))))) / pi()) / 2 * 4194304)));
begin
  x := (x | (x << 16)) & 281470681808895;
  x := (x | (x << 8)) & 71777214294589695;
  x := (x | (x << 4)) & 1085102592571150095;
  x := (x | (x << 2)) & 3689348814741910323;
  x := (x | (x << 1)) & 6148914691236517205;
  y := (y | (y << 16)) & 281470681808895;
  y := (y | (y << 8)) & 71777214294589695;
  y := (y | (y << 4)) & 1085102592571150095;
  y := (y | (y << 2)) & 3689348814741910323;
  y := (y | (y << 1)) & 6148914691236517205;
  return x | (y << 1);
end $$;

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
  -- When somebody last went to see whether it is mended.
  checked_at timestamptz,
  -- A person or WeChat has seen its pictures.
  is_seen boolean not null default false,
  version int not null default 1 check (version > 0),
  -- Somebody still has something to do; the others are many more.
  is_open boolean not null generated always as (state in ('submitted', 'screening', 'triage', 'assigned',
    'in_progress', 'info_requested', 'scheduled', 'transferred', 'reopen_requested')) stored,
  -- By when somebody here has something to do; never, where nobody has or it is the reporter's turn.
  desk_due_at timestamptz not null generated always as (case when state in ('submitted', 'screening', 'triage',
    'assigned', 'in_progress', 'scheduled', 'transferred', 'reopen_requested') then coalesce(due_at, 'infinity')
    else 'infinity' end) stored,
  map_square bigint not null generated always as (map_square(position)) stored,
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
-- What the desk looks at: lists, counts and squares of the map are read from what is open.
create index reports_open_due on reports (community_id, desk_due_at, id)
  include (state, category, department_id, grid_membership_id, submitted_at, map_square) where is_open;
create index reports_open_newest on reports (community_id, submitted_at desc, id desc) where is_open;
create index reports_open_square on reports (community_id, map_square)
  include (state, category, department_id, grid_membership_id, desk_due_at, submitted_at, position) where is_open;
create index reports_unchecked on reports (community_id, map_square) where state = 'resolved';
create index reports_newest on reports (community_id, submitted_at desc, id desc);
create index reports_square on reports (community_id, map_square)
  include (id, state, is_open, closed_at, submitted_at);
create index reports_department on reports (community_id, department_id, submitted_at desc, id desc)
  where department_id is not null;
create index reports_grid on reports (community_id, grid_membership_id, submitted_at desc, id desc)
  where grid_membership_id is not null;
create index reports_words on reports using gin (bigrams(coalesce(words, '') || ' ' || coalesce(place_text, '')));
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

-- How many reports there are, by the day on which they came ('-infinity': of all days), so that nobody counts them.
create table report_tallies (
  community_id uuid not null references communities (id),
  day date not null,
  state text not null,
  category text not null,
  department_id uuid,
  reports int not null,
  unique nulls not distinct (community_id, day, state, category, department_id)
);
-- The same on the map, by squares of zoom 14, 16 and 18, of every state and 'open', of every category and '*': all of them.
-- The sums of their positions, in millionths of a degree, tell where in a square they are.
create table report_square_tallies (
  community_id uuid not null references communities (id),
  zoom int not null check (zoom in (14, 16, 18)),
  state text not null,
  category text not null,
  square bigint not null,
  reports int not null,
  lng_sum bigint not null,
  lat_sum bigint not null,
  primary key (community_id, zoom, state, category, square)
);
-- What moves since then have changed in them. Appended to, so that no two moves wait for each other.
create table report_tally_changes (
  community_id uuid not null references communities (id),
  id uuid not null,
  report_id uuid not null,
  day date not null,
  square bigint not null,
  lng bigint not null,
  lat bigint not null,
  state text not null,
  category text not null,
  is_open boolean not null,
  department_id uuid,
  change int not null check (change in (-1, 1)),
  primary key (community_id, id)
);
