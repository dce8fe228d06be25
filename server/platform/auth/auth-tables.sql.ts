/**
 * Tables of schema `auth`, owned by whoever runs the migration, used by role `lt_auth` only (the role must exist).
 * Columns are those that better-auth 1.7.4 reads and writes under the options of `better-auth.ts`;
 * tests/platform/auth.test.ts compares both. Ids are uuidv7 because every other row
 * has one; better-auth leaves them to the column's default.
 */
export const authTablesSql = `
create schema auth;

create table auth.account_user (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null constraint account_user_email_key unique,
  email_verified boolean not null default false,
  image text,
  disabled_at timestamptz,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table auth.session (
  id uuid primary key default uuidv7(),
  token text not null constraint session_token_key unique,
  user_id uuid not null references auth.account_user (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index session_user_id_idx on auth.session (user_id);

create table auth.account (
  id uuid primary key default uuidv7(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.account_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  constraint account_provider_account_key unique (provider_id, account_id)
);
create index account_user_id_idx on auth.account (user_id);

create table auth.verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier_idx on auth.verification (identifier);

create table auth.app_key (
  id uuid primary key default uuidv7(),
  config_id text not null,
  name text,
  start text,
  reference_id text not null,
  prefix text,
  key text not null constraint app_key_key_key unique,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamptz,
  enabled boolean not null default true,
  rate_limit_enabled boolean,
  rate_limit_time_window integer,
  rate_limit_max integer,
  request_count integer,
  remaining integer,
  last_request timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  permissions text,
  metadata text
);
create index app_key_config_id_idx on auth.app_key (config_id);
create index app_key_reference_id_idx on auth.app_key (reference_id);

-- Unlogged: a crash forgets ten minutes of failures, and no failed attempt waits for the disk.
create unlogged table auth.sign_in_failure (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

grant usage on schema auth to lt_auth;
grant select, insert, update, delete on
  auth.account_user, auth.session, auth.account, auth.verification, auth.app_key, auth.sign_in_failure
  to lt_auth;
`;
