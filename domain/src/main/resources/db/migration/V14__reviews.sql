-- What buyers say of what they bought, and what that makes of a product's rating.

-- Of the catalogue's file come an average and a number of ratings (rating_average, rating_count): they stay as the file says,
-- and the reviews of this shop are counted beside them, by stars. What pages show is worked out of both in the row itself,
-- so that it cannot be anything else than their sum.
ALTER TABLE product
  ADD COLUMN reviews_1 integer NOT NULL DEFAULT 0 CHECK (reviews_1 >= 0),
  ADD COLUMN reviews_2 integer NOT NULL DEFAULT 0 CHECK (reviews_2 >= 0),
  ADD COLUMN reviews_3 integer NOT NULL DEFAULT 0 CHECK (reviews_3 >= 0),
  ADD COLUMN reviews_4 integer NOT NULL DEFAULT 0 CHECK (reviews_4 >= 0),
  ADD COLUMN reviews_5 integer NOT NULL DEFAULT 0 CHECK (reviews_5 >= 0),
  -- Grows whenever a review changes that is shown: what was made of an older state is told apart by it.
  ADD COLUMN reviews_revision bigint NOT NULL DEFAULT 0,
  ADD COLUMN shown_ratings integer NOT NULL
    GENERATED ALWAYS AS (rating_count + reviews_1 + reviews_2 + reviews_3 + reviews_4 + reviews_5) STORED,
  ADD COLUMN shown_rating numeric(3, 2) NOT NULL
    GENERATED ALWAYS AS (CASE WHEN reviews_1 + reviews_2 + reviews_3 + reviews_4 + reviews_5 = 0 THEN rating_average
      ELSE round((rating_average * rating_count + reviews_1 + 2 * reviews_2 + 3 * reviews_3 + 4 * reviews_4 + 5 * reviews_5)
                 / (rating_count + reviews_1 + reviews_2 + reviews_3 + reviews_4 + reviews_5), 2) END) STORED;

CREATE TABLE review (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id   bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  -- The purchase that it speaks of: without one there is no review.
  order_number bigint NOT NULL,
  position     integer NOT NULL,
  customer_id  bigint REFERENCES customer,
  -- Who bought: customer:17, guest: and the SHA-256 of the address of the order, or forgotten: and a number.
  buyer        varchar(80) NOT NULL,
  stars        smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  title        varchar(100) NOT NULL CHECK (title <> ''),
  body         varchar(2000) NOT NULL CHECK (body <> ''),
  language     varchar(2) NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  -- Empty for who does not want to be named.
  shown_name   varchar(60) NOT NULL,
  status       varchar(9) NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'PUBLISHED', 'REJECTED')),
  status_by    varchar(100) NOT NULL CHECK (status_by <> ''),
  status_why   varchar(200) NOT NULL DEFAULT '',
  status_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Grows with what its buyer writes, so that nothing is published but what was read.
  revision     integer NOT NULL DEFAULT 1,
  helpful      integer NOT NULL DEFAULT 0 CHECK (helpful >= 0),
  written_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- One of a buyer about a product, however often and wherever it is sent.
  CONSTRAINT review_buyer UNIQUE (product_id, buyer),
  FOREIGN KEY (order_number, position) REFERENCES order_line,
  -- Who turns one down says why.
  CHECK (status <> 'REJECTED' OR status_why <> '')
);
CREATE INDEX review_newest ON review (product_id, written_at DESC, id DESC) WHERE status = 'PUBLISHED';
CREATE INDEX review_helpful ON review (product_id, helpful DESC, written_at DESC, id DESC) WHERE status = 'PUBLISHED';
CREATE INDEX review_queue ON review (status, written_at, id);
CREATE INDEX review_order ON review (order_number, position);
CREATE INDEX review_customer ON review (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE review_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  review_id   bigint NOT NULL REFERENCES review ON DELETE CASCADE,
  from_status varchar(9),
  to_status   varchar(9) NOT NULL,
  at          timestamptz NOT NULL,
  who         varchar(100) NOT NULL,
  why         varchar(200) NOT NULL
);
CREATE INDEX review_event_review ON review_event (review_id, id);

CREATE FUNCTION record_review_move() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO review_event (review_id, from_status, to_status, at, who, why)
      VALUES (NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END, NEW.status, NEW.status_at, NEW.status_by, NEW.status_why);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER record_writing AFTER INSERT ON review FOR EACH ROW EXECUTE FUNCTION record_review_move();
CREATE TRIGGER record_move AFTER UPDATE OF status ON review FOR EACH ROW
  WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION record_review_move();

-- Whom a review helped; one voice a customer.
CREATE TABLE review_vote (
  review_id   bigint NOT NULL REFERENCES review ON DELETE CASCADE,
  customer_id bigint NOT NULL REFERENCES customer,
  PRIMARY KEY (review_id, customer_id)
);
CREATE INDEX review_vote_customer ON review_vote (customer_id);

