-- The catalogue and the guest cart. Rules that must hold whatever the code does stand here as constraints.

CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only STABLE, since a dictionary file might change; a fixed dictionary makes it safe for text search columns.
CREATE FUNCTION plain_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT public.unaccent('public.unaccent', value) $$;

CREATE SEQUENCE category_seq INCREMENT 10;
CREATE TABLE category (
  id          bigint PRIMARY KEY,
  parent_id   bigint REFERENCES category,
  slug        varchar(100) NOT NULL UNIQUE,
  name        varchar(120) NOT NULL,
  description varchar(1000) NOT NULL DEFAULT '',
  picture     varchar(2000),
  tint        varchar(10)  NOT NULL DEFAULT 'iris' CHECK (tint IN ('iris', 'peach', 'mint', 'sky')),
  position    integer      NOT NULL DEFAULT 0
);
CREATE INDEX category_parent ON category (parent_id);

CREATE SEQUENCE brand_seq INCREMENT 10;
CREATE TABLE brand (
  id   bigint PRIMARY KEY,
  slug varchar(100) NOT NULL UNIQUE,
  name varchar(120) NOT NULL
);

CREATE SEQUENCE product_seq INCREMENT 50;
CREATE TABLE product (
  id              bigint PRIMARY KEY,
  slug            varchar(200) NOT NULL UNIQUE,
  name            varchar(255) NOT NULL,
  brand_id        bigint NOT NULL REFERENCES brand,
  category_id     bigint NOT NULL REFERENCES category,
  description     text NOT NULL DEFAULT '',
  seo_title       varchar(255),
  seo_description varchar(1000),
  status          varchar(10) NOT NULL CHECK (status IN ('ACTIVE', 'DRAFT', 'ARCHIVED')),
  rating_average  numeric(3, 2) NOT NULL DEFAULT 0 CHECK (rating_average BETWEEN 0 AND 5),
  rating_count    integer NOT NULL DEFAULT 0 CHECK (rating_count >= 0),
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  search          tsvector NOT NULL DEFAULT ''
);
CREATE INDEX product_category ON product (category_id) WHERE status = 'ACTIVE';
CREATE INDEX product_brand ON product (brand_id) WHERE status = 'ACTIVE';
CREATE INDEX product_newest ON product (created_at DESC, id DESC) WHERE status = 'ACTIVE';
CREATE INDEX product_search ON product USING gin (search);

CREATE TABLE product_tag (
  product_id bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  tag        varchar(255) NOT NULL,
  PRIMARY KEY (product_id, tag)
);
CREATE INDEX product_tag_tag ON product_tag (tag);

CREATE TABLE product_specification (
  product_id bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  position   integer NOT NULL,
  name       varchar(100) NOT NULL,
  value      varchar(1000) NOT NULL,
  PRIMARY KEY (product_id, position)
);

CREATE SEQUENCE product_variant_seq INCREMENT 50;
CREATE TABLE product_variant (
  id               bigint PRIMARY KEY,
  product_id       bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  position         integer NOT NULL,
  sku              varchar(100) NOT NULL UNIQUE,
  option1_name     varchar(100),
  option1_value    varchar(255),
  option2_name     varchar(100),
  option2_value    varchar(255),
  option3_name     varchar(100),
  option3_value    varchar(255),
  price_minor      bigint NOT NULL CHECK (price_minor >= 0),
  price_currency   varchar(3) NOT NULL,
  former_minor     bigint,
  former_currency  varchar(3),
  -- What can be sold now. The shop cannot oversell, since this cannot become negative.
  available        integer NOT NULL CHECK (available >= 0),
  weight_grams     integer NOT NULL DEFAULT 0 CHECK (weight_grams >= 0),
  barcode          varchar(100),
  CHECK ((former_minor IS NULL) = (former_currency IS NULL)),
  CHECK (former_minor > price_minor AND former_currency = price_currency)
);
CREATE INDEX product_variant_product ON product_variant (product_id, position);

