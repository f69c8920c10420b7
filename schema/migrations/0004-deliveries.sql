-- The source's id of a message: under it stands how far the message came (see delivery).
CREATE INDEX origin_message ON origin (row_id) WHERE kind = 'message';
