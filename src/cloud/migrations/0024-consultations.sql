-- When an officer can be consulted, week by week.
create table consultation_hours (
  community_id uuid not null references communities (id),
  id uuid not null,
  department_id uuid not null,
  officer_id uuid not null,
  -- 1: Monday
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  slot_minutes int not null check (slot_minutes between 15 and 120),
  way text not null check (way in ('in_person', 'phone', 'video')),
  place text check (length(place) between 1 and 60),
  -- A category of requests.
  topic_id uuid,
  from_day date not null,
  until_day date,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  foreign key (community_id, department_id) references departments (community_id, id),
  foreign key (community_id, officer_id) references memberships (community_id, person_id),
  check (opens < closes),
  check (until_day >= from_day),
  check (way <> 'in_person' or place is not null)
);
create index consultation_hours_officer on consultation_hours (community_id, officer_id);

create table consultation_days_off (
  community_id uuid not null,
  officer_id uuid not null,
  day date not null,
  note text check (length(note) between 1 and 40),
  primary key (community_id, officer_id, day),
  foreign key (community_id, officer_id) references memberships (community_id, person_id)
);

create table consultations (
  community_id uuid not null references communities (id),
  id uuid not null,
  -- Each goes with the account, and both after a year: that a department was consulted stays.
  person_id uuid,
  officer_id uuid,
  department_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  way text not null check (way in ('in_person', 'phone', 'video')),
  place text check (length(place) between 1 and 60),
  topic_id uuid,
  request_id uuid,
  -- Read by the officer and who wrote it, nobody else.
  note text check (length(note) between 1 and 200),
  state text not null check (state in ('booked', 'held', 'missed', 'cancelled')),
  cancelled_by text check (cancelled_by in ('rider', 'officer')),
  reason text check (length(reason) between 1 and 100),
  -- The reminders still to be given.
  day_reminder_at timestamptz,
  hour_reminder_at timestamptz,
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, officer_id) references memberships (community_id, person_id),
  foreign key (community_id, department_id) references departments (community_id, id),
  check (starts_at < ends_at),
  check ((state = 'cancelled') = (cancelled_by is not null))
);
-- Nobody consults two people at once.
create unique index consultations_once on consultations (community_id, officer_id, starts_at)
  where state <> 'cancelled';
-- By id alone, as links name it.
create index consultations_door on consultations (id);
create index consultations_person on consultations (person_id, starts_at desc, id desc) where person_id is not null;
create index consultations_reminding on consultations (least(day_reminder_at, hour_reminder_at))
  where state = 'booked' and least(day_reminder_at, hour_reminder_at) is not null;
create index consultations_over on consultations (ends_at) where person_id is not null or officer_id is not null;

-- Made some weeks ahead from the hours, so that each can be taken by one statement.
create table consultation_slots (
  community_id uuid not null,
  id uuid not null,
  hours_id uuid not null,
  officer_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Who has taken it.
  consultation_id uuid,
  -- The officer called it off, so nobody else gets it.
  is_closed boolean not null default false,
  primary key (community_id, id),
  unique (community_id, officer_id, starts_at),
  unique (community_id, consultation_id),
  foreign key (community_id, hours_id) references consultation_hours (community_id, id),
  foreign key (community_id, consultation_id) references consultations (community_id, id),
  check (starts_at < ends_at)
);
create index consultation_slots_hours on consultation_slots (community_id, hours_id, starts_at);
create index consultation_slots_begun on consultation_slots (ends_at);