CREATE FUNCTION count_review_vote() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        UPDATE review SET helpful = helpful + 1 WHERE id = NEW.review_id;
      ELSE
        UPDATE review SET helpful = helpful - 1 WHERE id = OLD.review_id;
      END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER count_vote AFTER INSERT OR DELETE ON review_vote FOR EACH ROW EXECUTE FUNCTION count_review_vote();

-- Counts what is published, by adding and taking away in the product's own row: whoever comes at the same time waits for the
-- row and adds to what it is then. The product's row changes with each review that is shown, so that its trigger tells the
-- memories of the nodes, and no statement can forget to.
CREATE FUNCTION count_review() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE
      was integer := CASE WHEN TG_OP <> 'INSERT' AND OLD.status = 'PUBLISHED' THEN OLD.stars ELSE 0 END;
      becomes integer := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = 'PUBLISHED' THEN NEW.stars ELSE 0 END;
    BEGIN
      IF was > 0 OR becomes > 0 THEN
        UPDATE product
           SET reviews_1 = reviews_1 + (becomes = 1)::integer - (was = 1)::integer,
               reviews_2 = reviews_2 + (becomes = 2)::integer - (was = 2)::integer,
               reviews_3 = reviews_3 + (becomes = 3)::integer - (was = 3)::integer,
               reviews_4 = reviews_4 + (becomes = 4)::integer - (was = 4)::integer,
               reviews_5 = reviews_5 + (becomes = 5)::integer - (was = 5)::integer,
               reviews_revision = reviews_revision + 1
         WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.product_id ELSE NEW.product_id END;
      END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER count_review AFTER INSERT OR UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION count_review();

-- A review stays with its product and its purchase.
CREATE FUNCTION keep_review() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      RAISE EXCEPTION 'A review stays with its purchase' USING ERRCODE = 'restrict_violation';
    END
  $$;
CREATE TRIGGER keep_review BEFORE UPDATE OF product_id, order_number, position ON review FOR EACH ROW
  WHEN ((OLD.product_id, OLD.order_number, OLD.position) IS DISTINCT FROM (NEW.product_id, NEW.order_number, NEW.position))
  EXECUTE FUNCTION keep_review();

-- An emptied table leaves nothing that a row trigger could count.
CREATE FUNCTION count_no_reviews() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      UPDATE product
         SET reviews_1 = 0, reviews_2 = 0, reviews_3 = 0, reviews_4 = 0, reviews_5 = 0, reviews_revision = reviews_revision + 1
       WHERE reviews_1 + reviews_2 + reviews_3 + reviews_4 + reviews_5 > 0;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER count_emptied AFTER TRUNCATE ON review FOR EACH STATEMENT EXECUTE FUNCTION count_no_reviews();

-- What must be true of reviews at every moment; no row means that all is well, as with broken_promise.
CREATE VIEW broken_review AS
  SELECT 'stars are counted as they are published' AS promise, p.slug AS subject,
         format('%s counted, %s published', ARRAY[p.reviews_1, p.reviews_2, p.reviews_3, p.reviews_4, p.reviews_5], r.stars) AS detail
    FROM product p
    LEFT JOIN LATERAL (
      SELECT ARRAY[count(*) FILTER (WHERE stars = 1), count(*) FILTER (WHERE stars = 2), count(*) FILTER (WHERE stars = 3),
                   count(*) FILTER (WHERE stars = 4), count(*) FILTER (WHERE stars = 5)]::integer[] AS stars
        FROM review WHERE product_id = p.id AND status = 'PUBLISHED') r ON true
   WHERE ARRAY[p.reviews_1, p.reviews_2, p.reviews_3, p.reviews_4, p.reviews_5] <> r.stars
  UNION ALL
  SELECT 'the rating is that of the file and the reviews', p.slug, format('%s of %s', p.shown_rating, p.shown_ratings)
    FROM product p
    JOIN (SELECT product_id, count(*) AS many, sum(stars) AS stars FROM review WHERE status = 'PUBLISHED' GROUP BY product_id) r
      ON r.product_id = p.id
   WHERE p.shown_ratings <> p.rating_count + r.many
      OR p.shown_rating <> round((p.rating_average * p.rating_count + r.stars) / (p.rating_count + r.many), 2)
  UNION ALL
  SELECT 'a review is of a purchase of its product', r.id::text, format('order %s', r.order_number)
    FROM review r
    JOIN order_line l ON l.order_number = r.order_number AND l.position = r.position
    JOIN shop_order o ON o.number = r.order_number
   WHERE l.product_id <> r.product_id OR o.paid_at IS NULL
  UNION ALL
  SELECT 'no review without its history', r.id::text, format('is %s, history ends with %s', r.status, e.to_status)
    FROM review r
    LEFT JOIN LATERAL (SELECT to_status FROM review_event WHERE review_id = r.id ORDER BY id DESC LIMIT 1) e ON true
   WHERE r.status IS DISTINCT FROM e.to_status
  UNION ALL
  SELECT 'voices are counted', r.id::text, format('%s counted, %s given', r.helpful, count(v.*))
    FROM review r LEFT JOIN review_vote v ON v.review_id = r.id GROUP BY r.id HAVING r.helpful <> count(v.*);
