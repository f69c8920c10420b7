-- Tickets that no customer opened: follow-ups of bad answers, those that were taken back among them. They count in no
-- figure of service, for no cause and in no customer's journey.
CREATE TABLE own_ticket (
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket (id)
) STRICT;
INSERT INTO own_ticket (ticket_id) SELECT ticket_id FROM follow_up;
-- Where some have been measured, `voc reindex service` measures the others anew.
INSERT OR IGNORE INTO ticket_unmeasured (ticket_id)
  SELECT id FROM ticket WHERE EXISTS (SELECT 1 FROM own_ticket) AND id NOT IN (SELECT ticket_id FROM own_ticket);
DELETE FROM service_count WHERE EXISTS (SELECT 1 FROM own_ticket);
DELETE FROM ticket_measure WHERE EXISTS (SELECT 1 FROM own_ticket);
