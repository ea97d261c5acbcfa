-- Whose bulletins may be for every community.
alter table communities add column may_publish_everywhere boolean not null default false;

create table bulletins (
  community_id uuid not null references communities (id),
  id uuid not null,
  state text not null check (state in ('draft', 'scheduled', 'published', 'withdrawn')),
  category text not null check (category in ('policy', 'welfare', 'notice', 'review')),
  title text not null check (length(title) between 1 and 60),
  -- Blocks as they are shown; nothing of it is ever read as HTML.
  blocks jsonb not null check (jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) <= 120),
  -- Their words, one block a line.
  plain_text text not null check (length(plain_text) <= 20000),
  -- The title alone, and with the words, as they are searched: letters of one width and one size.
  search_title text not null,
  search_text text not null,
  -- Who speaks; null: the community.
  department_id uuid,
  source_name text check (length(source_name) between 1 and 40),
  source_url text check (length(source_url) between 1 and 500),
  audience text not null check (audience in ('everyone', 'riders', 'grid_members')),
  reach text not null check (reach in ('community', 'all')),
  -- Who it is for is told of it once it is out.
  reminds boolean not null default false,
  publish_at timestamptz,
  published_at timestamptz,
  -- Once it was out.
  edited_at timestamptz,
  pinned_until timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text check (length(withdraw_reason) between 1 and 200),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  foreign key (community_id, department_id) references departments (community_id, id),
  check (source_name is not null or source_url is null),
  check ((state = 'scheduled') = (publish_at is not null)),
  check (state <> 'published' or published_at is not null),
  check (state in ('published', 'withdrawn') or published_at is null),
  check (published_at is not null or (edited_at is null and pinned_until is null)),
  check (pinned_until is null or state = 'published'),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((state = 'withdrawn') = (withdraw_reason is not null))
);
-- By id alone, as links name it.
create unique index bulletins_door on bulletins (id);
create index bulletins_newest on bulletins (community_id, published_at desc, id desc) where state = 'published';
create index bulletins_everywhere on bulletins (published_at desc, id desc)
  where state = 'published' and reach = 'all';
create index bulletins_pinned on bulletins (community_id, pinned_until) where pinned_until is not null;
create index bulletins_changed on bulletins (community_id, changed_at desc, id desc);
create index bulletins_due on bulletins (publish_at) where state = 'scheduled';
-- Two neighbouring characters find every word of two or more, single ones the words of one.
create index bulletins_pairs on bulletins using gin (bigrams(search_text)) where state = 'published';
create index bulletins_characters on bulletins using gin (string_to_array(search_text, null))
  where state = 'published';

-- What it said before it was changed, once it was out. Appended to.
create table bulletin_versions (
  community_id uuid not null,
  bulletin_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  blocks jsonb not null,
  -- When it was replaced.
  at timestamptz not null,
  primary key (community_id, bulletin_id, version),
  foreign key (community_id, bulletin_id) references bulletins (community_id, id)
);

-- Who has opened it, so that nobody counts twice; they may be of another community.
create table bulletin_readers (
  community_id uuid not null,
  bulletin_id uuid not null,
  person_id uuid not null,
  read_at timestamptz not null,
  primary key (community_id, bulletin_id, person_id),
  foreign key (community_id, bulletin_id) references bulletins (community_id, id)
);
create index bulletin_readers_person on bulletin_readers (person_id);
create index bulletin_readers_read on bulletin_readers (read_at);

-- How often it was opened, and by how many for the first time, by the day of the community.
create table bulletin_days (
  community_id uuid not null,
  bulletin_id uuid not null,
  day date not null,
  opens int not null check (opens > 0),
  readers int not null check (readers between 0 and opens),
  primary key (community_id, bulletin_id, day),
  foreign key (community_id, bulletin_id) references bulletins (community_id, id)
);
