-- A catalogue of a million products: everything a catalogue file says, a search that forgives, and a log of what changed.
-- product.search stays until the release after this one, for nodes of the release before; nothing keeps it any more.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- What people read in other languages than the shop's own; English is in the category itself.
CREATE TABLE category_translation (
  category_id bigint NOT NULL REFERENCES category ON DELETE CASCADE,
  language    varchar(2) NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  name        varchar(120) NOT NULL,
  description varchar(1000) NOT NULL DEFAULT '',
  PRIMARY KEY (category_id, language)
);

ALTER TABLE product
  -- The kind of thing in a word or two, such as "Running shoe": searched, and kept for the file that it came from.
  ADD COLUMN product_type varchar(255),
  ADD COLUMN published    boolean NOT NULL DEFAULT true,
  ADD COLUMN visible      boolean NOT NULL GENERATED ALWAYS AS (status = 'ACTIVE' AND published) STORED,
  -- Columns of a catalogue file that mean nothing to the shop, by their head: a file goes out as it came in.
  ADD COLUMN extra        jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(extra) = 'object'),
  -- Which import wrote it last; null for who was made here.
  ADD COLUMN imported_by  bigint;
CREATE SEQUENCE import_seq;
CREATE INDEX product_updated ON product (updated_at, id) WHERE visible;

ALTER TABLE product_variant
  ADD COLUMN weight_unit varchar(2) NOT NULL DEFAULT 'g' CHECK (weight_unit IN ('g', 'kg', 'lb', 'oz')),
  ADD COLUMN picture     varchar(2000),
  ADD COLUMN extra       jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(extra) = 'object');
CREATE INDEX product_variant_sku_lower ON product_variant (lower(sku));

-- Addresses that a product had before: they answer with the one it has now.
CREATE TABLE product_former_slug (
  slug       varchar(200) PRIMARY KEY,
  product_id bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX product_former_slug_product ON product_former_slug (product_id);

-- What the owner shows beside a product, by slug: the other one may come with a later file.
CREATE TABLE product_related (
  product_id bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  position   integer NOT NULL,
  slug       varchar(200) NOT NULL,
  PRIMARY KEY (product_id, position)
);

-- Smaller forms of a picture, made once when it is stored: width in pixels, always WebP.
CREATE TABLE picture_rendition (
  hash  varchar(64) NOT NULL REFERENCES picture ON DELETE CASCADE,
  width integer NOT NULL CHECK (width BETWEEN 1 AND 4096),
  bytes bytea NOT NULL CHECK (octet_length(bytes) > 0),
  PRIMARY KEY (hash, width)
);
ALTER TABLE picture_rendition ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- Size in pixels as decoded; null for drawings (SVG) and for what is stored but not looked at yet.
ALTER TABLE picture ADD COLUMN width integer, ADD COLUMN height integer;

-- Pictures that a file names by address and that are still to be fetched. A row goes when its picture is here.
CREATE TABLE picture_fetch (
  source     varchar(2000) PRIMARY KEY,
  attempts   integer NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL DEFAULT now(),
  last_error varchar(500),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX picture_fetch_next ON picture_fetch (next_at);
CREATE INDEX product_picture_source ON product_picture (source);

-- What changed, for the memories of the nodes: one row a product and transaction. A node remembers the oldest transaction
-- that was still running when it last looked (pg_snapshot_xmin), and reads all rows from there on, so that it misses
-- none, whatever order transactions end in. Product 0 means everything, product -1 the categories.
CREATE TABLE product_change (
  xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
  product_id bigint NOT NULL,
  -- Whether words changed, or only price, stock and the like.
  words      boolean NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (xid, product_id)
);
CREATE INDEX product_change_at ON product_change (at);

-- A loader that writes search documents itself says SET LOCAL store.bulk = 'on', and notes product 0 when it is done.
CREATE FUNCTION is_bulk() RETURNS boolean
  LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('store.bulk', true), '') = 'on' $$;

CREATE FUNCTION note_changes(products bigint[], has_words boolean) RETURNS void
  LANGUAGE sql
  AS $$
    INSERT INTO product_change (product_id, words) SELECT DISTINCT unnest(products), has_words
    ON CONFLICT (xid, product_id) DO UPDATE SET words = true WHERE NOT product_change.words AND excluded.words
  $$;

-- Statement triggers with transition tables: a thousand rows cost one insert. The argument tells whether words changed.
CREATE FUNCTION note_product_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE ids bigint[];
    BEGIN
      IF is_bulk() THEN RETURN NULL; END IF;
      IF TG_TABLE_NAME = 'product' THEN
        SELECT array_agg(id) INTO ids FROM changed;
      ELSE
        SELECT array_agg(DISTINCT product_id) INTO ids FROM changed;
      END IF;
      IF ids IS NOT NULL THEN PERFORM note_changes(ids, TG_ARGV[0]::boolean); END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER note_new AFTER INSERT ON product REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('true');
CREATE TRIGGER note_gone AFTER DELETE ON product REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');
CREATE TRIGGER note_tag AFTER INSERT ON product_tag REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('true');
CREATE TRIGGER note_untag AFTER DELETE ON product_tag REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('true');
CREATE TRIGGER note_new AFTER INSERT ON product_variant REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('true');
CREATE TRIGGER note_gone AFTER DELETE ON product_variant REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('true');
CREATE TRIGGER note_picture AFTER INSERT ON product_picture REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');
CREATE TRIGGER note_no_picture AFTER DELETE ON product_picture REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');
CREATE TRIGGER note_specification AFTER INSERT ON product_specification REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');
CREATE TRIGGER note_no_specification AFTER DELETE ON product_specification REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');
CREATE TRIGGER note_related AFTER INSERT ON product_related REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');
CREATE TRIGGER note_unrelated AFTER DELETE ON product_related REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_change('false');

-- An update changes words only where it changes a word: stock and price come far more often.
CREATE FUNCTION note_product_update() RETURNS trigger
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
                               IS DISTINCT FROM (o.sku, o.option1_value, o.option2_value, o.option3_value) AS w) d;
      END IF;
      IF worded IS NOT NULL THEN PERFORM note_changes(worded, true); END IF;
      IF others IS NOT NULL THEN PERFORM note_changes(others, false); END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER note_update AFTER UPDATE ON product REFERENCING NEW TABLE AS changed OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_update();
