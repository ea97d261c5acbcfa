-- As before, but it takes as long as the text is long: a page of text, not a few words, is to be found by it.
create or replace function bigrams(text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct letter || next
    from (select string_to_array(lower($1), null) as letters) text, unnest(letters, letters[2:]) as pair (letter, next)
    where next is not null)
$$;

-- What one can ask about, and which department answers; a community's own.
create table request_categories (
  community_id uuid not null references communities (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 12),
  hint text check (length(hint) between 1 and 40),
  icon text not null check (icon in ('work', 'injury', 'family', 'law', 'life', 'health', 'housing', 'other')),
  department_id uuid not null,
  -- Of requests from now on: each keeps what it was sent as.
  is_confidential boolean not null,
  -- Working days.
  answer_days int not null check (answer_days between 1 and 30),
  ordinal int not null check (ordinal >= 0),
  is_active boolean not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  -- Judged at the end, so that two can change their names with each other.
  unique (community_id, name) deferrable initially deferred,
  foreign key (community_id, department_id) references departments (community_id, id)
);

-- Who reads what is asked under a confidential category; nobody else does, whatever they are.
create table request_readers (
  community_id uuid not null,
  category_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (community_id, category_id, person_id),
  foreign key (community_id, category_id) references request_categories (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index request_readers_person on request_readers (community_id, person_id);

-- The last number given out.
create table request_counters (
  community_id uuid primary key references communities (id),
  last_number int not null check (last_number > 0)
);

create table requests (
  community_id uuid not null references communities (id),
  id uuid not null,
  number int not null check (number > 0),
  -- Gone with the account, and some time after the end.
  requester_id uuid,
  -- The phone's own key, kept for good, so that a draft that was sent and not answered is never a second request.
  client_key text check (client_key ~ '^[A-Za-z0-9_-]{16,64}$'),
  request_hash bytea check (length(request_hash) = 32),
  category_id uuid not null,
  is_confidential boolean not null,
  state text not null check (state in ('submitted', 'accepted', 'assigned', 'info_requested', 'returned', 'answered',
    'rated', 'reopened', 'withdrawn')),
  -- What an answered question goes back to.
  state_before text check (state_before in ('accepted', 'assigned')),
  words text check (length(words) between 1 and 1000),
  -- They were dictated.
  spoken_words boolean not null,
  -- Words of the list stand in it.
  is_flagged boolean not null default false,
  -- By the phone's clock, as it may have waited there for a connection.
  written_at timestamptz not null,
  submitted_at timestamptz not null,
  changed_at timestamptz not null,
  -- Of the state it is in.
  due_at timestamptz,
  -- By when it is to be answered; while that clock stands still, what is left of it, of working time.
  answer_due_at timestamptz,
  remaining_ms bigint check (remaining_ms >= 0),
  -- How often somebody was told that it is late.
  escalation int not null default 0 check (escalation >= 0),
  -- How far up the ladder of its present deadline it has gone, and when it goes on.
  rung int not null default 0 check (rung >= 0),
  escalate_at timestamptz,
  department_id uuid,
  officer_id uuid,
  returned int not null default 0 check (returned >= 0),
  question text check (length(question) between 1 and 1000),
  answered_at timestamptz,
  first_answered_at timestamptz,
  -- The first answer came after its deadline.
  is_late boolean not null default false,
  follow_ups int not null default 0 check (follow_ups >= 0),
  reopened_at timestamptz,
  -- Nobody said anything about the answer in time.
  is_lapsed boolean not null default false,
  stars int check (stars between 1 and 5),
  closed_at timestamptz,
  version int not null default 1 check (version > 0),
  is_open boolean not null generated always as (state in ('submitted', 'accepted', 'assigned', 'info_requested',
    'returned', 'reopened')) stored,
  -- By when somebody here has something to do; never, where nobody has or it is the requester's turn.
  desk_due_at timestamptz not null generated always as (case when state in ('submitted', 'accepted', 'assigned',
    'returned', 'reopened') then coalesce(due_at, 'infinity') else 'infinity' end) stored,
  primary key (community_id, id),
  unique (community_id, number),
  unique (community_id, requester_id, client_key),
  foreign key (community_id, requester_id) references memberships (community_id, person_id),
  foreign key (community_id, officer_id) references memberships (community_id, person_id),
  foreign key (community_id, category_id) references request_categories (community_id, id),
  foreign key (community_id, department_id) references departments (community_id, id),
  check ((state = 'info_requested') = (question is not null)),
  check ((state = 'info_requested') = (state_before is not null)),
  check (state <> 'returned' or department_id is null),
  check (department_id is not null or state in ('returned', 'withdrawn')),
  check (officer_id is null or department_id is not null),
  check (remaining_ms is null or state = 'info_requested'),
  check (escalate_at is null or due_at is not null),
  check ((state in ('rated', 'withdrawn')) = (closed_at is not null)),
  check (not is_lapsed or (state = 'rated' and stars is null)),
  check ((client_key is null) = (request_hash is null))
);
-- By id alone, as links name it.
create index requests_door on requests (id);
create index requests_open_due on requests (community_id, desk_due_at, id)
  include (state, category_id, department_id, is_confidential) where is_open;
create index requests_newest on requests (community_id, submitted_at desc, id desc);
create index requests_department on requests (community_id, department_id, submitted_at desc, id desc)
  where department_id is not null;
create index requests_category on requests (community_id, category_id, submitted_at desc, id desc);
create index requests_words on requests using gin (bigrams(coalesce(words, '')));
create index requests_requester on requests (requester_id, submitted_at desc, id desc)
  where requester_id is not null;
create index requests_officer on requests (officer_id, community_id) where officer_id is not null;
create index requests_lapsing on requests (due_at) where state in ('info_requested', 'answered');
create index requests_late on requests (escalate_at) where escalate_at is not null;
create index requests_closed on requests (closed_at) where requester_id is not null or words is not null;

-- Appended to; what was done and said is never rewritten.
create table request_entries (
  community_id uuid not null,
  request_id uuid not null,
  id uuid not null,
  action text not null,
  from_state text,
  to_state text,
  actor text not null check (actor in ('requester', 'department', 'staff', 'system')),
  person_id uuid,
  department_id uuid,
  category_id uuid,
  words text check (length(words) between 1 and 1000),
  stars int check (stars between 1 and 5),
  is_internal boolean not null default false,
  at timestamptz not null,
  primary key (community_id, request_id, id),
  foreign key (community_id, request_id) references requests (community_id, id)
);
create index request_entries_person on request_entries (community_id, person_id) where person_id is not null;

create table request_photos (
  community_id uuid not null,
  request_id uuid not null,
  media_id uuid not null,
  entry_id uuid not null,
  ordinal int not null check (ordinal >= 0),
  primary key (community_id, request_id, media_id),
  foreign key (community_id, request_id) references requests (community_id, id)
);
