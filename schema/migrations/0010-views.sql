-- Views: filters that people have saved under a name, as `voc ticket list @urgentes` asks for them.

-- name is as it was written, folded_name without case and accents; filter is in the filter language (`voc help
-- filters`) and names no other view. actor saved it last, at that time.
CREATE TABLE view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE CHECK (folded_name <> ''),
  filter TEXT NOT NULL CHECK (filter <> ''),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