CREATE TRIGGER note_update AFTER UPDATE ON product_variant REFERENCING NEW TABLE AS changed OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION note_product_update();

-- A picture that arrives later shows on the pages of its products.
CREATE FUNCTION note_picture_source() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE ids bigint[];
    BEGIN
      IF is_bulk() THEN RETURN NULL; END IF;
      SELECT array_agg(DISTINCT p.product_id) INTO ids FROM product_picture p JOIN changed c ON c.source = p.source;
      IF ids IS NOT NULL THEN PERFORM note_changes(ids, false); END IF;
      IF EXISTS (SELECT 1 FROM category k JOIN changed c ON c.source = k.picture) THEN PERFORM note_changes(ARRAY[-1], false); END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER note_source AFTER INSERT ON picture_source REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_picture_source();
CREATE TRIGGER note_source_update AFTER UPDATE ON picture_source REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_picture_source();

CREATE FUNCTION note_category_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$ BEGIN IF NOT is_bulk() THEN PERFORM note_changes(ARRAY[-1], false); END IF; RETURN NULL; END $$;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON category
  FOR EACH STATEMENT EXECUTE FUNCTION note_category_change();
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON category_translation
  FOR EACH STATEMENT EXECUTE FUNCTION note_category_change();

-- Emptied tables leave nothing that a row trigger could tell.
CREATE FUNCTION note_everything() RETURNS trigger
  LANGUAGE plpgsql AS $$ BEGIN PERFORM note_changes(ARRAY[0], true); RETURN NULL; END $$;
CREATE TRIGGER note_emptied AFTER TRUNCATE ON product FOR EACH STATEMENT EXECUTE FUNCTION note_everything();

-- A renamed category or brand changes the words of all its products.
CREATE FUNCTION note_renamed() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NEW.name IS DISTINCT FROM OLD.name THEN
        PERFORM note_changes(array_agg(id), true) FROM product
         WHERE CASE TG_TABLE_NAME WHEN 'brand' THEN brand_id ELSE category_id END = NEW.id HAVING count(*) > 0;
      END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER note_renamed AFTER UPDATE OF name ON category FOR EACH ROW EXECUTE FUNCTION note_renamed();
CREATE TRIGGER note_renamed AFTER UPDATE OF name ON brand FOR EACH ROW EXECUTE FUNCTION note_renamed();

-- What the search reads, apart from the product, so that a look through thousands of matches reads few pages of the disk.
-- Name before brand and SKU, those before category, kind, tags and options such as colours, the text last.
CREATE TABLE search_document (
  product_id bigint PRIMARY KEY REFERENCES product ON DELETE CASCADE,
  words      tsvector NOT NULL
);
CREATE INDEX search_document_words ON search_document USING gin (words);

-- Every word that stands in a name, brand, category, kind, tag or option, with its stem: what a typing error is compared with,
-- and what completes a word that is being typed. Words that no product has any more do no harm: their search finds nothing.
CREATE TABLE search_word (
  word varchar(60) PRIMARY KEY,
  stem varchar(60) NOT NULL
);
CREATE INDEX search_word_stem ON search_word (stem);
CREATE INDEX search_word_start ON search_word (word text_pattern_ops);
CREATE INDEX search_word_like ON search_word USING gin (word gin_trgm_ops);

