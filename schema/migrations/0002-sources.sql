-- Exports of systems that have ids of their own, calls, and imports that can be undone.

-- One account of a system that exports come from (a Zendesk subdomain, a phone number's id, a form): the ids of
-- its exports are unique within it. account is '' where the exports do not say.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  format TEXT NOT NULL CHECK (format <> ''),
  account TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batch (id),
  UNIQUE (format, account)
) STRICT;

-- What a record of a source became here: by its id there it is known again, whatever file it comes in.
-- kind: customer, agent, bot (row_id 0), ticket, chat (a conversation), message, call (a message), event, answer.
-- updated_at is the version that was read last, digest a hash of what it said; seen the hashes of what records without
-- a version said before, so that they are known again.
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  key TEXT NOT NULL CHECK (key <> ''),
  row_id INTEGER NOT NULL,
  updated_at INTEGER,
  digest INTEGER NOT NULL,
  seen TEXT NOT NULL DEFAULT '',
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX origin_key ON origin (source_id, kind, key);

-- What a call adds to the message that stands for it. Seconds; fragments are the raw rows of a call whose rest may
-- come in another file (a JSON array).
CREATE TABLE call (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  direction TEXT NOT NULL CHECK (direction = 'inbound' OR direction = 'outbound'),
  disposition TEXT NOT NULL CHECK (disposition <> ''),
  queue TEXT,
  wait INTEGER CHECK (wait >= 0),
  talk INTEGER CHECK (talk >= 0),
  hold INTEGER CHECK (hold >= 0),
  wrap_up INTEGER CHECK (wrap_up >= 0),
  transfers INTEGER NOT NULL DEFAULT 0,
  fragments TEXT
) STRICT;

-- The queues that a source calls by a number only, with their names.
CREATE TABLE queue_name (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  key TEXT NOT NULL CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX queue_name_key ON queue_name (source_id, key);

-- When agents came, paused and went, as a telephone system's log has it. queue is '' for all queues.
CREATE TABLE agent_state (
  id INTEGER PRIMARY KEY,
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'login' OR state = 'logout' OR state = 'pause' OR state = 'unpause'),
  queue TEXT NOT NULL,
  reason TEXT,
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX agent_state_key ON agent_state (agent_id, at, state, queue);

-- What somebody set under a message: one sign a person, the newest.
CREATE TABLE reaction (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  author_name TEXT NOT NULL,
  sign TEXT NOT NULL,
  at INTEGER NOT NULL,
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX reaction_author ON reaction (message_id, author_name);

-- How far a message of ours came (sent, delivered, read, played, failed), by the source's id of the message,
-- which itself may never be exported.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  message_key TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status <> ''),
  at INTEGER NOT NULL,
  reason TEXT,
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX delivery_message ON delivery (source_id, message_key);

-- Records that cannot be placed yet: they wait for a ticket, a person, a chat or a message of their source that
-- another file brings. waits_kind 'partial' and 'test' are survey answers kept apart, which never count.
-- content is the record as JSON.
CREATE TABLE import_pending (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  waits_kind TEXT NOT NULL CHECK (waits_kind <> ''),
  waits_key TEXT NOT NULL,
  digest INTEGER NOT NULL,
  content TEXT NOT NULL,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX import_pending_key ON import_pending (source_id, waits_kind, waits_key, digest);

-- A column map that was saved under a name, as --map takes it.
CREATE TABLE import_map (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  format TEXT,
  map TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an import found before it changed or removed it: a row as a JSON array of its columns. So an import can be
-- undone exactly.
CREATE TABLE import_change (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  entity TEXT NOT NULL CHECK (entity <> ''),
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX import_change_row ON import_change (batch_id, entity, row_id);
CREATE INDEX import_change_entity ON import_change (entity, row_id);

-- first_ids: the next free number of each table when the batch began, as a JSON object: what it brought stands
-- from there on.
ALTER TABLE import_batch ADD COLUMN first_ids TEXT NOT NULL DEFAULT '{}';
ALTER TABLE import_batch ADD COLUMN undone_at INTEGER;
ALTER TABLE import_batch ADD COLUMN undone_by TEXT;
ALTER TABLE import_file ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE import_file ADD COLUMN updated_records INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_file ADD COLUMN waiting_records INTEGER NOT NULL DEFAULT 0;

-- The batch that made a row; NULL for people's.
ALTER TABLE channel ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE channel_identity ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE agent ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE customer ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE contact_point ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE conversation ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE ticket ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE ticket_tag ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);

-- The system that the ticket is one of; NULL where voc itself tells tickets apart.
ALTER TABLE ticket ADD COLUMN source_id INTEGER REFERENCES source (id);
-- 1 where that system tells its status; else it follows from the messages.
ALTER TABLE ticket ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1));
CREATE INDEX ticket_source ON ticket (source_id, id) WHERE source_id IS NOT NULL;

-- Events that an import derived from messages or from another system's ticket: when those turn out otherwise, they
-- are written anew. All that imports had told so far are such.
ALTER TABLE event ADD COLUMN is_derived INTEGER NOT NULL DEFAULT 0 CHECK (is_derived IN (0, 1));
UPDATE event SET is_derived = 1 WHERE batch_id IS NOT NULL;
