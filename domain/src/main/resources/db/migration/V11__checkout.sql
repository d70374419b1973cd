-- Stock that is held and sold, checkouts, orders, payments, parcels, coupons and gift cards. Every promise that must hold
-- whatever the code does is a constraint or a trigger here; docs/CHECKOUT.md tells how they are used and in which order
-- rows are locked.

-- ---------------------------------------------------------------------------------------------------------------- stock

-- Pieces of a variant: those that came in are free, held for somebody at the till, or sold. One row, one check: whatever
-- happens at once, no piece is in two places.
ALTER TABLE product_variant
  ADD COLUMN received integer NOT NULL DEFAULT 0,
  ADD COLUMN reserved integer NOT NULL DEFAULT 0,
  ADD COLUMN sold     integer NOT NULL DEFAULT 0;
-- What pages show stays as it is, so their memories need not hear of it.
SET LOCAL store.bulk = 'on';
UPDATE product_variant SET received = available WHERE available > 0;
SET LOCAL store.bulk = 'off';
ALTER TABLE product_variant
  ADD CONSTRAINT product_variant_reserved_check CHECK (reserved >= 0),
  ADD CONSTRAINT product_variant_sold_check CHECK (sold >= 0),
  ADD CONSTRAINT product_variant_stock_check CHECK (available + reserved + sold = received);

-- Who sets what can be sold and nothing else (a catalogue file, a count of the shelf) says how many pieces came in or are
-- gone since: that is noted. Who holds or sells moves pieces between two columns, and what came in stays the same.
CREATE TABLE stock_count (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  variant_id bigint NOT NULL REFERENCES product_variant ON DELETE CASCADE,
  was        integer NOT NULL,
  became     integer NOT NULL CHECK (became >= 0),
  at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_count_variant ON stock_count (variant_id, id);

CREATE FUNCTION count_stock() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        NEW.received := NEW.available + NEW.reserved + NEW.sold;
      ELSE
        NEW.received := OLD.received + NEW.available - OLD.available;
        INSERT INTO stock_count (variant_id, was, became) VALUES (NEW.id, OLD.available, NEW.available);
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER count_stock_new BEFORE INSERT ON product_variant FOR EACH ROW
  WHEN (NEW.available + NEW.reserved + NEW.sold <> NEW.received) EXECUTE FUNCTION count_stock();
CREATE TRIGGER count_stock BEFORE UPDATE ON product_variant FOR EACH ROW
  WHEN (NEW.available <> OLD.available AND NEW.reserved = OLD.reserved AND NEW.sold = OLD.sold AND NEW.received = OLD.received
        -- A negative stock shall fail by its own name.
        AND NEW.available >= 0)
  EXECUTE FUNCTION count_stock();

-- A piece that goes from held to sold changes nothing that pages show.
CREATE OR REPLACE FUNCTION note_product_update() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE worded bigint[]; others bigint[];
    BEGIN
      IF is_bulk() THEN RETURN NULL; END IF;
      IF TG_TABLE_NAME = 'product' THEN
        SELECT array_agg(n.id) FILTER (WHERE w), array_agg(n.id) FILTER (WHERE NOT w) INTO worded, others
          FROM changed n JOIN former o ON o.id = n.id,
               LATERAL (SELECT (n.name, n.brand_id, n.category_id, n.description, n.product_type)
                               IS DISTINCT FROM (o.name, o.brand_id, o.category_id, o.description, o.product_type) AS w) d;
      ELSE
        SELECT array_agg(n.product_id) FILTER (WHERE w), array_agg(n.product_id) FILTER (WHERE NOT w) INTO worded, others
          FROM changed n JOIN former o ON o.id = n.id,
               LATERAL (SELECT (n.sku, n.option1_value, n.option2_value, n.option3_value)
                               IS DISTINCT FROM (o.sku, o.option1_value, o.option2_value, o.option3_value) AS w) d
         WHERE n.available <> o.available OR (n.reserved = o.reserved AND n.sold = o.sold);
      END IF;
      IF worded IS NOT NULL THEN PERFORM note_changes(worded, true); END IF;
      IF others IS NOT NULL THEN PERFORM note_changes(others, false); END IF;
      RETURN NULL;
    END
  $$;

-- ------------------------------------------------------------------------------------- where the shop sells, and for what

-- Countries to which the shop sends, and whether prices there are shown with the tax in them or without.
CREATE TABLE market (
  country  varchar(2) PRIMARY KEY CHECK (country ~ '^[A-Z]{2}$'),
  tax_mode varchar(9) NOT NULL CHECK (tax_mode IN ('INCLUSIVE', 'EXCLUSIVE'))
);

-- In percent; for a category (by its slug, with all below it), or without one for everything else. A country without a rate
-- takes no tax.
CREATE TABLE tax_rate (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  country  varchar(2) NOT NULL REFERENCES market ON DELETE CASCADE,
  category varchar(100),
  percent  numeric(6, 3) NOT NULL CHECK (percent BETWEEN 0 AND 100)
);
CREATE UNIQUE INDEX tax_rate_category ON tax_rate (country, category) WHERE category IS NOT NULL;
CREATE UNIQUE INDEX tax_rate_country ON tax_rate (country) WHERE category IS NULL;

-- A category's slug and those above it, up to the top, with slashes between them.
CREATE FUNCTION category_path(of_category bigint) RETURNS text
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE up(slug, parent_id, height) AS (
      SELECT slug, parent_id, 0 FROM category WHERE id = of_category
      UNION ALL SELECT c.slug, c.parent_id, up.height + 1 FROM category c JOIN up ON c.id = up.parent_id)
    SELECT string_agg(slug, '/' ORDER BY height) FROM up
  $$;

CREATE TABLE shipping_method (
  code          varchar(40) PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]*$'),
  position      integer NOT NULL,
  -- Working days on the way, once the parcel has left.
  fastest_days  integer NOT NULL CHECK (fastest_days >= 0),
  slowest_days  integer NOT NULL,
  active        boolean NOT NULL DEFAULT true,
  CHECK (slowest_days >= fastest_days)
);
CREATE TABLE shipping_method_name (
  code     varchar(40) NOT NULL REFERENCES shipping_method ON DELETE CASCADE,
  language varchar(2) NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  name     varchar(100) NOT NULL CHECK (name <> ''),
  PRIMARY KEY (code, language)
);
-- What a parcel costs by country, weight and value; bounds are from (inclusive) to below. Without a country: everywhere else.
CREATE TABLE shipping_rate (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  method        varchar(40) NOT NULL REFERENCES shipping_method ON DELETE CASCADE,
  country       varchar(2) REFERENCES market ON DELETE CASCADE,
  grams_from    integer NOT NULL DEFAULT 0 CHECK (grams_from >= 0),
  grams_below   integer CHECK (grams_below > grams_from),
  value_from    bigint NOT NULL DEFAULT 0 CHECK (value_from >= 0),
  value_below   bigint CHECK (value_below > value_from),
  price_minor   bigint NOT NULL CHECK (price_minor >= 0),
  currency      varchar(3) NOT NULL
);
CREATE INDEX shipping_rate_method ON shipping_rate (method, country);