-- The owner's list of words that mean another one: who looks for the term finds what the others name, too.
CREATE TABLE search_synonym (
  term       varchar(100) PRIMARY KEY CHECK (term = lower(term)),
  means      varchar(400) NOT NULL,
  target     tsquery NOT NULL,
  substitute tsquery NOT NULL
);

CREATE FUNCTION category_words(of_category bigint) RETURNS text
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE up(id, parent_id, name) AS (
      SELECT id, parent_id, name FROM category WHERE id = of_category
      UNION ALL SELECT c.id, c.parent_id, c.name FROM category c JOIN up ON c.id = up.parent_id)
    SELECT string_agg(name, ' ') FROM up
  $$;

CREATE FUNCTION option_words(of_product bigint) RETURNS text
  LANGUAGE sql STABLE
  AS $$
    SELECT string_agg(DISTINCT value, ' ')
      FROM product_variant v, LATERAL (VALUES (v.option1_value), (v.option2_value), (v.option3_value)) AS o(value)
     WHERE v.product_id = of_product AND value IS NOT NULL
  $$;

CREATE FUNCTION search_words_of(p product) RETURNS tsvector
  LANGUAGE sql STABLE
  AS $$
    SELECT setweight(to_tsvector('english', plain_text(p.name)), 'A')
        || setweight(to_tsvector('english', plain_text((SELECT name FROM brand WHERE id = p.brand_id))), 'B')
        || setweight(to_tsvector('english', coalesce((SELECT string_agg(sku, ' ' ORDER BY position, id) FROM product_variant WHERE product_id = p.id), '')), 'B')
        || setweight(to_tsvector('english', plain_text(concat_ws(' ', category_words(p.category_id), p.product_type, option_words(p.id)))), 'C')
        || setweight(to_tsvector('english', plain_text(coalesce((SELECT string_agg(tag, ' ' ORDER BY tag) FROM product_tag WHERE product_id = p.id), ''))), 'C')
        || setweight(to_tsvector('english', plain_text(left(regexp_replace(p.description, '<[^>]*>', ' ', 'g'), 20000))), 'D')
  $$;

