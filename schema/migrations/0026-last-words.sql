-- When the customer last spoke on a ticket, and when it was last reopened: what our own messages say nothing of. last_word_at
-- is 0 where only we spoke; NULL where the ticket was measured before this was kept, until it is measured again.
ALTER TABLE ticket_measure ADD COLUMN last_word_at INTEGER;
ALTER TABLE ticket_measure ADD COLUMN last_reopened_at INTEGER;