INSERT INTO market (country, tax_mode) VALUES ('DE', 'INCLUSIVE'), ('AT', 'INCLUSIVE'), ('NL', 'INCLUSIVE');
INSERT INTO tax_rate (country, category, percent)
VALUES ('DE', NULL, 19), ('AT', NULL, 20), ('NL', NULL, 21),
       ('DE', 'books', 7), ('AT', 'books', 10), ('NL', 'books', 9);
INSERT INTO shipping_method (code, position, fastest_days, slowest_days)
VALUES ('standard', 1, 2, 3), ('express', 2, 1, 1), ('pick-up', 3, 2, 4);
INSERT INTO shipping_method_name (code, language, name)
VALUES ('standard', 'en', 'Standard'), ('standard', 'de', 'Standard'), ('express', 'en', 'Express'), ('express', 'de', 'Express'),
       ('pick-up', 'en', 'Pick-up point'), ('pick-up', 'de', 'Abholstation');
INSERT INTO shipping_rate (method, country, grams_from, grams_below, value_from, value_below, price_minor, currency)
VALUES ('standard', 'DE', 0, 31500, 0, 5000, 490, 'EUR'), ('standard', 'DE', 0, 31500, 5000, NULL, 0, 'EUR'),
       ('standard', 'DE', 31500, NULL, 0, NULL, 2900, 'EUR'),
       ('standard', NULL, 0, 31500, 0, 10000, 990, 'EUR'), ('standard', NULL, 0, 31500, 10000, NULL, 0, 'EUR'),
       ('standard', NULL, 31500, NULL, 0, NULL, 4900, 'EUR'),
       ('express', 'DE', 0, 10000, 0, NULL, 990, 'EUR'), ('express', 'DE', 10000, 31500, 0, NULL, 1690, 'EUR'),
       ('express', NULL, 0, 10000, 0, NULL, 1990, 'EUR'),
       ('pick-up', 'DE', 0, 20000, 0, NULL, 0, 'EUR');

-- ----------------------------------------------------------------------------------------------- coupons and gift cards