CREATE FUNCTION split_words(value text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT DISTINCT word FROM regexp_split_to_table(lower(plain_text(value)), '[^[:alnum:]]+') word
     WHERE length(word) BETWEEN 2 AND 60 AND word ~ '[[:alpha:]]'
  $$;
-- Empty for a word that a search passes over, such as "the".
CREATE FUNCTION stem_of(word text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce((tsvector_to_array(to_tsvector('english', word)))[1], '') $$;

-- Makes the search document of one product, when its transaction ends and all that belongs to it is written.
-- New words are added one transaction at a time: two that add the same words in another order would wait for each other.
CREATE FUNCTION refresh_search_document() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE p product; fresh text[];
    BEGIN
      IF NEW.product_id <= 0 OR NOT EXISTS (SELECT 1 FROM product_change c WHERE c.xid = NEW.xid AND c.product_id = NEW.product_id AND c.words) THEN
        RETURN NULL;
      END IF;
      SELECT * INTO p FROM product WHERE id = NEW.product_id;
      IF NOT FOUND THEN RETURN NULL; END IF;
      INSERT INTO search_document (product_id, words) VALUES (p.id, search_words_of(p))
        ON CONFLICT (product_id) DO UPDATE SET words = excluded.words WHERE search_document.words <> excluded.words;
      SELECT array_agg(w) INTO fresh
        FROM split_words(concat_ws(' ', p.name, (SELECT name FROM brand WHERE id = p.brand_id), category_words(p.category_id), p.product_type, option_words(p.id),
                         (SELECT string_agg(tag, ' ') FROM product_tag WHERE product_id = p.id))) w
       WHERE NOT EXISTS (SELECT 1 FROM search_word s WHERE s.word = w);
      IF fresh IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(7305172);
        INSERT INTO search_word (word, stem) SELECT w, stem_of(w) FROM unnest(fresh) w ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END
  $$;
CREATE CONSTRAINT TRIGGER refresh_search_document AFTER INSERT OR UPDATE ON product_change
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refresh_search_document();

DROP TRIGGER product_search ON product;
DROP TRIGGER product_search ON product_variant;
DROP TRIGGER product_search ON product_tag;
DROP FUNCTION refresh_product_search();

-- What people type as PostgreSQL's query, synonyms included. Never fails, whatever they type.
CREATE FUNCTION search_query(typed text) RETURNS tsquery
  LANGUAGE sql STABLE
  AS $$
    SELECT ts_rewrite(websearch_to_tsquery('english', plain_text(typed)), 'SELECT target, substitute FROM search_synonym')
  $$;

-- What they may have meant: each word that no product has becomes the nearest one that some product has, by the letters
-- that they share and the keys that were struck wrongly: one in three letters at most. Null when there is nothing to mend.
CREATE FUNCTION search_correction(typed text) RETURNS text
  LANGUAGE sql STABLE
  SET pg_trgm.similarity_threshold = 0.2
  AS $$
    SELECT CASE WHEN bool_or(best.word IS NOT NULL) THEN string_agg(coalesce(best.word, w.word), ' ' ORDER BY w.n) END
      FROM regexp_split_to_table(lower(plain_text(left(typed, 200))), '[^[:alnum:]]+') WITH ORDINALITY AS w(word, n)
      LEFT JOIN LATERAL (
        SELECT s.word FROM search_word s, levenshtein_less_equal(s.word, w.word, 6) AS wrong
         WHERE length(w.word) BETWEEN 3 AND 60 AND s.word % w.word
           AND (wrong <= greatest(1, length(w.word) / 3) OR starts_with(s.word, w.word))
           AND NOT EXISTS (SELECT 1 FROM search_word k WHERE k.stem = stem_of(w.word))
           AND NOT EXISTS (SELECT 1 FROM search_synonym y WHERE y.term = w.word)
         ORDER BY similarity(s.word, w.word) - 0.08 * wrong DESC, s.word LIMIT 1) best ON true
     WHERE w.word <> '' AND w.n <= 12
  $$;

-- Those whose names alone have all words come before the others.
CREATE FUNCTION search_matches(query tsquery) RETURNS TABLE (product_id bigint, rank real)
  LANGUAGE sql STABLE ROWS 1000
  AS $$
    SELECT d.product_id,
           (ts_rank('{0.05, 0.2, 0.5, 1.0}', d.words, query)
            + CASE WHEN ts_filter(d.words, '{a}') @@ query THEN 1 WHEN ts_filter(d.words, '{a,b,c}') @@ query THEN 0.5 ELSE 0 END)::real
      FROM search_document d WHERE d.words @@ query LIMIT 200000
  $$;

-- The products that meet what was typed, with how well. Where none has all words, those for the mended words (and how they
-- were mended), else those that have at least one of the words.
CREATE FUNCTION search_products(typed text) RETURNS TABLE (product_id bigint, rank real, meant text, partly boolean)
  LANGUAGE plpgsql STABLE
  AS $$
    DECLARE
      query tsquery := search_query(typed);
      mended text;
    BEGIN
      RETURN QUERY SELECT v.product_id, 10::real, NULL::text, false FROM product_variant v WHERE lower(v.sku) = lower(btrim(typed));
      IF FOUND THEN RETURN; END IF;
      RETURN QUERY SELECT m.product_id, m.rank, NULL::text, false FROM search_matches(query) m;
      IF FOUND THEN RETURN; END IF;
      mended := search_correction(typed);
      IF mended IS NOT NULL THEN
        RETURN QUERY SELECT m.product_id, m.rank, mended, false FROM search_matches(search_query(mended)) m;
        IF FOUND THEN RETURN; END IF;
      END IF;
      IF numnode(query) > 1 AND query::text !~ '[!<]' THEN
        RETURN QUERY SELECT m.product_id, m.rank, NULL::text, true FROM search_matches(replace(query::text, '&', '|')::tsquery) m;
      END IF;
    END
  $$;

-- What begins with what has been typed so far: earlier words whole, the last one as a start.
CREATE FUNCTION suggest_products(typed text) RETURNS TABLE (product_id bigint, rank real)
  LANGUAGE plpgsql STABLE
  AS $$
    DECLARE
      asked text := btrim(regexp_replace(lower(plain_text(left(typed, 100))), '[^[:alnum:]]+', ' ', 'g'));
      query tsquery;
    BEGIN
      IF length(asked) < 2 THEN RETURN; END IF;
      query := to_tsquery('english', replace(asked, ' ', ' & ') || ':*');
      RETURN QUERY SELECT d.product_id, (ts_rank(d.words, query) + CASE WHEN ts_filter(d.words, '{a}') @@ query THEN 1 ELSE 0 END)::real
        FROM search_document d WHERE d.words @@ query LIMIT 300;
      IF FOUND THEN RETURN; END IF;
      query := search_query(coalesce(search_correction(asked), asked));
      RETURN QUERY SELECT d.product_id, ts_rank(d.words, query) FROM search_document d WHERE d.words @@ query LIMIT 300;
    END
  $$;

-- What was there before this release is read as if it were written now.
INSERT INTO product_change (product_id, words) SELECT id, true FROM product ON CONFLICT DO NOTHING;
INSERT INTO product_change (product_id, words) VALUES (0, true) ON CONFLICT DO NOTHING;
