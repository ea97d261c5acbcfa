-- One may say one's real name, for papers and the province's system only.
alter table consent_answers drop constraint consent_answers_purpose_check;
alter table consent_answers add check (purpose in ('privacy_notice', 'old_enough', 'position', 'phone',
  'photo_publication', 'share_with_merchants', 'party_report_in', 'volunteer_name'));

-- The last number given to a volunteer.
create table volunteer_counters (
  community_id uuid primary key references communities (id),
  last_number int not null default 0 check (last_number >= 0)
);

-- Who served, or means to. The number stands in place of an identity card's and is never given again.
create table volunteers (
  community_id uuid not null references communities (id),
  person_id uuid not null,
  number int not null check (number > 0),
  -- The real name, readable with a key that is not here; by its own consent.
  sealed_name bytea,
  name_key_id text,
  skills text[] not null default '{}' check (cardinality(skills) <= 8),
  registered_at timestamptz not null,
  version int not null default 1,
  primary key (community_id, person_id),
  unique (community_id, number),
  check ((sealed_name is null) = (name_key_id is null))
);
create index volunteers_name_key on volunteers (name_key_id) where name_key_id is not null;

-- What one did, as whoever led it wrote it down. It carries its own facts and outlives the activity. Appended to: what
-- stands in `minutes` is the last of its entries. Of who is gone the person goes, hours stay counted.
create table service_records (
  community_id uuid not null references communities (id),
  id uuid not null,
  person_id uuid,
  activity_id uuid not null,
  -- Where it came from: one attendance is one record.
  attendance_id uuid not null,
  -- Of what the day told last; what comes with a lower one is old.
  attendance_version int not null,
  kind text not null check (kind in ('tree_planting', 'elder_visit', 'environment', 'other_volunteering')),
  content text not null check (length(content) between 1 and 60),
  place text not null check (length(place) <= 80),
  -- The community's day.
  served_on date not null,
  minutes int not null check (minutes between 0 and 1440),
  -- Nobody checked out: what was planned counts.
  is_by_plan boolean not null,
  -- A correction was granted: what the day tells afterwards changes nothing.
  is_decided boolean not null default false,
  recorder_id uuid,
  grade text check (grade in ('excellent', 'good', 'qualified')),
  grade_words text check (length(grade_words) between 1 and 200),
  recorded_at timestamptz not null,
  version int not null default 1,
  primary key (community_id, id),
  unique (community_id, attendance_id),
  check (grade is not null or grade_words is null),
  foreign key (community_id, activity_id) references activities (community_id, id)
);
create index service_records_person on service_records (community_id, person_id, served_on desc, id desc);
create index service_records_day on service_records (community_id, served_on desc, id desc);
create index service_records_activity on service_records (community_id, activity_id);
create index service_records_recorder on service_records (community_id, recorder_id) where recorder_id is not null;

-- A volunteer's wish to have hours set right.
create table service_corrections (
  community_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid,
  state text not null check (state in ('asked', 'granted', 'declined', 'withdrawn')),
  was_minutes int not null check (was_minutes between 0 and 1440),
  proposed_minutes int not null check (proposed_minutes between 0 and 1440),
  -- Gone after a while, as the words of who decided.
  reason text check (length(reason) between 1 and 300),
  granted_minutes int check (granted_minutes between 0 and 1440),
  reply text check (length(reply) between 1 and 300),
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  primary key (community_id, id),
  foreign key (community_id, record_id) references service_records (community_id, id),
  check ((state = 'granted') = (granted_minutes is not null)),
  check ((state = 'asked') = (decided_at is null))
);
-- One runs at a time.
create unique index service_corrections_running on service_corrections (community_id, record_id) where state = 'asked';
create index service_corrections_record on service_corrections (community_id, record_id);
create index service_corrections_state on service_corrections (community_id, state, asked_at desc, id desc);
create index service_corrections_person on service_corrections (community_id, person_id) where person_id is not null;
create index service_corrections_decider on service_corrections (community_id, decided_by) where decided_by is not null;
create index service_corrections_decided on service_corrections (community_id, decided_at) where reason is not null;