CREATE TABLE coupon (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code           varchar(40) NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]*$'),
  kind           varchar(13) NOT NULL CHECK (kind IN ('PERCENT', 'AMOUNT', 'FREE_SHIPPING')),
  percent        numeric(5, 2) CHECK (percent > 0 AND percent <= 100),
  amount_minor   bigint CHECK (amount_minor > 0),
  currency       varchar(3) NOT NULL,
  minimum_minor  bigint NOT NULL DEFAULT 0 CHECK (minimum_minor >= 0),
  valid_from     timestamptz,
  valid_until    timestamptz CHECK (valid_until > valid_from),
  total_limit    integer CHECK (total_limit > 0),
  person_limit   integer CHECK (person_limit > 0),
  -- For everything, or only for what coupon_scope names: a coupon whose products are gone is good for nothing.
  scoped         boolean NOT NULL DEFAULT false,
  active         boolean NOT NULL DEFAULT true,
  used           integer NOT NULL DEFAULT 0 CHECK (used >= 0),
  created_at     timestamptz NOT NULL DEFAULT now(),
  -- Never used more often than allowed, whoever counts.
  CONSTRAINT coupon_limit CHECK (used <= total_limit),
  CHECK ((kind = 'PERCENT') = (percent IS NOT NULL) AND (kind = 'AMOUNT') = (amount_minor IS NOT NULL))
);
CREATE TABLE coupon_scope (
  coupon_id  bigint NOT NULL REFERENCES coupon ON DELETE CASCADE,
  -- A category by its slug, with all below it.
  category   varchar(100),
  product_id bigint,
  CHECK ((category IS NULL) <> (product_id IS NULL)),
  UNIQUE (coupon_id, category),
  UNIQUE (coupon_id, product_id)
);

-- A gift card is money for whoever has its code, of which only the SHA-256 is here.
CREATE TABLE gift_card (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code_hash     bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
  last_four     varchar(4) NOT NULL,
  currency      varchar(3) NOT NULL,
  initial_minor bigint NOT NULL CHECK (initial_minor > 0),
  balance_minor bigint NOT NULL,
  valid_until   timestamptz,
  blocked       boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT gift_card_balance CHECK (balance_minor BETWEEN 0 AND initial_minor)
);

-- ------------------------------------------------------------------------------------------------ checkout, reservation

-- A way to the till, left and taken up again on any node. It is found by its cart, whose secret the visitor has. The token
-- opens nothing; it tells attempts to place an order apart: an order carries the token with which it was placed, and an
-- attempt that was declined leaves the checkout with a new one.
CREATE TABLE checkout (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token           uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  cart_id         bigint REFERENCES cart ON DELETE SET NULL,
  customer_id     bigint REFERENCES customer,
  -- OPEN: steps are filled in. PAYING: an order is placed and its payment under way. DONE: it is over.
  status          varchar(6) NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'PAYING', 'DONE')),
  locale          varchar(5) NOT NULL DEFAULT 'en' CHECK (locale ~ '^[a-z]{2}$'),
  email           varchar(254),
  shipping_method varchar(40),
  payment_method  varchar(20),
  coupon_code     varchar(40),
  created_at      timestamptz NOT NULL DEFAULT now(),
  touched_at      timestamptz NOT NULL DEFAULT now()
);
-- One at a time for a cart, so that what is in it cannot be ordered by two at once.
CREATE UNIQUE INDEX checkout_cart ON checkout (cart_id) WHERE status <> 'DONE';
CREATE INDEX checkout_of_cart ON checkout (cart_id);
CREATE INDEX checkout_customer ON checkout (customer_id);
CREATE INDEX checkout_touched ON checkout (touched_at);

CREATE TABLE checkout_address (
  checkout_id bigint NOT NULL REFERENCES checkout ON DELETE CASCADE,
  kind        varchar(8) NOT NULL CHECK (kind IN ('SHIPPING', 'BILLING')),
  name        varchar(100) NOT NULL CHECK (name <> ''),
  line1       varchar(100) NOT NULL CHECK (line1 <> ''),
  line2       varchar(100) NOT NULL DEFAULT '',
  city        varchar(100) NOT NULL CHECK (city <> ''),
  region      varchar(100) NOT NULL DEFAULT '',
  postal_code varchar(20) NOT NULL DEFAULT '',
  country     varchar(2) NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  phone       varchar(30) NOT NULL DEFAULT '',
  PRIMARY KEY (checkout_id, kind)
);
CREATE TABLE checkout_gift_card (
  checkout_id  bigint NOT NULL REFERENCES checkout ON DELETE CASCADE,
  gift_card_id bigint NOT NULL REFERENCES gift_card ON DELETE CASCADE,
  PRIMARY KEY (checkout_id, gift_card_id)
);

