-- Figures of service: how soon people were answered and solved, and what became of it, kept so that a summary costs the
-- same at a thousand tickets and a million.

-- What each ticket contributes to the figures, derived from its messages and events (TicketMeasure). Lengths of time in
-- seconds. customer_id, channel_id and created_at are the ticket's own. No row for a ticket that was merged into another,
-- which has its messages. waits are the customer's waits for replies and the calls, as packed numbers; replier_id is the
-- agent who last replied publicly; last_at the last moment that anything of it counts for.
CREATE TABLE ticket_measure (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id),
  customer_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  is_unsolved INTEGER NOT NULL CHECK (is_unsolved = 0 OR is_unsolved = 1),
  is_settled INTEGER NOT NULL CHECK (is_settled = 0 OR is_settled = 1),
  first_reply INTEGER CHECK (first_reply >= 0),
  is_unanswered INTEGER NOT NULL CHECK (is_unanswered = 0 OR is_unanswered = 1),
  solved_at INTEGER,
  pending INTEGER NOT NULL CHECK (pending >= 0),
  reply_rounds INTEGER NOT NULL CHECK (reply_rounds >= 0),
  bot_replies INTEGER NOT NULL CHECK (bot_replies >= 0),
  reopens INTEGER NOT NULL CHECK (reopens >= 0),
  reopened_after INTEGER CHECK (reopened_after >= 0),
  is_transferred INTEGER NOT NULL CHECK (is_transferred = 0 OR is_transferred = 1),
  hand_offs INTEGER NOT NULL CHECK (hand_offs >= 0),
  is_followed INTEGER NOT NULL CHECK (is_followed = 0 OR is_followed = 1),
  waits BLOB NOT NULL,
  replier_id INTEGER,
  last_at INTEGER NOT NULL
) STRICT;
-- Which tickets of a customer a new one follows.
CREATE INDEX ticket_measure_solved ON ticket_measure (customer_id, solved_at) WHERE solved_at IS NOT NULL;
-- What counts for a stretch of time that has just passed, without all that came before.
CREATE INDEX ticket_measure_last ON ticket_measure (last_at);

-- The tickets that were there before there were measures: `voc reindex service` measures them.
CREATE TABLE ticket_unmeasured (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id)
) STRICT;
INSERT INTO ticket_unmeasured (ticket_id) SELECT id FROM ticket;

-- For each measure and each day or month (since 1970 in the zone of the setting 'zone') how many there are in which
-- bucket (BucketHistogram, its bytes).
CREATE TABLE service_count (
  measure TEXT NOT NULL CHECK (measure <> ''),
  grain TEXT NOT NULL CHECK (grain = 'day' OR grain = 'month'),
  period INTEGER NOT NULL,
  histogram BLOB NOT NULL,
  PRIMARY KEY (measure, grain, period)
) STRICT;