-- What became of a record, never changed.
create table service_record_entries (
  community_id uuid not null,
  record_id uuid not null,
  version int not null check (version > 0),
  action text not null check (action in ('recorded', 'amended', 'corrected', 'graded')),
  minutes int not null check (minutes between 0 and 1440),
  grade text check (grade in ('excellent', 'good', 'qualified')),
  correction_id uuid,
  person_id uuid,
  at timestamptz not null,
  primary key (community_id, record_id, version),
  foreign key (community_id, record_id) references service_records (community_id, id)
);
create index service_record_entries_person on service_record_entries (community_id, person_id)
  where person_id is not null;

-- Trainings and commendations, as staff enter them.
create table volunteer_honours (
  community_id uuid not null references communities (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('training', 'commendation')),
  title text not null check (length(title) between 1 and 60),
  given_by text not null check (length(given_by) between 1 and 40),
  given_on date not null,
  minutes int check (minutes between 1 and 14400),
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (community_id, id)
);
create index volunteer_honours_person on volunteer_honours (community_id, person_id, given_on desc, id desc);
create index volunteer_honours_enterer on volunteer_honours (community_id, entered_by) where entered_by is not null;

-- Who stands on the papers, and what columns the province's system takes.
create table service_settings (
  community_id uuid primary key references communities (id),
  issuer text not null check (length(issuer) between 1 and 40),
  head text not null check (length(head) <= 20),
  contact text not null check (length(contact) <= 40),
  columns jsonb not null,
  version int not null check (version > 0)
);

-- The last number of a year's certificates.
create table certificate_counters (
  community_id uuid not null references communities (id),
  year int not null check (year between 2020 and 2200),
  last_number int not null check (last_number > 0),
  primary key (community_id, year)
);

-- A proof of service, as things stood on the day it was issued.
create table certificates (
  community_id uuid not null references communities (id),
  id uuid not null,
  year int not null,
  number int not null check (number > 0),
  -- What anyone can check it by: 80 bits, by chance.
  code text not null check (code ~ '^[0-9a-hjkmnp-tv-z]{16}$'),
  -- Gone with the account; the name goes with it.
  person_id uuid,
  volunteer_number int not null,
  sealed_name bytea,
  name_key_id text,
  -- Whether that is the real name.
  is_real_name boolean not null,
  state text not null check (state in ('platform', 'sealed', 'superseded', 'revoked')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  minutes int not null check (minutes >= 0),
  times int not null check (times > 0),
  -- The records as they stood.
  records jsonb not null,
  issuer text not null,
  head text not null,
  contact text not null,
  issued_at timestamptz not null,
  seal_number text check (length(seal_number) between 1 and 30),
  handler text check (length(handler) between 1 and 20),
  sealed_by uuid,
  sealed_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  revoke_reason text check (length(revoke_reason) between 1 and 200),
  superseded_at timestamptz,
  version int not null default 1,
  primary key (community_id, id),
  unique (community_id, year, number),
  check ((sealed_name is null) = (name_key_id is null)),
  check (state <> 'sealed' or sealed_at is not null),
  check ((seal_number is null) = (sealed_at is null)),
  check ((state = 'revoked') = (revoked_at is not null))
);
-- The code is all there is to find it by.
create unique index certificates_door on certificates (code);
create index certificates_person on certificates (community_id, person_id, issued_at desc, id desc);
create index certificates_issued on certificates (community_id, issued_at desc, id desc);
create index certificates_name_key on certificates (name_key_id) where name_key_id is not null;
create index certificates_sealer on certificates (community_id, sealed_by) where sealed_by is not null;
create index certificates_revoker on certificates (community_id, revoked_by) where revoked_by is not null;

-- Which papers a record stands on: what corrects it makes them old.
create table certificate_records (
  community_id uuid not null,
  record_id uuid not null,
  certificate_id uuid not null,
  primary key (community_id, record_id, certificate_id),
  foreign key (community_id, certificate_id) references certificates (community_id, id),
  foreign key (community_id, record_id) references service_records (community_id, id)
);
create index certificate_records_certificate on certificate_records (community_id, certificate_id);
