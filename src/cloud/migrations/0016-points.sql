-- What a community gives for what; where a row is missing the rule is the one everybody starts with.
create table points_rules (
  community_id uuid not null references communities (id),
  source text not null check (source in ('check_in', 'report', 'volunteering')),
  -- Each time; of volunteering each hour.
  points int not null check (points between 0 and 1000),
  per_day int not null check (per_day between 1 and 24),
  -- The same in all rows of a community: they change together.
  version int not null check (version > 0),
  primary key (community_id, source)
);

-- The sum of the person's entries.
create table points_balances (
  community_id uuid not null references communities (id),
  person_id uuid not null,
  balance int not null default 0 check (balance >= 0),
  primary key (community_id, person_id)
) with (fillfactor = 50);

-- Appended to, never changed: what was wrong is set right by a correction. Of who is gone the person and the reason go.
create table points_entries (
  community_id uuid not null references communities (id),
  id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('check_in', 'report', 'volunteering', 'coupon', 'refund', 'correction')),
  amount int not null check (amount <> 0),
  -- The visit, the report, the hours, the grant; itself where it came of nothing else.
  source_id uuid not null,
  about text check (length(about) between 1 and 40),
  reason text check (length(reason) between 1 and 100),
  corrected_by uuid,
  made_at timestamptz not null,
  -- The community's day that it counts for.
  day date not null,
  primary key (community_id, id),
  -- One source earns, costs and is given back once.
  unique (community_id, kind, source_id),
  check (kind = 'correction' or (amount < 0) = (kind = 'coupon')),
  check (kind = 'correction' or (reason is null and corrected_by is null))
);
create index points_entries_person on points_entries (community_id, person_id, made_at desc, id desc);
create index points_entries_day on points_entries (community_id, person_id, kind, day);
create index points_entries_corrected_by on points_entries (community_id, corrected_by) where corrected_by is not null;
create index points_entries_made_at on points_entries (community_id, made_at);
