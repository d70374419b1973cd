CREATE TABLE mail (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  to_address varchar(254) NOT NULL,
  template   varchar(50) NOT NULL,
  locale     varchar(5) NOT NULL,
  details    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
