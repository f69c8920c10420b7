-- Whose work a ticket counts as: whoever has it, else who last replied publicly. Reports by agent read no ticket for it.
ALTER TABLE ticket_measure RENAME COLUMN replier_id TO agent_id;
UPDATE ticket_measure SET agent_id = ticket.assignee_id
  FROM ticket WHERE ticket.id = ticket_measure.ticket_id AND ticket.assignee_id IS NOT NULL;
