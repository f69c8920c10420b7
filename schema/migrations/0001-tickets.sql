-- voc's first schema. Instants are UTC Unix seconds; names of zones are IANA's.
--
-- The checks of tables that imports fill are written with OR: SQLite builds a temporary table for each row's
-- IN of three values or more, which made a message twice as dear to insert (measured).

-- Facts about this database as a whole: 'zone' is the zone whose days and months the reports count in.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A place where customers and we talk. zone is the one its exports tell the time in; country (ISO 3166-1)
-- completes national phone numbers.
CREATE TABLE channel (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE,
  zone TEXT NOT NULL,
  country TEXT CHECK (length(country) = 2)
) STRICT;

-- The names under which the business itself appears on a channel.
CREATE TABLE channel_identity (
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  folded_name TEXT NOT NULL CHECK (folded_name <> ''),
  name TEXT NOT NULL,
  PRIMARY KEY (channel_id, folded_name)
) STRICT, WITHOUT ROWID;

-- Somebody who answers customers.
CREATE TABLE agent (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE,
  email TEXT
) STRICT;

-- Somebody who talks to us. segment is the value class, stage the lifecycle (land, adopt, expand, renew).
CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  language TEXT,
  country TEXT,
  segment TEXT CHECK (segment IN ('A', 'B', 'C')),
  stage TEXT CHECK (stage IN ('land', 'adopt', 'expand', 'renew')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_folded_name ON customer (folded_name);

-- Where a customer can be reached and by what we recognise them. channel_id is set where the value is
-- unique on one channel only: a name in the address book of the phone that runs it.
CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  value TEXT NOT NULL CHECK (value <> ''),
  raw_value TEXT NOT NULL,
  channel_id INTEGER REFERENCES channel (id)
) STRICT;
CREATE UNIQUE INDEX contact_point_value ON contact_point (kind, value) WHERE channel_id IS NULL;
CREATE UNIQUE INDEX contact_point_channel_value ON contact_point (channel_id, kind, value)
  WHERE channel_id IS NOT NULL;
CREATE INDEX contact_point_customer ON contact_point (customer_id);

-- One chat on a channel: with one customer, or a group known by its subject.
CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  customer_id INTEGER REFERENCES customer (id),
  subject TEXT,
  CHECK ((customer_id IS NULL) <> (subject IS NULL))
) STRICT;
CREATE UNIQUE INDEX conversation_customer ON conversation (channel_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE UNIQUE INDEX conversation_subject ON conversation (channel_id, subject) WHERE subject IS NOT NULL;

-- One matter of one customer. priority: 1 low, 2 normal, 3 high, 4 urgent.
-- waiting_since is kept for speed and can be derived: the oldest customer message that no public reply of
-- ours has followed, NULL when nobody waits or the ticket is solved or closed.
CREATE TABLE ticket (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL
    CHECK (status = 'new' OR status = 'open' OR status = 'pending' OR status = 'hold' OR status = 'solved' OR status = 'closed'),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 4),
  subject TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  conversation_id INTEGER REFERENCES conversation (id),
  assignee_id INTEGER REFERENCES agent (id),
  cause TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  waiting_since INTEGER,
  last_message_at INTEGER,
  solved_at INTEGER,
  -- Solved by an import because it had gone quiet after our reply, not by a person.
  is_settled INTEGER NOT NULL DEFAULT 0 CHECK (is_settled IN (0, 1))
) STRICT;
-- The order of `voc ticket list`: who waits, most urgent, longest.
CREATE INDEX ticket_pressing ON ticket ((waiting_since IS NULL), priority DESC, waiting_since, id, channel_id, status)
  WHERE status IN ('new', 'open', 'pending', 'hold');
CREATE INDEX ticket_assignee_pressing
  ON ticket (assignee_id, (waiting_since IS NULL), priority DESC, waiting_since, id)
  WHERE status IN ('new', 'open', 'pending', 'hold');
CREATE INDEX ticket_status_updated ON ticket (status, updated_at DESC, id);
CREATE INDEX ticket_updated ON ticket (updated_at DESC, id);
CREATE INDEX ticket_created ON ticket (created_at DESC, id);
CREATE INDEX ticket_customer ON ticket (customer_id, id);
CREATE INDEX ticket_customer_recent ON ticket (customer_id, last_message_at)
  WHERE status IN ('new', 'open', 'pending', 'hold');
CREATE INDEX ticket_conversation ON ticket (conversation_id, created_at) WHERE conversation_id IS NOT NULL;

