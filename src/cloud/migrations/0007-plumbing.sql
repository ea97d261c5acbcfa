-- Tokens that all instances share, and who fetches the next one: nobody else asks until the lease ends.
create table shared_tokens (
  name text primary key check (length(name) between 1 and 64),
  value text check (length(value) between 1 and 2048),
  expires_at timestamptz,
  leased_until timestamptz,
  check ((value is null) = (expires_at is null))
);

-- Counted per group and a keyed hash of who: no address and no number in clear.
create table rate_limits (
  key text primary key check (length(key) between 1 and 100),
  points int not null check (points >= 0),
  expires_at timestamptz not null
);
create index rate_limits_expires on rate_limits (expires_at);

-- What WeChat's server sent, so that nothing is taken twice.
create table wechat_messages (
  signature text primary key check (length(signature) = 40),
  received_at timestamptz not null
);
create index wechat_messages_received on wechat_messages (received_at);
