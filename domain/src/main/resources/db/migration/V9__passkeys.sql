-- Passkeys: what checks that somebody holds a key, which never leaves the device. Nothing here opens anything.

CREATE SEQUENCE passkey_seq INCREMENT 50;
CREATE TABLE passkey (
  id              bigint PRIMARY KEY,
  customer_id     bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  -- As the device calls it; the standard allows 1,023 bytes.
  credential_id   bytea NOT NULL UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
  -- As the device calls the customer: random, so that it tells nothing of a person.
  user_handle     bytea NOT NULL CHECK (octet_length(user_handle) = 32),
  -- The model of the device, the credential's id and its public key, in the form of the standard.
  credential      bytea NOT NULL CHECK (octet_length(credential) <= 8192),
  -- How often it signed, as the device says; 0 for ever where that does not count.
  sign_count      bigint NOT NULL CHECK (sign_count BETWEEN 0 AND 4294967295),
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL,
  -- How browsers reach the device, such as "internal,hybrid".
  transports      varchar(100) NOT NULL,
  name            varchar(60) NOT NULL CHECK (name <> ''),
  created_at      timestamptz NOT NULL,
  last_used_at    timestamptz
);
CREATE INDEX passkey_customer ON passkey (customer_id);

-- What a device has to sign, good for one answer: whoever takes it deletes it. Only the SHA-256 is here.
CREATE TABLE passkey_challenge (
  challenge_hash bytea PRIMARY KEY CHECK (octet_length(challenge_hash) = 32),
  purpose        varchar(10) NOT NULL CHECK (purpose IN ('REGISTER', 'SIGN_IN')),
  -- Who registers; whoever signs in is not known yet.
  customer_id    bigint REFERENCES customer ON DELETE CASCADE,
  user_handle    bytea CHECK (octet_length(user_handle) = 32),
  expires_at     timestamptz NOT NULL,
  CHECK ((purpose = 'REGISTER') = (customer_id IS NOT NULL)),
  CHECK ((purpose = 'REGISTER') = (user_handle IS NOT NULL))
);
CREATE INDEX passkey_challenge_expires ON passkey_challenge (expires_at);
CREATE INDEX passkey_challenge_customer ON passkey_challenge (customer_id) WHERE customer_id IS NOT NULL;
