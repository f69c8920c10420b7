-- One customer behind all channels: what recognises two writings of one contact point, and which customers were
-- found to be one person.

-- match_key is equal for two numbers that are surely one line (PhoneNumber.matchKey), loose_key for two that may be
-- (PhoneNumber.looseKey); both are derived from value. first_customer_id is whose point it was before merges: its
-- chats go on in that customer's conversations. NULL where it has never moved.
ALTER TABLE contact_point ADD COLUMN match_key TEXT;
ALTER TABLE contact_point ADD COLUMN loose_key TEXT;
ALTER TABLE contact_point ADD COLUMN first_customer_id INTEGER REFERENCES customer (id);
UPDATE contact_point SET match_key = CASE
  WHEN value LIKE '+521__________' THEN '+52' || substr(value, 5)
  WHEN value LIKE '+55__________' AND substr(value, 6, 1) BETWEEN '6' AND '9'
    THEN substr(value, 1, 5) || '9' || substr(value, 6)
  ELSE value END
WHERE kind = 'phone';
UPDATE contact_point SET loose_key = CASE
  WHEN value LIKE '+549__________' THEN '+54' || substr(value, 5) ELSE value END
WHERE kind = 'phone' AND value LIKE '+54%';
CREATE INDEX contact_point_match ON contact_point (match_key, customer_id) WHERE match_key IS NOT NULL;
CREATE INDEX contact_point_loose ON contact_point (loose_key, customer_id) WHERE loose_key IS NOT NULL;

-- name_key is the name's folded words in the order of the alphabet, NULL for fewer than two (PersonName.key).
-- merged_into is set while this customer counts as part of another; their number then leads there.
ALTER TABLE customer ADD COLUMN name_key TEXT;
ALTER TABLE customer ADD COLUMN merged_into INTEGER REFERENCES customer (id);
UPDATE customer SET name_key = (
  SELECT CASE WHEN count(*) > 1 THEN group_concat(value, ' ') END FROM (
    SELECT value FROM json_each('[' || replace(json_quote(folded_name), ' ', '","') || ']')
    WHERE lower(value) <> upper(value) ORDER BY value));
CREATE INDEX customer_name_key ON customer (name_key, merged_into) WHERE name_key IS NOT NULL;
CREATE INDEX customer_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- first_customer_id as in contact_point: a merge moves a chat to the survivor, but never joins two chats.
ALTER TABLE conversation ADD COLUMN first_customer_id INTEGER REFERENCES customer (id);
DROP INDEX conversation_customer;
CREATE UNIQUE INDEX conversation_customer ON conversation (channel_id, coalesce(first_customer_id, customer_id))
  WHERE customer_id IS NOT NULL;
CREATE INDEX conversation_of_customer ON conversation (customer_id) WHERE customer_id IS NOT NULL;

-- Two customers whom one record named at once: the first was taken, a person decides.
CREATE TABLE customer_suggestion (
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  batch_id INTEGER REFERENCES import_batch (id),
  PRIMARY KEY (customer_id, other_id),
  CHECK (customer_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_suggestion_other ON customer_suggestion (other_id);

-- Who found when and why that the absorbed customer is the survivor, and who undid it. given_name is what the
-- survivor, of whom only a number was known, was called by since; former_name how before. The highest numbers in
-- use tell what was there before from what came later.
CREATE TABLE customer_merge (
  id INTEGER PRIMARY KEY,
  survivor_id INTEGER NOT NULL REFERENCES customer (id),
  absorbed_id INTEGER NOT NULL REFERENCES customer (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  former_name TEXT,
  given_name TEXT,
  last_ticket_id INTEGER NOT NULL,
  last_message_id INTEGER NOT NULL,
  last_answer_id INTEGER NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  CHECK (survivor_id <> absorbed_id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CHECK ((former_name IS NULL) = (given_name IS NULL))
) STRICT;
CREATE UNIQUE INDEX customer_merge_standing ON customer_merge (absorbed_id) WHERE undone_at IS NULL;
CREATE INDEX customer_merge_pair ON customer_merge (absorbed_id, survivor_id);
CREATE INDEX customer_merge_survivor ON customer_merge (survivor_id, id);

-- Each row that a merge moved, by its table: what undoing it moves back.
CREATE TABLE customer_merge_row (
  merge_id INTEGER NOT NULL REFERENCES customer_merge (id),
  moved TEXT NOT NULL CHECK (moved <> ''),
  row_id INTEGER NOT NULL,
  PRIMARY KEY (merge_id, moved, row_id)
) STRICT, WITHOUT ROWID;
