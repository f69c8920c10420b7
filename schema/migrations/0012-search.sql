-- Finding the newest messages that say something, in a file where a later import may bring older ones.

-- For each 8,192 message numbers in a row: no message among them is newer. span is the number divided by 8192.
CREATE TABLE message_search_span (
  span INTEGER PRIMARY KEY,
  newest_at INTEGER NOT NULL
) STRICT;
INSERT INTO message_search_span (span, newest_at) SELECT id / 8192, max(at) FROM message GROUP BY 1;
