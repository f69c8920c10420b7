-- Times until solved without the waits for the customer, tickets that were never solved among them.

-- Since when a ticket that was never solved waits for its customer; NULL where it does not. That wait is not in pending.
ALTER TABLE ticket_measure ADD COLUMN paused_at INTEGER;
-- `voc reindex service` measures all tickets anew.
DELETE FROM service_count;
DELETE FROM ticket_measure;
INSERT OR IGNORE INTO ticket_unmeasured (ticket_id) SELECT id FROM ticket;