-- A picture's bytes, once, under the SHA-256 of their content: the name that browsers may keep for ever.
CREATE TABLE picture (
  hash         varchar(64) PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  content_type varchar(40) NOT NULL CHECK (content_type IN ('image/webp', 'image/png', 'image/jpeg', 'image/gif', 'image/svg+xml')),
  bytes        bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
  stored_at    timestamptz NOT NULL DEFAULT now()
);
-- The bytes are compressed already.
ALTER TABLE picture ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Under which name or address a picture was delivered: what a catalogue file calls it.
CREATE TABLE picture_source (
  source varchar(2000) PRIMARY KEY,
  hash   varchar(64) NOT NULL REFERENCES picture
);

CREATE TABLE product_picture (
  product_id bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  position   integer NOT NULL,
  source     varchar(2000) NOT NULL,
  alt        varchar(512) NOT NULL DEFAULT '',
  PRIMARY KEY (product_id, position)
);

-- What the search looks at: name before brand and category, those before tags, the text last. Kept right here, so that
-- no writer can forget it.
CREATE FUNCTION product_search_text(p product) RETURNS tsvector
  LANGUAGE sql STABLE
  AS $$
    SELECT setweight(to_tsvector('english', plain_text(p.name)), 'A')
        || setweight(to_tsvector('english', plain_text(coalesce((SELECT name FROM brand WHERE id = p.brand_id), ''))), 'A')
        || setweight(to_tsvector('english', plain_text(coalesce((SELECT name FROM category WHERE id = p.category_id), ''))), 'B')
        || setweight(to_tsvector('english', coalesce((SELECT string_agg(sku, ' ') FROM product_variant WHERE product_id = p.id), '')), 'B')
        || setweight(to_tsvector('english', plain_text(coalesce((SELECT string_agg(tag, ' ') FROM product_tag WHERE product_id = p.id), ''))), 'C')
        || setweight(to_tsvector('english', plain_text(regexp_replace(p.description, '<[^>]*>', ' ', 'g'))), 'D')
  $$;

-- Variants and tags are written after their product, so the product's search text is made when the transaction ends.
CREATE FUNCTION refresh_product_search() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    DECLARE
      touched jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
      changed bigint := touched ->> CASE TG_TABLE_NAME WHEN 'product' THEN 'id' ELSE 'product_id' END;
    BEGIN
      UPDATE product p SET search = product_search_text(p)
        WHERE p.id = changed AND p.search IS DISTINCT FROM product_search_text(p);
      RETURN NULL;
    END
  $$;
CREATE CONSTRAINT TRIGGER product_search AFTER INSERT OR UPDATE OF name, brand_id, category_id, description ON product
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refresh_product_search();
CREATE CONSTRAINT TRIGGER product_search AFTER INSERT OR DELETE OR UPDATE OF sku ON product_variant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refresh_product_search();
CREATE CONSTRAINT TRIGGER product_search AFTER INSERT OR DELETE ON product_tag
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refresh_product_search();

-- A guest's cart is known by a secret in a cookie; only its hash is here.
CREATE SEQUENCE cart_seq INCREMENT 50;
CREATE TABLE cart (
  id         bigint PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  touched_at timestamptz NOT NULL
);
CREATE INDEX cart_touched ON cart (touched_at);

CREATE SEQUENCE cart_line_seq INCREMENT 50;
CREATE TABLE cart_line (
  id               bigint PRIMARY KEY,
  cart_id          bigint NOT NULL REFERENCES cart ON DELETE CASCADE,
  variant_id       bigint NOT NULL REFERENCES product_variant,
  quantity         integer NOT NULL CHECK (quantity BETWEEN 1 AND 99),
  added_at         timestamptz NOT NULL,
  UNIQUE (cart_id, variant_id)
);
CREATE INDEX cart_line_variant ON cart_line (variant_id);
