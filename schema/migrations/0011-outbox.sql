-- What agents send and how they word it: replies on their way to customers, kept texts, and the list of causes.

-- Each public reply that a connector is to deliver. claimed_by is the connector that has it in hand, until
-- claimed_until; attempts counts how often one had. reason is the last failure's, external_id the channel's number of
-- what arrived, template the approved one that is to be sent.
CREATE TABLE outbox (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  reason TEXT,
  external_id TEXT CHECK (external_id <> ''),
  template TEXT CHECK (template <> ''),
  claimed_by TEXT,
  claimed_until INTEGER,
  queued_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
  CHECK (claimed_by IS NULL OR state = 'pending'),
  CHECK (state <> 'failed' OR reason IS NOT NULL)
) STRICT;
-- Both end in message_id, the order in which replies were written: what was sent is never read for what is not.
CREATE INDEX outbox_state ON outbox (state);
CREATE INDEX outbox_channel ON outbox (channel_id, state);

-- Texts that agents use again and again, with placeholders; the newest body is the one that counts.
CREATE TABLE macro (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL CHECK (body <> ''),
  author TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- The causes that tickets may be solved with; none: any text is a cause.
CREATE TABLE cause (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL UNIQUE
) STRICT;
-- How many tickets each cause had, told without the tickets.
CREATE INDEX ticket_cause ON ticket (cause, status, merged_into_id) WHERE cause IS NOT NULL;
