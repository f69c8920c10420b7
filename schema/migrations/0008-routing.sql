-- Routing and service levels: what a business has laid down, where its agents are, who was given what and why, and
-- until when customers were promised what.

-- Each policy document that was applied; the newest is in force. document is canonical JSON (see `voc config show`).
CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  document TEXT NOT NULL CHECK (document <> '')
) STRICT;

-- Where an agent is: state online, away, offline, unresponsive or one of the policy's own, since when, when they last
-- did anything, and how many offers in a row they left to run out. shift is a calendar of the policy; NULL:
-- always on. Agents without a row are offline.
CREATE TABLE agent_presence (
  agent_id INTEGER PRIMARY KEY REFERENCES agent (id),
  state TEXT NOT NULL CHECK (state <> ''),
  since INTEGER NOT NULL,
  last_act_at INTEGER,
  shift TEXT,
  misses INTEGER NOT NULL DEFAULT 0 CHECK (misses >= 0)
) STRICT;

-- What agents can do: proficiency 1 to 5.
CREATE TABLE agent_skill (
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  skill TEXT NOT NULL CHECK (skill <> ''),
  proficiency INTEGER NOT NULL CHECK (proficiency BETWEEN 1 AND 5),
  PRIMARY KEY (agent_id, skill)
) STRICT, WITHOUT ROWID;

-- How much of a kind of channel an agent takes at once, where it is not what the policy says.
CREATE TABLE agent_capacity (
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  capacity INTEGER NOT NULL CHECK (capacity >= 0),
  PRIMARY KEY (agent_id, kind)
) STRICT, WITHOUT ROWID;

-- The groups of agents that serve queues.
CREATE TABLE agent_group (
  name TEXT NOT NULL CHECK (name <> ''),
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  PRIMARY KEY (name, agent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX agent_group_agent ON agent_group (agent_id);

-- When an agent last got a ticket of a kind of channel, was offered one, or saw one of theirs reopened.
CREATE TABLE agent_turn (
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  at INTEGER NOT NULL,
  PRIMARY KEY (agent_id, kind)
) STRICT, WITHOUT ROWID;

-- Since when the assignee of an unsolved ticket has it; no row where an import said who has it.
CREATE TABLE assignment (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id),
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_agent ON assignment (agent_id);

-- A ticket of a synchronous channel that waits for an agent's yes.
CREATE TABLE offer (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id),
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  offered_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX offer_agent ON offer (agent_id);

-- Agents who are passed over for a ticket, and until when: they did not answer it.
CREATE TABLE exclusion (
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  until INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, agent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exclusion_agent ON exclusion (agent_id);

-- The queue to which somebody moved a ticket; without a row its queue follows from the policy's conditions.
CREATE TABLE ticket_queue (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id),
  queue TEXT NOT NULL CHECK (queue <> '')
) STRICT;

-- What the router decided on a ticket: assigned, offered or returned to its queue, for or from which agent, under
-- which policy (0: before any). explanation is JSON: the place in the order, each candidate with the first gate that
-- they failed, what told the chosen one from the next.
CREATE TABLE route_decision (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome = 'assigned' OR outcome = 'offered' OR outcome = 'unanswered' OR outcome = 'expired'
      OR outcome = 'off_shift'),
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  policy_id INTEGER NOT NULL,
  explanation TEXT NOT NULL CHECK (explanation <> '')
) STRICT;
CREATE INDEX route_decision_ticket ON route_decision (ticket_id, id);
CREATE INDEX route_decision_agent ON route_decision (agent_id);

-- Which SLA policy was in force for a ticket from when on; NULL: none. Only where it changed.
CREATE TABLE ticket_sla_policy (
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  at INTEGER NOT NULL,
  name TEXT,
  PRIMARY KEY (ticket_id, at)
) STRICT, WITHOUT ROWID;

-- Kept for speed, derived from a ticket's events (SLAClocks): the next moment at which a promise breaks (NULL while
-- nothing runs), whether one is broken already, and when the next warning is to be given. Unsolved tickets only.
CREATE TABLE ticket_sla (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id),
  due_at INTEGER,
  is_breached INTEGER NOT NULL CHECK (is_breached = 0 OR is_breached = 1),
  alert_at INTEGER
) STRICT;
CREATE INDEX ticket_sla_due ON ticket_sla (due_at, ticket_id) WHERE due_at IS NOT NULL;
CREATE INDEX ticket_sla_alert ON ticket_sla (alert_at, ticket_id) WHERE alert_at IS NOT NULL;

-- Warnings at 75 and 90 % of a target and at its breach (100), each once: an outbox for whoever sends them on.
CREATE TABLE sla_alert (
  id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  measure TEXT NOT NULL CHECK (measure <> ''),
  clock_started_at INTEGER NOT NULL,
  level INTEGER NOT NULL CHECK (level = 75 OR level = 90 OR level = 100),
  at INTEGER NOT NULL,
  fired_at INTEGER NOT NULL,
  acknowledged_at INTEGER
) STRICT;
CREATE UNIQUE INDEX sla_alert_key ON sla_alert (ticket_id, measure, clock_started_at, level);
CREATE INDEX sla_alert_pending ON sla_alert (id) WHERE acknowledged_at IS NULL;

-- What an agent holds, as the router counts it: conversations that rest are passed over.
CREATE INDEX ticket_held ON ticket (assignee_id, channel_id, last_message_at)
  WHERE assignee_id IS NOT NULL AND status <> 'solved' AND status <> 'closed' AND status <> 'pending'
    AND status <> 'hold';
-- The channels of the tickets that nobody has.
CREATE INDEX ticket_unassigned ON ticket (channel_id)
  WHERE assignee_id IS NULL AND status <> 'solved' AND status <> 'closed' AND status <> 'pending'
    AND status <> 'hold';
