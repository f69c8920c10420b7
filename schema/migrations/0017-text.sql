-- What the texts of customers sound like: estimates that flag what may need attention, never facts.

-- Of each message of a customer that says something: its language (es, pt, en; NULL where nothing tells), its mood
-- (-1 negative, 0 neutral, 1 positive), the lexicon's score in thousandths, and the cues, two bits each (CueSet). No row
-- for a message that is neutral and gives no cue. It belongs to the message and goes with it.
CREATE TABLE message_signal (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  language TEXT,
  mood INTEGER NOT NULL CHECK (mood BETWEEN -1 AND 1),
  score INTEGER NOT NULL,
  cues INTEGER NOT NULL,
  CHECK (mood <> 0 OR cues <> 0)
) STRICT;
-- The few messages that give a cue.
CREATE INDEX message_signal_cues ON message_signal (cues) WHERE cues <> 0;

-- The same of the comments of answers; their mood is told by the trained model where one is active.
CREATE TABLE answer_signal (
  answer_id INTEGER PRIMARY KEY REFERENCES answer (id),
  language TEXT,
  mood INTEGER NOT NULL CHECK (mood BETWEEN -1 AND 1),
  score INTEGER NOT NULL,
  cues INTEGER NOT NULL,
  CHECK (mood <> 0 OR cues <> 0)
) STRICT;

-- Comments by the time of their answer.
CREATE INDEX answer_commented ON answer (at, ticket_id, customer_id) WHERE comment <> '';

-- What tickets are told apart by goes along with which scores.
CREATE INDEX answer_csat ON answer (at, ticket_id, score) WHERE survey = 'csat' AND ticket_id IS NOT NULL;

-- The numbers from first to last of messages and answers that are still to be read, or to be read anew: from before
-- texts were read, or before the words that count changed. `voc reindex text` reads them.
CREATE TABLE text_unread (
  kind TEXT PRIMARY KEY CHECK (kind = 'message' OR kind = 'answer'),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first)
) STRICT, WITHOUT ROWID;
INSERT INTO text_unread (kind, first, last)
  SELECT 'message', (SELECT min(id) FROM message), (SELECT max(id) FROM message) WHERE EXISTS (SELECT 1 FROM message);
INSERT INTO text_unread (kind, first, last)
  SELECT 'answer', (SELECT min(id) FROM answer), (SELECT max(id) FROM answer) WHERE EXISTS (SELECT 1 FROM answer);

-- Names of competitors, which only the business itself can know.
CREATE TABLE competitor (
  folded_name TEXT PRIMARY KEY CHECK (folded_name <> ''),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What `voc train` has learnt: of each kind the one model, as bytes, with what it was measured at when it was trained.
CREATE TABLE text_model (
  kind TEXT PRIMARY KEY CHECK (kind = 'mood' OR kind = 'topic'),
  trained_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  examples INTEGER NOT NULL,
  right INTEGER NOT NULL,
  trials INTEGER NOT NULL,
  model BLOB NOT NULL
) STRICT;
