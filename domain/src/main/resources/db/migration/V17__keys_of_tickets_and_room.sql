-- A link in a mail opens the one conversation that the mail is about, and nothing else that its guest has said. Only the SHA-256
-- of its key is here.
CREATE TABLE ticket_key (
  token_hash      bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  conversation_id bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX ticket_key_conversation ON ticket_key (conversation_id);
CREATE INDEX ticket_key_expiry ON ticket_key (expires_at);

-- Mails had keys to all of a guest before, which nobody can tell from the key of his own browser any more.
DELETE FROM chat_key
 WHERE visitor_id IN (SELECT visitor_id FROM chat_key GROUP BY visitor_id HAVING count(*) > 1);

-- Each message, and each mark of what was read, changes its conversation's row: room for that beside the row.
ALTER TABLE conversation SET (fillfactor = 70);
