-- Money goes back once for each call; refusals of providers are told apart from their silence, and silence that does not end is
-- counted.

-- Calls with which people who work here give money back: one that comes again finds its row and does nothing. They are not
-- columns of refund, since what gift cards alone give back has no row there. As many as such calls, and kept as long as the
-- order: who repeats one is never too late.
CREATE TABLE refund_key (
  -- SHA-256 of the order and of the key itself.
  key_hash     bytea PRIMARY KEY CHECK (octet_length(key_hash) = 32),
  body_hash    bytea NOT NULL CHECK (octet_length(body_hash) = 32),
  order_number bigint NOT NULL REFERENCES shop_order,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refund_key_order ON refund_key (order_number);

-- How often the provider said no. What it did not answer, or has not decided, counts in looks only.
ALTER TABLE refund ADD COLUMN refusals integer NOT NULL DEFAULT 0 CHECK (refusals >= 0);
ALTER TABLE stray_money ADD COLUMN refusals integer NOT NULL DEFAULT 0 CHECK (refusals >= 0);

-- Looks in a row that got no answer after the order's time was over.
ALTER TABLE payment ADD COLUMN silent_looks integer NOT NULL DEFAULT 0 CHECK (silent_looks >= 0);
