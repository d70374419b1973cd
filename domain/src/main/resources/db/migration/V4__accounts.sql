-- Customers, how they sign in, and where their parcels go. Of secrets only what proves them is here: Argon2id of
-- passwords, SHA-256 of everything that is random.

CREATE SEQUENCE customer_seq INCREMENT 50;
CREATE TABLE customer (
  id            bigint PRIMARY KEY,
  -- As typed; mail goes there.
  email         varchar(254) NOT NULL,
  -- With A to Z in lower case: who signs in may write it either way, and nobody registers it twice.
  email_key     varchar(254) NOT NULL UNIQUE,
  name          varchar(100) NOT NULL,
  password_hash varchar(255),
  locale        varchar(5) NOT NULL CHECK (locale ~ '^[a-z]{2}$'),
  role          varchar(10) NOT NULL CHECK (role IN ('SHOPPER', 'AGENT', 'ADMIN')),
  -- When a link that was sent to the address came back; null until then.
  confirmed_at  timestamptz,
  created_at    timestamptz NOT NULL,
  -- An erased customer stays as a row without a person, for what refers to it.
  erased_at     timestamptz,
  version       integer NOT NULL DEFAULT 0,
  CHECK (erased_at IS NOT NULL OR password_hash IS NOT NULL),
  CHECK (erased_at IS NULL OR (name = '' AND password_hash IS NULL AND confirmed_at IS NULL AND role = 'SHOPPER'))
);

-- Links in mails, each good for one use. One at most is live for a purpose: a new one takes the place of the one before.
CREATE SEQUENCE customer_token_seq INCREMENT 50;
CREATE TABLE customer_token (
  id          bigint PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  purpose     varchar(10) NOT NULL CHECK (purpose IN ('CONFIRM', 'CHANGE', 'RESET')),
  token_hash  bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  new_email   varchar(254),
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL CHECK (expires_at > created_at),
  used_at     timestamptz,
  CHECK ((purpose = 'CHANGE') = (new_email IS NOT NULL))
);
CREATE UNIQUE INDEX customer_token_live ON customer_token (customer_id, purpose) WHERE used_at IS NULL;
CREATE INDEX customer_token_expires ON customer_token (expires_at);

-- Who is signed in with which browser. A browser that shall stay signed in has a series and a secret that changes at each
-- use; the one before is known for a while (see domain.customer.SignIn).
CREATE SEQUENCE sign_in_seq INCREMENT 50;
CREATE TABLE sign_in (
  id           bigint PRIMARY KEY,
  customer_id  bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  agent        varchar(200) NOT NULL,
  address      varchar(45) NOT NULL,
  series_hash  bytea UNIQUE CHECK (octet_length(series_hash) = 32),
  secret_hash  bytea CHECK (octet_length(secret_hash) = 32),
  former_hash  bytea CHECK (octet_length(former_hash) = 32),
  salt         bytea CHECK (octet_length(salt) = 32),
  rotated_at   timestamptz,
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  CHECK ((series_hash IS NULL) = (secret_hash IS NULL)),
  CHECK ((former_hash IS NULL) = (rotated_at IS NULL) AND (former_hash IS NULL) = (salt IS NULL))
);
CREATE INDEX sign_in_customer ON sign_in (customer_id, last_seen_at DESC);
CREATE INDEX sign_in_expires ON sign_in (expires_at);

-- A customer's address book. Whatever happens at once, one address at most is the default.
CREATE SEQUENCE address_seq INCREMENT 50;
CREATE TABLE address (
  id          bigint PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  name        varchar(100) NOT NULL CHECK (name <> ''),
  line1       varchar(100) NOT NULL CHECK (line1 <> ''),
  line2       varchar(100) NOT NULL DEFAULT '',
  city        varchar(100) NOT NULL CHECK (city <> ''),
  region      varchar(100) NOT NULL DEFAULT '',
  postal_code varchar(20) NOT NULL DEFAULT '',
  country     varchar(2) NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  phone       varchar(30) NOT NULL DEFAULT '',
  is_default  boolean NOT NULL,
  created_at  timestamptz NOT NULL
);
CREATE INDEX address_customer ON address (customer_id);
CREATE UNIQUE INDEX address_default ON address (customer_id) WHERE is_default;

-- How often somebody tried something of late, for all nodes together. The key is a SHA-256 of what is counted.
CREATE TABLE throttle (
  key_hash      bytea PRIMARY KEY CHECK (octet_length(key_hash) = 32),
  attempts      integer NOT NULL CHECK (attempts >= 0),
  blocked_until timestamptz NOT NULL,
  last_at       timestamptz NOT NULL
);
CREATE INDEX throttle_last ON throttle (last_at);

-- A moment as programs read it, such as 2026-11-25T20:15:00Z.
CREATE FUNCTION iso_utc(moment timestamptz) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') $$;
