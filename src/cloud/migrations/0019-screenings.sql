-- What a community adds to the list of words, or takes from it; where a row is missing the standard holds.
create table screening_rules (
  community_id uuid primary key references communities (id),
  -- Pictures of members that WeChat cannot check.
  local_pictures text not null check (local_pictures in ('trust', 'review')),
  added_words text[] not null check (cardinality(added_words) <= 500),
  allowed_words text[] not null check (cardinality(allowed_words) <= 500),
  version int not null check (version > 0)
);

-- One round of looking at what somebody wrote, before anyone else sees it. Written anew: one more round.
create table screenings (
  community_id uuid not null references communities (id),
  id uuid not null,
  subject_kind text not null check (subject_kind ~ '^[a-z]+(_[a-z]+)*$'),
  subject_id uuid not null,
  round int not null check (round > 0),
  person_id uuid,
  source text not null check (source in ('weapp', 'h5', 'staff')),
  state text not null check (state in ('checking', 'waiting', 'passed', 'rejected', 'replaced')),
  started_at timestamptz not null,
  -- Since when it needs a person; stays when one has decided.
  waiting_since timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  reason text check (length(reason) between 1 and 200),
  primary key (community_id, id),
  unique (community_id, subject_kind, subject_id, round),
  check ((state in ('checking', 'waiting')) = (decided_at is null)),
  check (state <> 'waiting' or waiting_since is not null),
  check (reason is null or state = 'rejected')
);
-- One at a time.
create unique index screenings_open on screenings (community_id, subject_kind, subject_id)
  where state in ('checking', 'waiting');
create index screenings_waiting on screenings (community_id, waiting_since, id) where state = 'waiting';
create index screenings_looked_at on screenings (community_id, decided_at desc, id desc)
  where waiting_since is not null and state in ('passed', 'rejected');
create index screenings_person on screenings (community_id, person_id) where person_id is not null;
create index screenings_decided_by on screenings (community_id, decided_by) where decided_by is not null;
create index screenings_decided on screenings (decided_at);

create table screening_parts (
  community_id uuid not null,
  screening_id uuid not null,
  number int not null check (number >= 0),
  kind text not null check (kind in ('words', 'picture')),
  -- [{field, text}]; empty when it is no longer needed.
  texts jsonb not null default '[]' check (jsonb_typeof(texts) = 'array'),
  -- [{at, start, end, category}]: in which of the texts, in UTF-16 units.
  hits jsonb not null default '[]' check (jsonb_typeof(hits) = 'array'),
  media_id text check (length(media_id) between 1 and 64),
  verdict text check (verdict in ('pass', 'review', 'risky')),
  checked_by text check (checked_by in ('wechat', 'words', 'person', 'none')),
  why text check (why in ('words', 'wechat_review', 'wechat_risky', 'late', 'local', 'unreachable')),
  -- WeChat's number for what it found.
  label int,
  -- When WeChat is to be asked next; null: it is not.
  ask_at timestamptz,
  attempts int not null default 0 check (attempts >= 0),
  -- Undecided by then, it needs a person.
  late_at timestamptz not null,
  primary key (community_id, screening_id, number),
  foreign key (community_id, screening_id) references screenings (community_id, id),
  check ((kind = 'picture') = (media_id is not null)),
  check ((verdict is null) = (checked_by is null)),
  check (verdict is null or ask_at is null)
);
create index screening_parts_to_ask on screening_parts (ask_at) where ask_at is not null;
create index screening_parts_late on screening_parts (late_at) where verdict is null;
create index screening_parts_media on screening_parts (community_id, media_id) where verdict = 'pass';

-- Which picture WeChat's answer is about; the answer may come first.
create table screening_traces (
  trace_id text primary key check (length(trace_id) between 1 and 128),
  noted_at timestamptz not null,
  community_id uuid,
  screening_id uuid,
  number int,
  suggest text check (suggest in ('pass', 'review', 'risky', 'unreachable')),
  label int
);
create index screening_traces_noted on screening_traces (noted_at);
