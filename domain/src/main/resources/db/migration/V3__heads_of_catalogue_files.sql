-- The heads of columns that the shop does not name itself, in the order in which files first brought them: an export writes
-- the same columns in the same order, and a line of the data sheet goes back under the head that it came from.
CREATE TABLE catalogue_head (
  head     varchar(500) PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY
);

-- Hibernate takes a number from a sequence as the top of a block, except for the very first one, after which it takes a
-- second number and trusts that nobody else came between. The import takes numbers too, so the first one is spent here.
SELECT nextval('category_seq') FROM category_seq WHERE NOT is_called;
SELECT nextval('brand_seq') FROM brand_seq WHERE NOT is_called;
SELECT nextval('product_seq') FROM product_seq WHERE NOT is_called;
SELECT nextval('product_variant_seq') FROM product_variant_seq WHERE NOT is_called;
