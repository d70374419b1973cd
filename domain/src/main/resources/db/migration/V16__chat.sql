-- What shoppers and the people who answer them say to each other: chats, forms, calls that were asked for. All of them are
-- conversations, so that one inbox, one search and one history of a customer hold them all.

-- A guest who writes. Browsers and mailed links hold keys to it; only their SHA-256 is here.
CREATE TABLE chat_visitor (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE chat_key (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  visitor_id bigint NOT NULL REFERENCES chat_visitor ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX chat_key_visitor ON chat_key (visitor_id);
CREATE INDEX chat_key_expiry ON chat_key (expires_at);

CREATE TABLE conversation (
  id                bigint GENERATED ALWAYS AS IDENTITY (START WITH 1001) PRIMARY KEY,
  channel           varchar(8) NOT NULL CHECK (channel IN ('CHAT', 'FORM', 'CALLBACK')),
  status            varchar(8) NOT NULL CHECK (status IN ('ASSISTED', 'WAITING', 'OPEN', 'TICKET', 'CLOSED')),
  status_by         varchar(100) NOT NULL CHECK (status_by <> ''),
  status_why        varchar(200) NOT NULL DEFAULT '',
  status_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  customer_id       bigint REFERENCES customer,
  visitor_id        bigint REFERENCES chat_visitor,
  name              varchar(60) NOT NULL DEFAULT '',
  email             varchar(254) NOT NULL DEFAULT '',
  phone             varchar(30) NOT NULL DEFAULT '',
  subject           varchar(120) NOT NULL DEFAULT '',
  language          varchar(2) NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  agent_id          bigint REFERENCES customer,
  tags              varchar(30)[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 10),
  -- Messages are numbered 1, 2, 3 … without a gap: a number is given under the lock of this row.
  last_number       integer NOT NULL DEFAULT 0 CHECK (last_number >= 0),
  last_text         varchar(120) NOT NULL DEFAULT '',
  last_from         varchar(9) NOT NULL DEFAULT 'SHOPPER' CHECK (last_from IN ('SHOPPER', 'AGENT', 'ASSISTANT', 'SHOP')),
  last_said_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- How far each side was sent, and has seen, what was said.
  shopper_delivered integer NOT NULL DEFAULT 0,
  shopper_read      integer NOT NULL DEFAULT 0,
  agent_delivered   integer NOT NULL DEFAULT 0,
  agent_read        integer NOT NULL DEFAULT 0,
  -- Since when it waits for a person, now; and the moments that figures are made of.
  waiting_since     timestamptz,
  asked_at          timestamptz,
  assigned_at       timestamptz,
  answered_at       timestamptz,
  closed_at         timestamptz,
  stars             smallint CHECK (stars BETWEEN 1 AND 5),
  comment           varchar(500) NOT NULL DEFAULT '',
  rated_at          timestamptz,
  created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT conversation_has_owner CHECK (customer_id IS NOT NULL OR visitor_id IS NOT NULL),
  CONSTRAINT conversation_open_has_agent CHECK (status <> 'OPEN' OR agent_id IS NOT NULL),
  CONSTRAINT conversation_waits_since CHECK ((status = 'WAITING') = (waiting_since IS NOT NULL)),
  CONSTRAINT conversation_closed_at CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
  CONSTRAINT conversation_marks CHECK (
    shopper_read <= shopper_delivered AND agent_read <= agent_delivered
    AND greatest(shopper_delivered, agent_delivered) <= last_number AND least(shopper_read, agent_read) >= 0),
  CONSTRAINT conversation_rating CHECK ((stars IS NULL) = (rated_at IS NULL))
);
-- One chat that goes on for each owner, however many tabs, devices and nodes begin one at once.
CREATE UNIQUE INDEX conversation_of_customer ON conversation (customer_id) WHERE channel = 'CHAT' AND status <> 'CLOSED';
CREATE UNIQUE INDEX conversation_of_visitor ON conversation (visitor_id)
  WHERE channel = 'CHAT' AND status <> 'CLOSED' AND customer_id IS NULL;
CREATE INDEX conversation_customer ON conversation (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX conversation_visitor ON conversation (visitor_id, id) WHERE visitor_id IS NOT NULL;
CREATE INDEX conversation_waiting ON conversation (waiting_since, id) WHERE status = 'WAITING';
CREATE INDEX conversation_agent ON conversation (agent_id, last_said_at) WHERE status IN ('OPEN', 'TICKET');
CREATE INDEX conversation_box ON conversation (status, last_said_at DESC, id DESC);
CREATE INDEX conversation_day ON conversation (created_at);
-- By whom, and about what, for who searches the inbox.
CREATE INDEX conversation_words ON conversation USING gin ((name || ' ' || email || ' ' || subject) gin_trgm_ops);
-- A guest's by the address, as EmailAddress.key() writes it.
CREATE INDEX conversation_email ON conversation (lower(email COLLATE "C"), id) WHERE email <> '';

CREATE TABLE chat_file (
  id              uuid PRIMARY KEY,
  conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
  -- Who may send it: the side that brought it.
  is_of_agent     boolean NOT NULL,
  name            varchar(100) NOT NULL CHECK (name <> ''),
  type            varchar(30) NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf')),
  content         bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 5242880),
  size            integer NOT NULL GENERATED ALWAYS AS (length(content)) STORED,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (id, conversation_id)
);
-- Pictures and papers are compressed already.
ALTER TABLE chat_file ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX chat_file_conversation ON chat_file (conversation_id);

CREATE TABLE conversation_message (
  conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
  number          integer NOT NULL CHECK (number > 0),
  -- Made by who says it: said again after a lost connection it is the same message.
  client_id       varchar(36) NOT NULL CHECK (client_id ~ '^[A-Za-z0-9_-]{8,36}$'),
  sender          varchar(9) NOT NULL CHECK (sender IN ('SHOPPER', 'AGENT', 'ASSISTANT', 'SHOP')),
  agent_id        bigint REFERENCES customer,
  kind            varchar(5) NOT NULL CHECK (kind IN ('TEXT', 'NOTE', 'FILE', 'EVENT')),
  body            varchar(2000) NOT NULL,
  -- What the assistant offers to choose from.
  choices         varchar(60)[] NOT NULL DEFAULT '{}' CHECK (cardinality(choices) <= 8),
  file_id         uuid,
  said_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (conversation_id, number),
  CONSTRAINT message_said_once UNIQUE (conversation_id, sender, client_id),
  -- A file is shown in its own conversation only.
  FOREIGN KEY (file_id, conversation_id) REFERENCES chat_file (id, conversation_id),
  CONSTRAINT message_of_agent CHECK ((sender = 'AGENT') = (agent_id IS NOT NULL)),
  CONSTRAINT message_note CHECK (kind <> 'NOTE' OR sender = 'AGENT'),
  CONSTRAINT message_file CHECK ((kind = 'FILE') = (file_id IS NOT NULL)),
  CONSTRAINT message_says_something CHECK (kind = 'FILE' OR body <> '')
);
CREATE INDEX conversation_message_words ON conversation_message USING gin (to_tsvector('simple', body));

CREATE TABLE conversation_event (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
  from_status     varchar(8),
  to_status       varchar(8) NOT NULL,
  agent_id        bigint,
  at              timestamptz NOT NULL,
  who             varchar(100) NOT NULL,
  why             varchar(200) NOT NULL
);
CREATE INDEX conversation_event_conversation ON conversation_event (conversation_id, id);

CREATE FUNCTION record_conversation_move() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO conversation_event (conversation_id, from_status, to_status, agent_id, at, who, why)
      VALUES (NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.status END, NEW.status, NEW.agent_id, NEW.status_at, NEW.status_by,
              NEW.status_why);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER record_beginning AFTER INSERT ON conversation FOR EACH ROW EXECUTE FUNCTION record_conversation_move();
CREATE TRIGGER record_move AFTER UPDATE OF status, agent_id ON conversation FOR EACH ROW
  WHEN ((OLD.status, OLD.agent_id) IS DISTINCT FROM (NEW.status, NEW.agent_id))
  EXECUTE FUNCTION record_conversation_move();

-- Answers that are ready: agents find them by typing / and their shortcut.
CREATE TABLE canned_reply (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  shortcut varchar(30) NOT NULL CHECK (shortcut ~ '^[a-z0-9-]+$'),
  language varchar(2) NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  title    varchar(60) NOT NULL CHECK (title <> ''),
  body     varchar(2000) NOT NULL CHECK (body <> ''),
  CONSTRAINT canned_reply_shortcut UNIQUE (shortcut, language)
);
INSERT INTO canned_reply (shortcut, language, title, body) VALUES
  ('hello', 'en', 'Greeting', 'Hello {name}, this is {agent}. What can I do for you?'),
  ('hello', 'de', 'Begrüßung', 'Hallo {name}, hier ist {agent}. Was kann ich für Sie tun?'),
  ('moment', 'en', 'One moment', 'One moment, I am looking that up for you.'),
  ('moment', 'de', 'Einen Moment', 'Einen Moment bitte, ich sehe für Sie nach.'),
  ('thanks', 'en', 'Goodbye', 'Thank you, {name}, and enjoy your day. Write again whenever you like.'),
  ('thanks', 'de', 'Abschied', 'Vielen Dank, {name}, und einen schönen Tag. Schreiben Sie jederzeit wieder.');

-- Coupons by which somebody who works here made up for something: who gave them, when and for what.
CREATE TABLE coupon_gift (
  coupon_id bigint PRIMARY KEY REFERENCES coupon,
  given_by  varchar(100) NOT NULL CHECK (given_by <> ''),
  given_at  timestamptz NOT NULL DEFAULT now(),
  why       varchar(200) NOT NULL,
  -- The key of the call: a repetition gives nothing again.
  call_key  varchar(255) NOT NULL,
  UNIQUE (given_by, call_key)
);
CREATE INDEX coupon_gift_day ON coupon_gift (given_by, given_at);
