-- Two thirds of what a search for a frequent word cost, and half of what an import cost, went into the search documents.

-- How near the beginning of a document the words stand is asked of the document itself, by a query that wants them in a
-- certain weight: cheaper than to cut each document down to that weight first.

-- The same query, each word of which has to be there in one of these weights: 'red' & 'lamp' becomes 'red':AB & 'lamp':AB.
-- For queries that name no weights themselves.
CREATE FUNCTION in_weights(query tsquery, weights text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT regexp_replace(query::text, '(''(?:[^'']|'''')*'')', '\1:' || weights, 'g')::tsquery $$;

CREATE OR REPLACE FUNCTION search_matches(query tsquery) RETURNS TABLE (product_id bigint, rank real)
  LANGUAGE sql STABLE ROWS 1000
  AS $$
    WITH near AS MATERIALIZED (SELECT in_weights(query, 'A') AS in_name, in_weights(query, 'ABC') AS beside_text)
    SELECT d.product_id,
           (ts_rank('{0.05, 0.2, 0.5, 1.0}', d.words, query)
            + CASE WHEN d.words @@ near.in_name THEN 1 WHEN d.words @@ near.beside_text THEN 0.5 ELSE 0 END)::real
      FROM search_document d, near WHERE d.words @@ query LIMIT 200000
  $$;

-- A product's document is made with its category and options looked up once, and its words are looked for one by one in the
-- index: a plan that compares them with all words of the shop cost more than the document itself.
CREATE FUNCTION search_words_of(p product, of_category text, choices text) RETURNS tsvector
  LANGUAGE sql STABLE
  AS $$
    SELECT setweight(to_tsvector('english', plain_text(p.name)), 'A')
        || setweight(to_tsvector('english', plain_text((SELECT name FROM brand WHERE id = p.brand_id))), 'B')
        || setweight(to_tsvector('english', coalesce((SELECT string_agg(sku, ' ' ORDER BY position, id) FROM product_variant WHERE product_id = p.id), '')), 'B')
        || setweight(to_tsvector('english', plain_text(concat_ws(' ', of_category, p.product_type, choices))), 'C')
        || setweight(to_tsvector('english', plain_text(coalesce((SELECT string_agg(tag, ' ' ORDER BY tag) FROM product_tag WHERE product_id = p.id), ''))), 'C')
        || setweight(to_tsvector('english', plain_text(left(regexp_replace(p.description, '<[^>]*>', ' ', 'g'), 20000))), 'D')
  $$;
CREATE OR REPLACE FUNCTION search_words_of(p product) RETURNS tsvector
  LANGUAGE sql STABLE
  AS $$ SELECT search_words_of(p, category_words(p.category_id), option_words(p.id)) $$;

CREATE OR REPLACE FUNCTION refresh_search_document() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE p product; of_category text; choices text; fresh text[];
    BEGIN
      IF NEW.product_id <= 0 OR NOT EXISTS (SELECT 1 FROM product_change c WHERE c.xid = NEW.xid AND c.product_id = NEW.product_id AND c.words) THEN
        RETURN NULL;
      END IF;
      SELECT * INTO p FROM product WHERE id = NEW.product_id;
      IF NOT FOUND THEN RETURN NULL; END IF;
      of_category := category_words(p.category_id);
      choices := option_words(p.id);
      INSERT INTO search_document (product_id, words) VALUES (p.id, search_words_of(p, of_category, choices))
        ON CONFLICT (product_id) DO UPDATE SET words = excluded.words WHERE search_document.words <> excluded.words;
      SELECT array_agg(w) INTO fresh
        FROM split_words(concat_ws(' ', p.name, (SELECT name FROM brand WHERE id = p.brand_id), of_category, p.product_type, choices,
                         (SELECT string_agg(tag, ' ') FROM product_tag WHERE product_id = p.id))) w
       WHERE (SELECT s.word FROM search_word s WHERE s.word = w) IS NULL;
      IF fresh IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(7305172);
        INSERT INTO search_word (word, stem) SELECT w, stem_of(w) FROM unnest(fresh) w ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END
  $$;
