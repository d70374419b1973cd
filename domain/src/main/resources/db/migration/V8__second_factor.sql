-- What a customer proves besides the password: codes of an app, and codes on paper for the day when the app is gone.

CREATE TABLE totp (
  customer_id  bigint PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
  -- The secret that the app shares, sealed: whoever reads this table makes no codes.
  sealed       bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 40 AND 100),
  begun_at     timestamptz NOT NULL,
  -- When the app's first code came back; until then it counts for nothing.
  confirmed_at timestamptz,
  -- The half minute whose code was used last: that one and those before it are used up.
  last_step    bigint NOT NULL CHECK (last_step >= 0)
);

-- Whether whoever signed in has proved more than a password. What an administrator may do depends on it.
ALTER TABLE sign_in ADD COLUMN strong boolean NOT NULL DEFAULT false;

-- Each good for one use; only the SHA-256 is here.
CREATE TABLE recovery_code (
  customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  code_hash   bytea NOT NULL CHECK (octet_length(code_hash) = 32),
  used_at     timestamptz,
  PRIMARY KEY (customer_id, code_hash)
);

-- Somebody who has proved the password and not yet the rest. Deleted by whoever is let in by it.
CREATE TABLE second_step (
  challenge_hash bytea PRIMARY KEY CHECK (octet_length(challenge_hash) = 32),
  customer_id    bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  remembered     boolean NOT NULL,
  attempts       integer NOT NULL DEFAULT 0 CHECK (attempts BETWEEN 0 AND 5),
  expires_at     timestamptz NOT NULL
);
CREATE INDEX second_step_expires ON second_step (expires_at);
CREATE INDEX second_step_customer ON second_step (customer_id);
