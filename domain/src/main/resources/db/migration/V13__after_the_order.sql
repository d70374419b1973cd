-- What comes after an order: links that run out, mails that are sent once, invoices without a gap, and what comes back.

-- A link of a mail is good for a year, one that was asked for with the number of the order for half an hour.
ALTER TABLE order_link ADD COLUMN expires_at timestamptz NOT NULL DEFAULT now() + interval '1 year';
CREATE INDEX order_link_expires ON order_link (expires_at);

-- Whether its person wants to be forgotten, and when that was done: it waits until the order is over. What is left then are
-- goods and sums.
ALTER TABLE shop_order
  ADD COLUMN to_be_forgotten boolean NOT NULL DEFAULT false,
  ADD COLUMN forgotten_at timestamptz;

-- What is searched for among the orders of one customer.
CREATE INDEX shop_order_of_customer ON shop_order (customer_id, placed_at DESC) WHERE customer_id IS NOT NULL;

-- Each mail about an order once, whatever comes twice: its row is written in the transaction that puts it into the outbox.
CREATE TABLE order_mail (
  order_number bigint NOT NULL REFERENCES shop_order,
  kind         varchar(60) NOT NULL CHECK (kind <> ''),
  at           timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (order_number, kind)
);

-- ------------------------------------------------------------------------------------------------------------- invoices

-- The last number that was given. Whoever gives the next one holds this row until the end of the transaction, so that a
-- number is either an invoice or not given at all.
CREATE TABLE invoice_counter (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  last     bigint NOT NULL
);
INSERT INTO invoice_counter (last) VALUES (10000);

CREATE TABLE invoice (
  number       bigint PRIMARY KEY,
  order_number bigint NOT NULL UNIQUE REFERENCES shop_order,
  issued_at    timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION number_invoice() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM shop_order WHERE number = NEW.order_number AND paid_at IS NOT NULL) THEN
        RAISE EXCEPTION 'Order % is not paid', NEW.order_number USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_paid_first';
      END IF;
      UPDATE invoice_counter SET last = last + 1 RETURNING last INTO NEW.number;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER number_invoice BEFORE INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION number_invoice();

CREATE FUNCTION keep_invoice() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      RAISE EXCEPTION 'An invoice stays as it is' USING ERRCODE = 'restrict_violation';
    END
  $$;
CREATE TRIGGER keep_invoice BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION keep_invoice();

-- -------------------------------------------------------------------------------------------------------------- returns

-- Pieces of a line that came back, for which the money was given back, on the shelf again or not.
ALTER TABLE order_line
  ADD COLUMN returned integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT order_line_returned CHECK (returned BETWEEN 0 AND quantity);

-- Pieces that somebody wants to send back, or that came back by themselves.
CREATE TABLE order_return (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_number bigint NOT NULL REFERENCES shop_order,
  status       varchar(9) NOT NULL DEFAULT 'REQUESTED' CHECK (status IN ('REQUESTED', 'ACCEPTED', 'REFUSED')),
  status_by    varchar(100) NOT NULL,
  status_why   varchar(200) NOT NULL DEFAULT '',
  status_at    timestamptz NOT NULL DEFAULT now(),
  reason       varchar(20) NOT NULL,
  note         varchar(300) NOT NULL DEFAULT '',
  -- What was given back for it, and whether its pieces are on the shelf again; null until it is accepted.
  refund_minor bigint CHECK (refund_minor >= 0),
  restocked    boolean,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CHECK ((status = 'ACCEPTED') = (refund_minor IS NOT NULL) AND (status = 'ACCEPTED') = (restocked IS NOT NULL))
);
CREATE INDEX order_return_order ON order_return (order_number);
CREATE TABLE order_return_line (
  return_id    bigint NOT NULL REFERENCES order_return,
  order_number bigint NOT NULL,
  position     integer NOT NULL,
  quantity     integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (return_id, position),
  FOREIGN KEY (order_number, position) REFERENCES order_line
);
CREATE INDEX order_return_line_order ON order_return_line (order_number, position);
CREATE TABLE order_return_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  return_id   bigint NOT NULL REFERENCES order_return,
  from_status varchar(9),
  to_status   varchar(9) NOT NULL,
  at          timestamptz NOT NULL,
  who         varchar(100) NOT NULL CHECK (who <> ''),
  why         varchar(200) NOT NULL
);
CREATE INDEX order_return_event_return ON order_return_event (return_id, id);

CREATE FUNCTION record_return_move() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO order_return_event (return_id, from_status, to_status, at, who, why)
      VALUES (NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END, NEW.status, NEW.status_at, NEW.status_by, NEW.status_why);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER record_asking AFTER INSERT ON order_return FOR EACH ROW EXECUTE FUNCTION record_return_move();
CREATE TRIGGER record_move AFTER UPDATE OF status ON order_return FOR EACH ROW
  WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION record_return_move();

-- ----------------------------------------------------------------------------------------------------------- invariants

ALTER VIEW broken_promise RENAME TO broken_promise_before_parcels;
CREATE VIEW broken_promise AS
  SELECT promise, subject, detail FROM broken_promise_before_parcels
  UNION ALL
  SELECT 'parcels hold no more than was ordered', format('%s/%s', l.order_number, l.position), format('%s ordered, %s packed', l.quantity, p.packed)
    FROM order_line l
    JOIN (SELECT sl.order_number, sl.position, sum(sl.quantity) AS packed
            FROM shipment_line sl JOIN shipment s ON s.id = sl.shipment_id WHERE s.status <> 'UNPACKED'
           GROUP BY sl.order_number, sl.position) p ON p.order_number = l.order_number AND p.position = l.position
   WHERE p.packed > l.quantity
  UNION ALL
  SELECT 'what came back is counted', format('%s/%s', l.order_number, l.position), format('%s returned, %s accepted', l.returned, coalesce(r.accepted, 0))
    FROM order_line l
    LEFT JOIN (SELECT rl.order_number, rl.position, sum(rl.quantity) AS accepted
                 FROM order_return_line rl JOIN order_return r ON r.id = rl.return_id WHERE r.status = 'ACCEPTED'
                GROUP BY rl.order_number, rl.position) r ON r.order_number = l.order_number AND r.position = l.position
   WHERE l.returned <> coalesce(r.accepted, 0)
  UNION ALL
  SELECT 'a return gives back no more than was paid', o.number::text, format('%s of %s', r.given, o.total_minor)
    FROM shop_order o
    JOIN (SELECT order_number, sum(refund_minor) AS given FROM order_return GROUP BY order_number) r ON r.order_number = o.number
   WHERE r.given > o.total_minor
  UNION ALL
  SELECT 'invoices have no gap', format('%s to %s', min(number), max(number)), format('%s invoices, the last number is %s', count(*), max(c.last))
    FROM invoice, invoice_counter c HAVING count(*) > 0 AND (count(*) <> max(number) - min(number) + 1 OR max(number) <> max(c.last));
