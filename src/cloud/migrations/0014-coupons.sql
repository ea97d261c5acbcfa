create table coupons (
  community_id uuid not null references communities (id),
  id uuid not null,
  title text not null check (length(title) between 1 and 30),
  kind text not null check (kind in ('percent_off', 'amount_off', 'fixed_price', 'free_item', 'free_check')),
  percent int check (percent between 1 and 99),
  amount_fen int check (amount_fen between 0 and 10000000),
  threshold_fen int check (threshold_fen between 0 and 10000000),
  price_fen int check (price_fen between 0 and 10000000),
  item text check (length(item) between 1 and 30),
  terms text not null check (length(terms) <= 500),
  -- The community's days; `ends_at` is the midnight after the last.
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Monday is 1.
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  -- Local times; both or none. Past midnight where the end is before the beginning.
  hours_from time,
  hours_to time,
  per_rider int not null check (per_rider between 1 and 100),
  period text not null check (period in ('day', 'week', 'month', 'ever')),
  audience text not null check (audience in ('members', 'verified', 'grid_members')),
  price_points int check (price_points between 1 and 100000),
  use text not null check (use in ('ahead', 'at_once')),
  state text not null check (state in ('draft', 'published', 'paused', 'ended')),
  created_at timestamptz not null,
  version int not null default 1 check (version > 0),
  primary key (community_id, id),
  check ((hours_from is null) = (hours_to is null)),
  check ((percent is not null) = (kind = 'percent_off')),
  check ((amount_fen is not null and threshold_fen is not null) = (kind = 'amount_off')),
  check ((price_fen is not null) = (kind = 'fixed_price')),
  check ((item is not null) = (kind in ('fixed_price', 'free_item', 'free_check')))
);
create index coupons_by_age on coupons (community_id, created_at desc, id desc);

create table coupon_merchants (
  community_id uuid not null,
  coupon_id uuid not null,
  merchant_id uuid not null,
  primary key (community_id, coupon_id, merchant_id),
  foreign key (community_id, coupon_id) references coupons (community_id, id),
  foreign key (community_id, merchant_id) references merchants (community_id, id)
);
create index coupon_merchants_merchant on coupon_merchants (community_id, merchant_id);

-- The hot row: rises only while there is room. `last_issued` is how many the last batch took.
create table coupon_stock (
  community_id uuid not null,
  coupon_id uuid not null,
  total int not null check (total between 1 and 1000000),
  issued int not null default 0 check (issued between 0 and total),
  last_issued int not null default 0,
  primary key (community_id, coupon_id),
  foreign key (community_id, coupon_id) references coupons (community_id, id)
) with (fillfactor = 50);

create table coupon_grants (
  community_id uuid not null,
  id uuid not null,
  coupon_id uuid not null,
  person_id uuid,
  -- The request that took it.
  key text not null check (length(key) between 1 and 64),
  request_hash bytea not null check (length(request_hash) = 32),
  -- First day of the day, week or month it counts in; 1970-01-01 for ever.
  period date not null,
  -- Which of the person's in that period; an expired one that went back to the stock is none.
  ordinal int check (ordinal > 0),
  state text not null check (state in ('available', 'held', 'redeemed', 'reversed', 'expired', 'revoked')),
  claimed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > claimed_at),
  held_at timestamptz,
  held_until timestamptz check (held_until > held_at),
  held_merchant_id uuid,
  held_flags text[] not null default '{}',
  primary key (community_id, id),
  foreign key (community_id, coupon_id) references coupons (community_id, id),
  foreign key (community_id, held_merchant_id) references merchants (community_id, id),
  check ((ordinal is null) = (state = 'expired')),
  check ((state = 'held') = (held_until is not null)),
  check ((held_until is null) = (held_at is null) and (held_until is null) = (held_merchant_id is null)),
  -- The limit, whatever a snapshot did not see.
  unique (community_id, coupon_id, person_id, period, ordinal),
  unique (community_id, person_id, key)
);
create index coupon_grants_mine on coupon_grants (community_id, person_id, expires_at, id);
create index coupon_grants_held on coupon_grants (community_id, held_merchant_id, held_at) where state = 'held';
create index coupon_grants_lapsing on coupon_grants (community_id, coupon_id, expires_at)
  where state in ('available', 'held');

create table redemptions (
  community_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  coupon_id uuid not null,
  merchant_id uuid not null,
  person_id uuid,
  -- Who served; nobody where the rider scanned.
  clerk_id uuid,
  -- What rider and shop compare.
  number int not null check (number between 0 and 999999),
  way text not null check (way in ('confirmed', 'screen', 'pass', 'trusted_code')),
  -- What staff should look at.
  flags text[] not null default '{}' check (flags <@ array['far', 'often', 'closed', 'night']),
  redeemed_at timestamptz not null,
  -- The community's day.
  day date not null,
  reversible_until timestamptz not null check (reversible_until >= redeemed_at),
  primary key (community_id, id),
  foreign key (community_id, grant_id) references coupon_grants (community_id, id),
  foreign key (community_id, merchant_id) references merchants (community_id, id)
);
create index redemptions_grant on redemptions (community_id, grant_id, redeemed_at desc);
create index redemptions_merchant on redemptions (community_id, merchant_id, redeemed_at desc, id desc);
create index redemptions_person on redemptions (community_id, person_id, redeemed_at);
create index redemptions_clerk on redemptions (community_id, clerk_id) where clerk_id is not null;
create index redemptions_flagged on redemptions (community_id, redeemed_at desc, id desc) where flags <> '{}';

-- What takes a redemption back; the redemption stays as it was.
create table redemption_reversals (
  community_id uuid not null,
  redemption_id uuid not null,
  reversed_by uuid,
  reason text not null check (length(reason) between 1 and 200),
  reversed_at timestamptz not null,
  primary key (community_id, redemption_id),
  foreign key (community_id, redemption_id) references redemptions (community_id, id)
);
create index redemption_reversals_by on redemption_reversals (community_id, reversed_by) where reversed_by is not null;

create table coupon_refusals (
  community_id uuid not null,
  id uuid not null,
  coupon_id uuid not null,
  merchant_id uuid,
  person_id uuid,
  code text not null check (code ~ '^[a-z]+(_[a-z]+)*$'),
  refused_at timestamptz not null,
  primary key (community_id, id)
);
create index coupon_refusals_at on coupon_refusals (community_id, refused_at);
create index coupon_refusals_person on coupon_refusals (community_id, person_id) where person_id is not null;

-- Added up by a job, for figures; settlements count the redemptions themselves.
create table redemption_days (
  community_id uuid not null,
  merchant_id uuid not null,
  coupon_id uuid not null,
  day date not null,
  redeemed int not null default 0 check (redeemed >= 0),
  reversed int not null default 0 check (reversed between 0 and redeemed),
  primary key (community_id, merchant_id, day, coupon_id)
) with (fillfactor = 50);
create index redemption_days_coupon on redemption_days (community_id, coupon_id);
