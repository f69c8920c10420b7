-- What a customer said on anybody's ticket, where an export gives ids: a merge and a name that comes late find it. Chats
-- without ids are found by their conversations.
CREATE INDEX message_customer ON message (customer_id) WHERE fingerprint IS NULL AND customer_id IS NOT NULL;
