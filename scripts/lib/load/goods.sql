-- What buyers of a load test want: GOODS products of one variant each, with more pieces than they can order.
WITH numbers AS (SELECT n FROM generate_series(1, GOODS) AS n),
made AS (
  INSERT INTO product (id, slug, name, brand_id, category_id, status, created_at, updated_at)
  SELECT nextval('product_seq'), 'load-' || n, 'Load ' || n, (SELECT min(id) FROM brand), (SELECT min(id) FROM category), 'ACTIVE', now(), now()
    FROM numbers
  -- Those of an earlier test are sold again.
  ON CONFLICT (slug) DO UPDATE SET status = 'ACTIVE', updated_at = now() RETURNING id, slug)
INSERT INTO product_variant (id, product_id, position, sku, price_minor, price_currency, available, weight_grams)
SELECT nextval('product_variant_seq'), id, 1, upper(slug), 1999, 'EUR', 1000000, 100 FROM made
ON CONFLICT (sku) DO NOTHING