-- Pieces held for a checkout until a moment. The row is there exactly while they are held: who deletes it (an order, the
-- expiry, the buyer) moves the pieces on, and nobody can do it twice.
CREATE TABLE reservation (
  checkout_id bigint PRIMARY KEY REFERENCES checkout,
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL
);
CREATE INDEX reservation_expires ON reservation (expires_at);
CREATE TABLE reservation_line (
  checkout_id bigint NOT NULL REFERENCES reservation ON DELETE CASCADE,
  variant_id  bigint NOT NULL REFERENCES product_variant,
  quantity    integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (checkout_id, variant_id)
);
CREATE INDEX reservation_line_variant ON reservation_line (variant_id);

-- A cart that is gone (merged into another, or expired) buys nothing more: what its checkout held is over at once.
CREATE FUNCTION end_reservation() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      UPDATE reservation SET expires_at = least(expires_at, now()) WHERE checkout_id = NEW.id;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER end_reservation AFTER UPDATE OF cart_id ON checkout FOR EACH ROW
  WHEN (NEW.cart_id IS NULL AND OLD.cart_id IS NOT NULL) EXECUTE FUNCTION end_reservation();

-- --------------------------------------------------------------------------------------------------------------- orders

-- Numbers that people read to each other, in the order in which orders are placed. A number is skipped when an order is not
-- placed after all: a counter without gaps would let one order wait for the other.
CREATE SEQUENCE shop_order_number START 100001;

