-- CARTS carts for BUYERS buyers in turn, each with LINES lines: of goods of the buyer's own, or of the first ones where HOT is true.
-- A cart is known by the hash of what its cookie says. Yields buyer and secret.
WITH fresh AS MATERIALIZED (
  SELECT nextval('cart_seq') AS id, n % BUYERS AS buyer,
         translate(rtrim(encode(sha256(CAST(gen_random_uuid() || '' || gen_random_uuid() AS bytea)), 'base64'), '='), '+/', '-_') AS token
    FROM generate_series(1, CARTS) AS n),
carts AS (
  INSERT INTO cart (id, token_hash, created_at, touched_at) SELECT id, sha256(CAST(token AS bytea)), now(), now() FROM fresh),
lines AS (
  INSERT INTO cart_line (id, cart_id, variant_id, quantity, added_at, seen_minor, seen_currency, seen_available)
  SELECT nextval('cart_line_seq'), f.id, v.id, 1, now(), v.price_minor, v.price_currency, v.available
    FROM fresh f, generate_series(1, LINES) AS l
    JOIN LATERAL (SELECT id, price_minor, price_currency, available FROM product_variant
                   WHERE sku = 'LOAD-' || CASE WHEN HOT THEN l ELSE f.buyer + l END) v ON true)
SELECT buyer, token FROM fresh
