-- Where a community works, or does not, against the calendar of everybody.
create table working_days (
  community_id uuid not null references communities (id),
  day date not null,
  is_working boolean not null,
  note text check (length(note) between 1 and 40),
  primary key (community_id, day)
);

-- Where a row is missing the hours are those that everybody starts with.
create table working_hours (
  community_id uuid primary key references communities (id),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  check (opens < closes)
);