-- An order outlives what it was made of: cart, checkout and products may go, so it holds copies and no keys of them.
CREATE TABLE shop_order (
  number          bigint PRIMARY KEY DEFAULT nextval('shop_order_number'),
  -- One order a token, whatever comes twice.
  checkout_token  uuid NOT NULL,
  checkout_id     bigint NOT NULL,
  customer_id     bigint REFERENCES customer,
  email           varchar(254) NOT NULL,
  email_key       varchar(254) NOT NULL,
  locale          varchar(5) NOT NULL,
  status          varchar(9) NOT NULL DEFAULT 'PLACED'
                  CHECK (status IN ('PLACED', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'RETURNED')),
  -- Who gave it this status and why: the trigger below writes it into the order's history.
  status_by       varchar(100) NOT NULL,
  status_why      varchar(200) NOT NULL DEFAULT '',
  status_at       timestamptz NOT NULL DEFAULT now(),
  placed_at       timestamptz NOT NULL DEFAULT now(),
  paid_at         timestamptz,
  -- Until when it waits for its money.
  pay_until       timestamptz NOT NULL,
  currency        varchar(3) NOT NULL,
  tax_mode        varchar(9) NOT NULL CHECK (tax_mode IN ('INCLUSIVE', 'EXCLUSIVE')),
  items_minor     bigint NOT NULL CHECK (items_minor >= 0),
  discount_minor  bigint NOT NULL CHECK (discount_minor BETWEEN 0 AND items_minor),
  shipping_minor  bigint NOT NULL CHECK (shipping_minor >= 0),
  shipping_tax_minor bigint NOT NULL CHECK (shipping_tax_minor >= 0),
  tax_minor       bigint NOT NULL CHECK (tax_minor >= shipping_tax_minor),
  total_minor     bigint NOT NULL,
  gift_card_minor bigint NOT NULL CHECK (gift_card_minor BETWEEN 0 AND total_minor),
  due_minor       bigint NOT NULL,
  coupon_code     varchar(40),
  shipping_method varchar(40) NOT NULL,
  shipping_name   varchar(100) NOT NULL,
  arrives_from    date NOT NULL,
  arrives_until   date NOT NULL CHECK (arrives_until >= arrives_from),
  payment_method  varchar(20) NOT NULL,
  CONSTRAINT shop_order_token UNIQUE (checkout_token),
  CHECK (total_minor = items_minor - discount_minor + shipping_minor + CASE tax_mode WHEN 'EXCLUSIVE' THEN tax_minor ELSE 0 END),
  CHECK (due_minor = total_minor - gift_card_minor),
  -- Nothing leaves unpaid.
  CONSTRAINT shop_order_paid_first CHECK (status IN ('PLACED', 'CANCELLED') OR paid_at IS NOT NULL)
);
CREATE INDEX shop_order_customer ON shop_order (customer_id, number DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX shop_order_email ON shop_order (email_key, number DESC);
CREATE INDEX shop_order_checkout ON shop_order (checkout_id);
CREATE INDEX shop_order_unpaid ON shop_order (pay_until) WHERE status = 'PLACED';

CREATE TABLE order_line (
  order_number     bigint NOT NULL REFERENCES shop_order,
  position         integer NOT NULL CHECK (position > 0),
  variant_id       bigint NOT NULL,
  product_id       bigint NOT NULL,
  sku              varchar(100) NOT NULL,
  slug             varchar(200) NOT NULL,
  name             varchar(255) NOT NULL,
  options          varchar(800) NOT NULL DEFAULT '',
  picture          varchar(100),
  quantity         integer NOT NULL CHECK (quantity > 0),
  -- Pieces of it that count as sold: none any more once it is cancelled, fewer when some are back on the shelf.
  sold             integer NOT NULL CHECK (sold BETWEEN 0 AND quantity),
  unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
  items_minor      bigint NOT NULL CHECK (items_minor = unit_price_minor * quantity),
  discount_minor   bigint NOT NULL CHECK (discount_minor BETWEEN 0 AND items_minor),
  tax_percent      numeric(6, 3) NOT NULL CHECK (tax_percent BETWEEN 0 AND 100),
  tax_minor        bigint NOT NULL CHECK (tax_minor >= 0),
  weight_grams     integer NOT NULL CHECK (weight_grams >= 0),
  PRIMARY KEY (order_number, position),
  UNIQUE (order_number, variant_id)
);
CREATE INDEX order_line_variant ON order_line (variant_id) WHERE sold > 0;

-- The tax of an order by rate, delivery included, as an invoice shows it.
CREATE TABLE order_tax (
  order_number bigint NOT NULL REFERENCES shop_order,
  percent      numeric(6, 3) NOT NULL CHECK (percent BETWEEN 0 AND 100),
  net_minor    bigint NOT NULL CHECK (net_minor >= 0),
  tax_minor    bigint NOT NULL CHECK (tax_minor >= 0),
  PRIMARY KEY (order_number, percent)
);

CREATE TABLE order_address (
  order_number bigint NOT NULL REFERENCES shop_order,
  kind         varchar(8) NOT NULL CHECK (kind IN ('SHIPPING', 'BILLING')),
  name         varchar(100) NOT NULL,
  line1        varchar(100) NOT NULL,
  line2        varchar(100) NOT NULL,
  city         varchar(100) NOT NULL,
  region       varchar(100) NOT NULL,
  postal_code  varchar(20) NOT NULL,
  country      varchar(2) NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  phone        varchar(30) NOT NULL,
  PRIMARY KEY (order_number, kind)
);

-- What opens an order for whoever was sent its link: 256 random bits, of which the SHA-256 is here. Each mail has its own.
CREATE TABLE order_link (
  token_hash   bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  order_number bigint NOT NULL REFERENCES shop_order,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX order_link_order ON order_link (order_number);

CREATE TABLE order_event (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_number bigint NOT NULL REFERENCES shop_order,
  from_status  varchar(9),
  to_status    varchar(9) NOT NULL,
  at           timestamptz NOT NULL,
  who          varchar(100) NOT NULL CHECK (who <> ''),
  why          varchar(200) NOT NULL
);
CREATE INDEX order_event_order ON order_event (order_number, id);

-- One use of a coupon a row; an order uses one at most. Of the uses of one person each has a number of its own, so that two
-- orders at once cannot both be his last.
CREATE TABLE coupon_use (
  order_number bigint PRIMARY KEY REFERENCES shop_order,
  coupon_id    bigint NOT NULL REFERENCES coupon,
  person       varchar(254) NOT NULL,
  customer_id  bigint REFERENCES customer,
  nth          integer NOT NULL CHECK (nth > 0),
  UNIQUE (coupon_id, person, nth)
);
CREATE UNIQUE INDEX coupon_use_customer ON coupon_use (coupon_id, customer_id, nth) WHERE customer_id IS NOT NULL;

CREATE TABLE gift_card_use (
  order_number   bigint NOT NULL REFERENCES shop_order,
  gift_card_id   bigint NOT NULL REFERENCES gift_card,
  amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
  returned_minor bigint NOT NULL DEFAULT 0 CHECK (returned_minor BETWEEN 0 AND amount_minor),
  PRIMARY KEY (order_number, gift_card_id)
);
CREATE INDEX gift_card_use_card ON gift_card_use (gift_card_id);

-- ------------------------------------------------------------------------------------------------------------- payments

-- An attempt to pay an order, written before its provider is asked: money without an order cannot be noted at all.
CREATE TABLE payment (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_number     bigint NOT NULL REFERENCES shop_order,
  method           varchar(20) NOT NULL,
  provider         varchar(20) NOT NULL,
  -- What the provider is told with each call, so that it does nothing twice.
  reference        uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  -- What the provider calls it, once it is known.
  provider_id      varchar(255),
  status           varchar(15) NOT NULL DEFAULT 'INITIATED'
                   CHECK (status IN ('INITIATED', 'AUTHORISED', 'CAPTURED', 'FAILED', 'VOIDED', 'PARTLY_REFUNDED', 'REFUNDED')),
  status_by        varchar(100) NOT NULL,
  status_why       varchar(200) NOT NULL DEFAULT '',
  status_at        timestamptz NOT NULL DEFAULT now(),
  currency         varchar(3) NOT NULL,
  amount_minor     bigint NOT NULL CHECK (amount_minor > 0),
  captured_minor   bigint NOT NULL DEFAULT 0,
  -- Asked to be given back, and given back.
  refunding_minor  bigint NOT NULL DEFAULT 0 CHECK (refunding_minor >= 0),
  refunded_minor   bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
  -- What is to become of it: an order that was cancelled meanwhile wants no money.
  wanted           varchar(7) NOT NULL DEFAULT 'CAPTURE' CHECK (wanted IN ('CAPTURE', 'VOID')),
  -- When to ask the provider what became of it, while that is not known; null when there is nothing to ask.
  next_look_at     timestamptz,
  looks            integer NOT NULL DEFAULT 0,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payment_provider UNIQUE (provider, provider_id),
  CONSTRAINT payment_captured CHECK (captured_minor IN (0, amount_minor)),
  CONSTRAINT payment_refunded CHECK (refunding_minor + refunded_minor <= captured_minor),
  CHECK ((captured_minor > 0) = (status IN ('CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED'))),
  CHECK ((status = 'REFUNDED') = (captured_minor > 0 AND refunded_minor = captured_minor)),
  CHECK ((status = 'PARTLY_REFUNDED') = (refunded_minor > 0 AND refunded_minor < captured_minor))
);
-- One charge an order: another attempt can begin only when the one before came to nothing.
CREATE UNIQUE INDEX payment_live ON payment (order_number) WHERE status NOT IN ('FAILED', 'VOIDED');
CREATE INDEX payment_order ON payment (order_number);
CREATE INDEX payment_look ON payment (next_look_at) WHERE next_look_at IS NOT NULL;

CREATE TABLE payment_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_id  bigint NOT NULL REFERENCES payment,
  from_status varchar(15),
  to_status   varchar(15) NOT NULL,
  at          timestamptz NOT NULL,
  who         varchar(100) NOT NULL CHECK (who <> ''),
  why         varchar(200) NOT NULL
);
CREATE INDEX payment_event_payment ON payment_event (payment_id, id);

-- What a provider told by itself, once each: its second telling changes nothing.
CREATE TABLE payment_notice (
  provider    varchar(20) NOT NULL,
  notice_id   varchar(255) NOT NULL,
  payment_id  bigint REFERENCES payment,
  kind        varchar(100) NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, notice_id)
);
CREATE INDEX payment_notice_payment ON payment_notice (payment_id);

