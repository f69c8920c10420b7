-- Quality: how well agents served tickets, as somebody of ours judged by a card.

-- A card: what is judged. Every version is kept, and the one with the highest number is in force.
CREATE TABLE quality_card (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- The items of a card in their order; weights count against each other.
CREATE TABLE quality_item (
  card_id INTEGER NOT NULL REFERENCES quality_card (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL CHECK (folded_name <> ''),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 1000),
  PRIMARY KEY (card_id, position),
  UNIQUE (card_id, folded_name)
) STRICT, WITHOUT ROWID;

-- One judgement of how an agent served a ticket. actor judged; it counts for nothing once it was removed.
CREATE TABLE quality_score (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  card_id INTEGER NOT NULL REFERENCES quality_card (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  comment TEXT NOT NULL,
  removed_at INTEGER,
  removed_by TEXT,
  CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) STRICT;
CREATE INDEX quality_score_ticket ON quality_score (ticket_id);
CREATE INDEX quality_score_agent ON quality_score (agent_id, at);
CREATE INDEX quality_score_at ON quality_score (at);

-- What each item got, 1 (bad) to 5 (good); an item that did not apply has no row.
CREATE TABLE quality_mark (
  score_id INTEGER NOT NULL REFERENCES quality_score (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  mark INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 5),
  PRIMARY KEY (score_id, position)
) STRICT, WITHOUT ROWID;
