-- What people of a load test said, and themselves: agents by their addresses, conversations by the ids of what was said in them.
-- An agent who was given the conversation of somebody else stays, as a shopper.
WITH talks AS MATERIALIZED (
  SELECT id, visitor_id FROM conversation WHERE id IN (SELECT conversation_id FROM conversation_message WHERE client_id LIKE 'load-%')),
messages AS (DELETE FROM conversation_message WHERE conversation_id IN (SELECT id FROM talks)),
conversations AS (DELETE FROM conversation WHERE id IN (SELECT id FROM talks)),
guests AS (DELETE FROM chat_visitor WHERE id IN (SELECT visitor_id FROM talks)),
mails AS (DELETE FROM mail WHERE to_address LIKE 'chat-%@load.example')
DELETE FROM customer c
 WHERE c.email_key LIKE 'chat-%@load.example'
   AND NOT EXISTS (SELECT 1 FROM conversation o WHERE o.agent_id = c.id AND o.id NOT IN (SELECT id FROM talks))
   AND NOT EXISTS (SELECT 1 FROM conversation_message o WHERE o.agent_id = c.id AND o.conversation_id NOT IN (SELECT id FROM talks))
