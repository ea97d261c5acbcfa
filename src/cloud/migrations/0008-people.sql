alter table people
  add column company text check (company in ('meituan', 'eleme', 'jd', 'sf_express', 'shansong', 'dada', 'uu', 'cainiao',
    'zto', 'yto', 'sto', 'yunda', 'jitu', 'ems', 'freelance', 'other')),
  add column current_community_id uuid references communities (id),
  -- E.164, sealed by the key named.
  add column phone_sealed bytea,
  add column phone_key_id text,
  add column deletion_due_at timestamptz,
  add check ((phone_sealed is null) = (phone_key_id is null));
create index people_deletion_due on people (deletion_due_at) where deletion_due_at is not null;
create index people_phone_key on people (phone_key_id) where phone_key_id is not null;

-- One of a kind for each person, so that two people who both have one can not become one. A phone stands here as a keyed
-- hash, for looking it up; 'wechat_union' joins the mini-program's openid and the official account's.
alter table identities
  drop constraint identities_provider_check,
  add constraint identities_provider_check
    check (provider in ('wechat', 'wechat_web', 'wechat_union', 'phone', 'demo')),
  add column id uuid not null default gen_random_uuid();
alter table identities alter column id drop default;
drop index identities_person;
create unique index identities_of_person on identities (person_id, provider);
create unique index identities_id on identities (person_id, id);

alter table sessions
  add column way text not null default 'wechat' check (way in ('wechat', 'wechat_web', 'phone', 'demo')),
  add column device text not null default '其他设备' check (length(device) between 1 and 60);
alter table sessions alter column way drop default, alter column device drop default;

create table avatars (
  person_id uuid primary key references people (id),
  id uuid not null unique,
  image bytea not null check (length(image) <= 65536),
  content_type text not null check (content_type in ('image/webp', 'image/jpeg')),
  created_at timestamptz not null
);

-- Codes sent by SMS: a keyed hash of the number, a keyed hash of the code.
create table phone_codes (
  phone_index bytea primary key check (length(phone_index) = 32),
  code_hash bytea not null check (length(code_hash) = 32),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0 check (tries between 0 and 5)
);
create index phone_codes_expires on phone_codes (expires_at);

-- Who came back from WeChat's page, until the app fetches its session.
create table sign_in_tickets (
  ticket_hash bytea primary key check (length(ticket_hash) = 32),
  openid text not null check (length(openid) between 1 and 128),
  unionid text check (length(unionid) between 1 and 128),
  expires_at timestamptz not null
);
create index sign_in_tickets_expires on sign_in_tickets (expires_at);

-- Every answer, the last one counts. Never changed.
create table consent_answers (
  person_id uuid not null references people (id),
  id uuid not null,
  purpose text not null check (purpose in ('privacy_notice', 'old_enough', 'position', 'phone', 'photo_publication',
    'share_with_merchants', 'party_report_in')),
  state text not null check (state in ('given', 'refused', 'withdrawn')),
  notice_version text not null check (length(notice_version) between 1 and 32),
  answered_at timestamptz not null,
  primary key (person_id, id)
);
create index consent_answers_last on consent_answers (person_id, purpose, answered_at desc, id desc);

-- Everything kept about a person, as asked for by them; sealed.
create table data_exports (
  person_id uuid not null references people (id),
  id uuid not null,
  state text not null check (state in ('preparing', 'ready', 'failed', 'expired')),
  requested_at timestamptz not null,
  expires_at timestamptz,
  key_id text,
  json_sealed bytea,
  html_sealed bytea,
  primary key (person_id, id),
  check ((state = 'ready') = (json_sealed is not null and html_sealed is not null and key_id is not null
    and expires_at is not null))
);
create unique index data_exports_under_way on data_exports (person_id) where state = 'preparing';
create unique index data_exports_id on data_exports (id);
create index data_exports_expires on data_exports (expires_at) where state = 'ready';
