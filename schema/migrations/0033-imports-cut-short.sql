-- Imports that were taken back or did not end: what still has to be known of them.

-- A follow-up whose answer went when its import was undone, with what an import knows that answer again by: its key in
-- a source, or its fingerprint and ordinal. When the answer comes back, the row is one of follow_up again.
CREATE TABLE follow_up_left (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id),
  opened_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  source_id INTEGER REFERENCES source (id),
  key TEXT,
  fingerprint INTEGER,
  ordinal INTEGER,
  CHECK ((source_id IS NULL) = (key IS NULL)),
  CHECK ((fingerprint IS NULL) = (ordinal IS NULL)),
  CHECK ((key IS NULL) <> (fingerprint IS NULL))
) STRICT;
CREATE UNIQUE INDEX follow_up_left_key ON follow_up_left (source_id, key) WHERE key IS NOT NULL;
CREATE UNIQUE INDEX follow_up_left_fingerprint ON follow_up_left (fingerprint, ordinal) WHERE fingerprint IS NOT NULL;

-- The same file comes again, under whatever name.
CREATE INDEX import_file_sha256 ON import_file (sha256);

-- The import that ended and had brought, with the same options, all files on record of this one, which did not end.
ALTER TABLE import_batch ADD COLUMN continued_by INTEGER REFERENCES import_batch (id);
CREATE INDEX import_batch_unended ON import_batch (continued_by) WHERE finished_at IS NULL AND undone_at IS NULL;
-- Which files those of before had is not on record: the next import that ended is taken for the rest of them.
UPDATE import_batch SET continued_by = (
    SELECT min(later.id) FROM import_batch AS later
    WHERE later.id > import_batch.id AND later.finished_at IS NOT NULL AND later.undone_at IS NULL)
  WHERE finished_at IS NULL AND undone_at IS NULL;
