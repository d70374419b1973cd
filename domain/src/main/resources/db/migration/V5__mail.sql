-- Mails to be sent. A row is written in the transaction of what it tells of, so that it goes out if and only if that
-- happened. Any node sends it: it takes the row, which moves the next attempt ahead by more than an attempt can take,
-- lets go of the database, sends, and notes that it did. When a node dies in between, the row is due again later. Rows
-- stay for 30 days after they were sent or given up.
CREATE TABLE mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  to_address      varchar(254) NOT NULL,
  template        varchar(50)  NOT NULL,
  locale          varchar(5)   NOT NULL,
  -- What is filled in. Emptied when the mail is sent: links in it open doors.
  details         jsonb        NOT NULL,
  -- The same at each attempt, so that whoever gets a mail twice can tell that it is one.
  message_id      varchar(320) NOT NULL UNIQUE,
  created_at      timestamptz  NOT NULL DEFAULT now(),
  attempts        integer      NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz  NOT NULL DEFAULT now(),
  -- The node that has taken it, and since when; both null while nobody has.
  sending_by      varchar(100),
  sending_since   timestamptz,
  sent_at         timestamptz,
  given_up_at     timestamptz,
  last_error      varchar(500),
  CHECK (sent_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX mail_due ON mail (next_attempt_at, id) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX mail_done ON mail (coalesce(sent_at, given_up_at)) WHERE sent_at IS NOT NULL OR given_up_at IS NOT NULL;