-- Money to be given back, written before the provider is asked, as with payments.
CREATE TABLE refund (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_id   bigint NOT NULL REFERENCES payment,
  reference    uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  status       varchar(9) NOT NULL DEFAULT 'REQUESTED' CHECK (status IN ('REQUESTED', 'DONE', 'FAILED')),
  who          varchar(100) NOT NULL,
  why          varchar(200) NOT NULL,
  provider_id  varchar(255),
  next_look_at timestamptz DEFAULT now(),
  looks        integer NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL DEFAULT now(),
  done_at      timestamptz,
  CHECK ((status = 'REQUESTED') = (done_at IS NULL))
);
CREATE INDEX refund_payment ON refund (payment_id);
CREATE INDEX refund_look ON refund (next_look_at) WHERE status = 'REQUESTED';

-- -------------------------------------------------------------------------------------------------------------- parcels

CREATE TABLE shipment (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_number bigint NOT NULL REFERENCES shop_order,
  status       varchar(9) NOT NULL DEFAULT 'PACKED' CHECK (status IN ('PACKED', 'SHIPPED', 'DELIVERED', 'RETURNED', 'UNPACKED')),
  status_by    varchar(100) NOT NULL,
  status_why   varchar(200) NOT NULL DEFAULT '',
  status_at    timestamptz NOT NULL DEFAULT now(),
  carrier      varchar(60),
  tracking     varchar(100),
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX shipment_order ON shipment (order_number);
CREATE TABLE shipment_line (
  shipment_id  bigint NOT NULL REFERENCES shipment,
  order_number bigint NOT NULL,
  position     integer NOT NULL,
  quantity     integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, position),
  FOREIGN KEY (order_number, position) REFERENCES order_line
);
CREATE INDEX shipment_line_order ON shipment_line (order_number, position);
CREATE TABLE shipment_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  shipment_id bigint NOT NULL REFERENCES shipment,
  from_status varchar(9),
  to_status   varchar(9) NOT NULL,
  at          timestamptz NOT NULL,
  who         varchar(100) NOT NULL CHECK (who <> ''),
  why         varchar(200) NOT NULL
);
CREATE INDEX shipment_event_shipment ON shipment_event (shipment_id, id);

