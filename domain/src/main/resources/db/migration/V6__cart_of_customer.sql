-- A cart is a guest's, whom a secret lets in, or a customer's: one at most for each of them.
ALTER TABLE cart
  ALTER COLUMN token_hash DROP NOT NULL,
  ADD COLUMN customer_id bigint UNIQUE REFERENCES customer ON DELETE CASCADE,
  -- What is to be told of the last merge: lines that were there from before, and those for which there was no room.
  ADD COLUMN joined_lines integer NOT NULL DEFAULT 0 CHECK (joined_lines >= 0),
  ADD COLUMN dropped_lines integer NOT NULL DEFAULT 0 CHECK (dropped_lines >= 0),
  ADD CONSTRAINT cart_one_owner CHECK (num_nonnulls(token_hash, customer_id) = 1);

-- Only guests' carts expire.
DROP INDEX cart_touched;
CREATE INDEX cart_touched ON cart (touched_at) WHERE customer_id IS NULL;

-- A line is in the cart or saved for later, and knows what the shopper was shown last.
ALTER TABLE cart_line
  ADD COLUMN is_saved boolean NOT NULL DEFAULT false,
  ADD COLUMN seen_minor bigint CHECK (seen_minor >= 0),
  ADD COLUMN seen_currency varchar(3),
  ADD COLUMN seen_available integer CHECK (seen_available >= 0),
  -- What a merge did to it, until that has been read: pieces of either cart, or that it had to make room.
  ADD COLUMN held_before integer CHECK (held_before BETWEEN 0 AND 99),
  ADD COLUMN brought integer CHECK (brought BETWEEN 1 AND 99),
  ADD COLUMN made_room boolean NOT NULL DEFAULT false,
  ADD CHECK ((held_before IS NULL) = (brought IS NULL)),
  DROP CONSTRAINT cart_line_cart_id_variant_id_key,
  ADD CONSTRAINT cart_line_once UNIQUE (cart_id, variant_id, is_saved);

UPDATE cart_line l
   SET seen_minor = v.price_minor, seen_currency = v.price_currency,
       seen_available = CASE WHEN p.visible THEN v.available ELSE 0 END
  FROM product_variant v JOIN product p ON p.id = v.product_id
 WHERE v.id = l.variant_id;

ALTER TABLE cart_line
  ALTER COLUMN seen_minor SET NOT NULL,
  ALTER COLUMN seen_currency SET NOT NULL,
  ALTER COLUMN seen_available SET NOT NULL;
