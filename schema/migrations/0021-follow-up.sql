-- Closing the loop: what became of bad answers, and who looks after the causes of tickets.

-- The ticket that was opened because of a bad answer, once for each, and by when it is to be solved. What was done
-- about it is an event of the ticket.
CREATE TABLE follow_up (
  answer_id INTEGER PRIMARY KEY REFERENCES answer (id),
  ticket_id INTEGER NOT NULL UNIQUE REFERENCES ticket (id),
  opened_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL
) STRICT;

-- Who looks after a cause, listed or not, and the day (since 1970, in the zone of the setting 'zone') on which they
-- said that something was done about it.
CREATE TABLE cause_care (
  folded_name TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  owner_id INTEGER REFERENCES agent (id),
  fixed_on INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX cause_care_owner ON cause_care (owner_id) WHERE owner_id IS NOT NULL;
