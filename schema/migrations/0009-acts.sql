-- Acts: what people did to tickets, so that they can take it back; and tickets that are one matter, or two.

-- What one command of somebody did: verbs are those of TicketAct with commas, undoes the act that it took back.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  verbs TEXT NOT NULL CHECK (verbs <> ''),
  undoes INTEGER REFERENCES act (id)
) STRICT;
CREATE INDEX act_actor ON act (actor, id);
CREATE INDEX act_undoes ON act (undoes) WHERE undoes IS NOT NULL;

-- Each ticket that an act changed, with what was before and events do not tell. undone_by is the act that took it
-- back on this ticket, and an undo's own number on what it did itself: neither counts for clocks and reports.
CREATE TABLE act_ticket (
  act_id INTEGER NOT NULL REFERENCES act (id),
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  assignee_id INTEGER REFERENCES agent (id),
  assigned_at INTEGER,
  solved_at INTEGER,
  created_at INTEGER NOT NULL,
  is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
  sla_policy TEXT,
  undone_by INTEGER REFERENCES act (id),
  PRIMARY KEY (act_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_ticket_ticket ON act_ticket (ticket_id);

-- The act that an event is part of; NULL for what nobody did by hand, and for everything before there were acts.
ALTER TABLE event ADD COLUMN act_id INTEGER REFERENCES act (id);
CREATE INDEX event_act ON event (act_id, ticket_id) WHERE act_id IS NOT NULL;

-- The ticket whose matter this one is, and which has its messages since: this one is closed.
ALTER TABLE ticket ADD COLUMN merged_into_id INTEGER REFERENCES ticket (id);
CREATE INDEX ticket_merged_into ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Each message that merging or splitting tickets took from one to the other.
CREATE TABLE moved_message (
  act_id INTEGER NOT NULL REFERENCES act (id),
  message_id INTEGER NOT NULL REFERENCES message (id),
  from_ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  to_ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  PRIMARY KEY (act_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_message_message ON moved_message (message_id);
CREATE INDEX moved_message_from ON moved_message (from_ticket_id);
CREATE INDEX moved_message_to ON moved_message (to_ticket_id);

-- What imports found before they changed a row has these columns, too.
UPDATE import_change SET before = json_insert(before, '$[#]', NULL) WHERE entity = 'ticket' OR entity = 'event';
