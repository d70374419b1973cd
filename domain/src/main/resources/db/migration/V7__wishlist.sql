-- What customers would like to have, in lists with a name, and who is told when something is back in stock.

CREATE TABLE wishlist (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  -- Empty only for the default list, as long as its owner calls it nothing else: pages say what it is in their language.
  name        varchar(60) NOT NULL,
  is_default  boolean NOT NULL,
  -- What the address of a shared list ends with; null while it is not shared. Its owner is shown it again.
  share_token varchar(43) UNIQUE CHECK (share_token ~ '^[A-Za-z0-9_-]{43}$'),
  created_at  timestamptz NOT NULL DEFAULT now(),
  CHECK (is_default OR name <> '')
);
CREATE UNIQUE INDEX wishlist_default ON wishlist (customer_id) WHERE is_default;
CREATE UNIQUE INDEX wishlist_name ON wishlist (customer_id, lower(name));

-- Every customer has a default list from the first moment on, whoever makes the customer.
CREATE FUNCTION give_wishlist() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO wishlist (customer_id, name, is_default) VALUES (NEW.id, '', true);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER give_wishlist AFTER INSERT ON customer FOR EACH ROW EXECUTE FUNCTION give_wishlist();
INSERT INTO wishlist (customer_id, name, is_default) SELECT id, '', true FROM customer WHERE erased_at IS NULL;

CREATE TABLE wish (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  wishlist_id    bigint NOT NULL REFERENCES wishlist ON DELETE CASCADE,
  -- What is sold no longer stays, as gone; what is deleted cannot be wished for.
  variant_id     bigint NOT NULL REFERENCES product_variant ON DELETE CASCADE,
  added_at       timestamptz NOT NULL DEFAULT now(),
  -- What it cost then, to tell that it has become cheaper.
  price_minor    bigint NOT NULL CHECK (price_minor >= 0),
  price_currency varchar(3) NOT NULL,
  UNIQUE (wishlist_id, variant_id)
);
CREATE INDEX wish_variant ON wish (variant_id);

-- Who wants one mail when a variant is back. A guest's address counts once a link that was sent there came back.
CREATE TABLE stock_alert (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  variant_id   bigint NOT NULL REFERENCES product_variant ON DELETE CASCADE,
  -- Null for a guest. A customer's mail goes to the address that the customer has when it is sent.
  customer_id  bigint REFERENCES customer ON DELETE CASCADE,
  email        varchar(254) NOT NULL,
  email_key    varchar(254) NOT NULL,
  locale       varchar(5) NOT NULL CHECK (locale ~ '^[a-z]{2}$'),
  -- Of the link in the newest mail, by which it is confirmed and ended.
  token_hash   bytea UNIQUE CHECK (octet_length(token_hash) = 32),
  created_at   timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  -- Set in the transaction that puts the mail into the outbox; the row stays for its link, for 30 days.
  sent_at      timestamptz,
  UNIQUE (variant_id, email_key),
  CHECK (sent_at IS NULL OR confirmed_at IS NOT NULL),
  CHECK (confirmed_at IS NOT NULL OR token_hash IS NOT NULL)
);
CREATE INDEX stock_alert_waiting ON stock_alert (variant_id) WHERE confirmed_at IS NOT NULL AND sent_at IS NULL;
CREATE INDEX stock_alert_email ON stock_alert (email_key);
CREATE INDEX stock_alert_customer ON stock_alert (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX stock_alert_over ON stock_alert (coalesce(sent_at, created_at)) WHERE confirmed_at IS NULL OR sent_at IS NOT NULL;