-- The words that people sort tickets by: lower case, one word each.
CREATE TABLE ticket_tag (
  tag TEXT NOT NULL CHECK (tag <> ''),
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  PRIMARY KEY (tag, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_tag_ticket ON ticket_tag (ticket_id);

-- One run of `voc import`; finished_at stays NULL when the run was killed.
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  options TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

-- One file of a batch, with what became of its records.
CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  records INTEGER NOT NULL,
  new_records INTEGER NOT NULL,
  known_records INTEGER NOT NULL,
  problems INTEGER NOT NULL
) STRICT;
CREATE INDEX import_file_batch ON import_file (batch_id);

-- One utterance. ticket_id is NULL only for a channel's notices outside any ticket. flags are those of
-- ChannelRecord. conversation_id, at, fingerprint and ordinal are the import key where the export gives no id:
-- what was said when, and which of the identical ones it is.
CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER REFERENCES ticket (id),
  at INTEGER NOT NULL,
  author TEXT NOT NULL CHECK (author = 'customer' OR author = 'agent' OR author = 'bot' OR author = 'system'),
  author_name TEXT NOT NULL,
  customer_id INTEGER REFERENCES customer (id),
  agent_id INTEGER REFERENCES agent (id),
  kind TEXT NOT NULL
    CHECK (kind = 'message' OR kind = 'media' OR kind = 'deleted' OR kind = 'call' OR kind = 'poll'
      OR kind = 'location' OR kind = 'contact' OR kind = 'system'),
  is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
  body TEXT NOT NULL,
  attachment TEXT,
  flags INTEGER NOT NULL DEFAULT 0,
  raw_header TEXT,
  conversation_id INTEGER REFERENCES conversation (id),
  fingerprint INTEGER,
  ordinal INTEGER,
  batch_id INTEGER REFERENCES import_batch (id),
  CHECK (ticket_id IS NOT NULL OR author = 'system'),
  CHECK ((fingerprint IS NULL) = (ordinal IS NULL) AND (fingerprint IS NULL OR conversation_id IS NOT NULL))
) STRICT;
CREATE INDEX message_ticket ON message (ticket_id, at, id);
CREATE UNIQUE INDEX message_import_key ON message (conversation_id, at, fingerprint, ordinal)
  WHERE fingerprint IS NOT NULL;

-- Full-text index over message.body; written beside each message, never by a trigger (17 times slower).
CREATE VIRTUAL TABLE message_search USING fts5 (
  body, content = 'message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- What happened to a ticket: who, when, what, from which value to which. Only ever added to.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  from_value TEXT,
  to_value TEXT,
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX event_ticket ON event (ticket_id, id);

-- One answer to a survey. agent_id is the agent as of when the survey was asked, last_reply_agent_id the one
-- who had last replied publicly; segment is the customer's at that time. respondent is the name in the form
-- where it names nobody we can recognise. fingerprint and ordinal are the import key.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  survey TEXT NOT NULL CHECK (survey = 'nps' OR survey = 'csat' OR survey = 'ces' OR survey = 'enps'),
  score INTEGER NOT NULL,
  at INTEGER NOT NULL,
  comment TEXT NOT NULL,
  respondent TEXT,
  customer_id INTEGER REFERENCES customer (id),
  ticket_id INTEGER REFERENCES ticket (id),
  channel_id INTEGER REFERENCES channel (id),
  agent_id INTEGER REFERENCES agent (id),
  last_reply_agent_id INTEGER REFERENCES agent (id),
  segment TEXT CHECK (segment = 'A' OR segment = 'B' OR segment = 'C'),
  fingerprint INTEGER,
  ordinal INTEGER,
  batch_id INTEGER REFERENCES import_batch (id),
  CHECK (score BETWEEN CASE survey WHEN 'nps' THEN 0 WHEN 'enps' THEN 0 ELSE 1 END
    AND CASE survey WHEN 'csat' THEN 5 WHEN 'ces' THEN 7 ELSE 10 END),
  CHECK ((fingerprint IS NULL) = (ordinal IS NULL))
) STRICT;
CREATE UNIQUE INDEX answer_import_key ON answer (fingerprint, ordinal) WHERE fingerprint IS NOT NULL;
CREATE INDEX answer_customer ON answer (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX answer_ticket ON answer (ticket_id) WHERE ticket_id IS NOT NULL;

-- How many answers gave each score, kept in the transaction that writes the answer, so that a report costs the
-- same at two thousand answers and two million. dimension: all, channel, agent, segment; member: that row's id
-- (segment: 1 A, 2 B, 3 C), 0 for none; grain day or month, period: days or months since 1970 in the zone of
-- the setting 'zone'.
CREATE TABLE answer_count (
  dimension TEXT NOT NULL CHECK (dimension = 'all' OR dimension = 'channel' OR dimension = 'agent' OR dimension = 'segment'),
  grain TEXT NOT NULL CHECK (grain IN ('day', 'month')),
  period INTEGER NOT NULL,
  member INTEGER NOT NULL,
  survey TEXT NOT NULL,
  score INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (dimension, grain, period, member, survey, score)
) STRICT, WITHOUT ROWID;
-- Merging index segments by the way makes single replies wait (p99 54 ms against 0.5 ms, measured at 10 M
-- messages); imports merge when they end.
INSERT INTO message_search (message_search, rank) VALUES ('automerge', 0);
