-- Replies that connectors delivered are known again when an export of the channel brings them or tells of them.
CREATE INDEX outbox_external ON outbox (external_id, channel_id) WHERE external_id IS NOT NULL;
