-- Whose account a mail is about, so that its owner is shown it, and has it erased, whatever address it went to. Null for
-- guests. Until now mails were known by the address alone; those of addresses that were left since stay nobody's, and are
-- thrown away 30 days after they were sent, as all are.
ALTER TABLE mail ADD COLUMN customer_id bigint REFERENCES customer (id);
UPDATE mail m SET customer_id = c.id
  FROM customer c
 WHERE c.email_key = lower(m.to_address COLLATE "C") AND c.confirmed_at IS NOT NULL;
CREATE INDEX mail_customer ON mail (customer_id) WHERE customer_id IS NOT NULL;
-- A guest's mails by their address, as EmailAddress.key() writes it: A to Z in lower case, all else as it is.
CREATE INDEX mail_address ON mail (lower(to_address COLLATE "C"));
