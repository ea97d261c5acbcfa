-- Visits. No position: it is judged and forgotten.
create table check_ins (
  community_id uuid not null,
  id uuid not null,
  station_id uuid not null,
  person_id uuid not null,
  evidence text not null check (evidence in ('rotating', 'code_and_position', 'code', 'position')),
  phone_time timestamptz not null,
  received_at timestamptz not null,
  -- The earlier of the two, and its calendar day in the community's zone.
  occurred_at timestamptz not null check (occurred_at <= received_at),
  day date not null,
  is_late boolean not null,
  primary key (community_id, id),
  foreign key (community_id, station_id) references stations (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index check_ins_mine on check_ins (community_id, person_id, occurred_at desc, id desc);

-- When a person last visited a station: the row that decides, in one statement, whether a check-in is a new visit.
create table check_in_turns (
  community_id uuid not null,
  person_id uuid not null,
  station_id uuid not null,
  times timestamptz[] not null check (cardinality(times) > 0),
  latest timestamptz not null,
  primary key (community_id, person_id, station_id),
  foreign key (community_id, station_id) references stations (community_id, id)
);
create index check_in_turns_latest on check_in_turns (community_id, latest);

-- People who came without the app, counted by staff.
create table walk_in_tallies (
  community_id uuid not null,
  id uuid not null,
  station_id uuid not null,
  counted_by uuid not null,
  people int not null check (people between 1 and 200),
  counted_at timestamptz not null,
  day date not null,
  primary key (community_id, id),
  foreign key (community_id, station_id) references stations (community_id, id),
  foreign key (community_id, counted_by) references memberships (community_id, person_id)
);

create table station_days (
  community_id uuid not null,
  station_id uuid not null,
  day date not null,
  visits int not null default 0 check (visits >= people),
  people int not null default 0 check (people >= 0),
  walk_ins int not null default 0 check (walk_ins >= 0),
  primary key (community_id, station_id, day),
  foreign key (community_id, station_id) references stations (community_id, id)
) with (fillfactor = 50);

create table station_months (
  community_id uuid not null,
  station_id uuid not null,
  -- Its first day.
  month date not null check (extract(day from month) = 1),
  visits int not null default 0 check (visits >= people),
  people int not null default 0 check (people >= 0),
  walk_ins int not null default 0 check (walk_ins >= 0),
  primary key (community_id, station_id, month),
  foreign key (community_id, station_id) references stations (community_id, id)
) with (fillfactor = 50);

-- Who was counted already; taken out when no check-in can come in for that day or month any more.
create table station_day_people (
  community_id uuid not null,
  day date not null,
  station_id uuid not null,
  person_id uuid not null,
  primary key (community_id, day, station_id, person_id)
);
create table station_month_people (
  community_id uuid not null,
  month date not null,
  station_id uuid not null,
  person_id uuid not null,
  primary key (community_id, month, station_id, person_id)
);