-- A parcel is packed of a paid order only.
CREATE FUNCTION refuse_unpaid_parcel() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM shop_order WHERE number = NEW.order_number AND paid_at IS NOT NULL AND status <> 'CANCELLED') THEN
        RAISE EXCEPTION 'Order % is not paid', NEW.order_number USING ERRCODE = 'check_violation', CONSTRAINT = 'shipment_paid_first';
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER shipment_paid_first BEFORE INSERT ON shipment FOR EACH ROW EXECUTE FUNCTION refuse_unpaid_parcel();

-- -------------------------------------------------------------------------------------------------------------- history

-- Each move of an order, a payment or a parcel is written down here, by whoever made it: no statement can forget to.
CREATE FUNCTION record_order_move() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO order_event (order_number, from_status, to_status, at, who, why)
      VALUES (NEW.number, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END, NEW.status, NEW.status_at, NEW.status_by, NEW.status_why);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER record_placing AFTER INSERT ON shop_order FOR EACH ROW EXECUTE FUNCTION record_order_move();
CREATE TRIGGER record_move AFTER UPDATE OF status ON shop_order FOR EACH ROW
  WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION record_order_move();

CREATE FUNCTION record_payment_move() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO payment_event (payment_id, from_status, to_status, at, who, why)
      VALUES (NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END, NEW.status, NEW.status_at, NEW.status_by, NEW.status_why);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER record_beginning AFTER INSERT ON payment FOR EACH ROW EXECUTE FUNCTION record_payment_move();
-- A second part that is refunded leaves the status as it is, and is a move all the same.
CREATE TRIGGER record_move AFTER UPDATE OF status, refunded_minor ON payment FOR EACH ROW
  WHEN (OLD.status <> NEW.status OR OLD.refunded_minor <> NEW.refunded_minor) EXECUTE FUNCTION record_payment_move();

CREATE FUNCTION record_shipment_move() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO shipment_event (shipment_id, from_status, to_status, at, who, why)
      VALUES (NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END, NEW.status, NEW.status_at, NEW.status_by, NEW.status_why);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER record_packing AFTER INSERT ON shipment FOR EACH ROW EXECUTE FUNCTION record_shipment_move();
CREATE TRIGGER record_move AFTER UPDATE OF status ON shipment FOR EACH ROW
  WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION record_shipment_move();

-- --------------------------------------------------------------------------------------------------------- exactly once

-- A call that a program repeats is known by its key, within what the caller may see (its cart). The row is written first in
-- the transaction of the call, so that the same call at the same time waits here, and holds the first answer afterwards.
CREATE TABLE idempotency_key (
  -- SHA-256 of whose key it is and of the key itself.
  key_hash     bytea PRIMARY KEY CHECK (octet_length(key_hash) = 32),
  body_hash    bytea NOT NULL CHECK (octet_length(body_hash) = 32),
  created_at   timestamptz NOT NULL DEFAULT now(),
  -- What came of it; null while its payment is under way.
  answer       jsonb,
  order_number bigint REFERENCES shop_order
);
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
CREATE INDEX idempotency_key_order ON idempotency_key (order_number) WHERE order_number IS NOT NULL;

-- ----------------------------------------------------------------------------------------------------------- invariants

-- What must be true at every moment, told apart by name: no row means that all is well. A test, an operator and the torture
-- suite ask the same question.
CREATE VIEW broken_promise AS
  SELECT 'stock adds up' AS promise, sku AS subject,
         format('%s available + %s reserved + %s sold <> %s received', available, reserved, sold, received) AS detail
    FROM product_variant WHERE available + reserved + sold <> received OR least(available, reserved, sold) < 0
  UNION ALL
  SELECT 'reserved is what checkouts hold', v.sku, format('%s reserved, %s held', v.reserved, coalesce(h.held, 0))
    FROM product_variant v
    LEFT JOIN (SELECT variant_id, sum(quantity) AS held FROM reservation_line GROUP BY variant_id) h ON h.variant_id = v.id
   WHERE v.reserved <> coalesce(h.held, 0)
  UNION ALL
  SELECT 'sold is what orders have', v.sku, format('%s sold, %s ordered', v.sold, coalesce(o.sold, 0))
    FROM product_variant v
    LEFT JOIN (SELECT variant_id, sum(sold) AS sold FROM order_line GROUP BY variant_id) o ON o.variant_id = v.id
   WHERE v.sold <> coalesce(o.sold, 0)
  UNION ALL
  SELECT 'a cancelled order has nothing', o.number::text, format('%s pieces of %s', l.sold, l.sku)
    FROM shop_order o JOIN order_line l ON l.order_number = o.number WHERE o.status = 'CANCELLED' AND l.sold > 0
  UNION ALL
  SELECT 'one order a token', checkout_token::text, format('%s orders', count(*))
    FROM shop_order GROUP BY checkout_token HAVING count(*) > 1
  UNION ALL
  SELECT 'an order is the sum of its lines', o.number::text,
         format('items %s, %s; discount %s, %s; tax %s, %s', o.items_minor, l.items, o.discount_minor, l.discount, o.tax_minor, l.tax)
    FROM shop_order o
    LEFT JOIN LATERAL (SELECT sum(items_minor) AS items, sum(discount_minor) AS discount, sum(tax_minor) AS tax
                         FROM order_line WHERE order_number = o.number) l ON true
   WHERE (o.items_minor, o.discount_minor, o.tax_minor - o.shipping_tax_minor) IS DISTINCT FROM (l.items, l.discount, l.tax)
  UNION ALL
  SELECT 'tax by rate is the whole tax', o.number::text, format('%s, %s', o.tax_minor, t.tax)
    FROM shop_order o
    LEFT JOIN LATERAL (SELECT coalesce(sum(tax_minor), 0) AS tax FROM order_tax WHERE order_number = o.number) t ON true
   WHERE o.tax_minor <> t.tax
  UNION ALL
  SELECT 'a paid order has its money', o.number::text, format('%s due, %s captured, %s given back', o.due_minor, p.captured, p.refunded)
    FROM shop_order o
    LEFT JOIN LATERAL (SELECT coalesce(sum(captured_minor), 0) AS captured, coalesce(sum(refunded_minor), 0) AS refunded
                         FROM payment WHERE order_number = o.number) p ON true
   WHERE o.paid_at IS NOT NULL AND p.captured <> o.due_minor
  UNION ALL
  -- A cancelled order may hold money for as long as its refund is asked for.
  SELECT 'no money without an order that wants it', o.number::text, format('%s captured, %s given back or asked for', p.captured_minor, p.refunded_minor + p.refunding_minor)
    FROM payment p JOIN shop_order o ON o.number = p.order_number
   WHERE o.status IN ('PLACED', 'CANCELLED') AND p.captured_minor > p.refunded_minor + p.refunding_minor
  UNION ALL
  SELECT 'what is asked back is asked for once', p.id::text, format('%s, %s', p.refunding_minor, r.asked)
    FROM payment p
    LEFT JOIN LATERAL (SELECT coalesce(sum(amount_minor) FILTER (WHERE status = 'REQUESTED'), 0) AS asked,
                              coalesce(sum(amount_minor) FILTER (WHERE status = 'DONE'), 0) AS done
                         FROM refund WHERE payment_id = p.id) r ON true
   WHERE p.refunding_minor <> r.asked OR p.refunded_minor <> r.done
  UNION ALL
  SELECT 'coupons are counted', c.code, format('%s used, %s uses, limit %s', c.used, count(u.*), c.total_limit)
    FROM coupon c LEFT JOIN coupon_use u ON u.coupon_id = c.id GROUP BY c.id
  HAVING c.used <> count(u.*) OR count(u.*) > c.total_limit
  UNION ALL
  SELECT 'a person keeps to a coupon''s limit', c.code, format('%s: %s uses', u.person, count(*))
    FROM coupon c JOIN coupon_use u ON u.coupon_id = c.id GROUP BY c.id, u.person HAVING count(*) > c.person_limit
  UNION ALL
  SELECT 'gift cards hold what is left', g.id::text, format('%s left of %s, %s spent', g.balance_minor, g.initial_minor, u.spent)
    FROM gift_card g
    LEFT JOIN LATERAL (SELECT coalesce(sum(amount_minor - returned_minor), 0) AS spent FROM gift_card_use WHERE gift_card_id = g.id) u ON true
   WHERE g.balance_minor <> g.initial_minor - u.spent
  UNION ALL
  SELECT 'an order spends what its gift cards gave', o.number::text, format('%s, %s', o.gift_card_minor, u.spent)
    FROM shop_order o
    LEFT JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0) AS spent FROM gift_card_use WHERE order_number = o.number) u ON true
   WHERE o.gift_card_minor <> u.spent
  UNION ALL
  SELECT 'no order without its history', o.number::text, format('is %s, history ends with %s', o.status, e.to_status)
    FROM shop_order o
    LEFT JOIN LATERAL (SELECT to_status FROM order_event WHERE order_number = o.number ORDER BY id DESC LIMIT 1) e ON true
   WHERE o.status IS DISTINCT FROM e.to_status
  UNION ALL
  SELECT 'nothing leaves unpaid', s.order_number::text, format('parcel %s', s.id)
    FROM shipment s JOIN shop_order o ON o.number = s.order_number WHERE o.paid_at IS NULL;
