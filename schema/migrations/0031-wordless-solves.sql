-- Solved tickets of which no word of the customer's, no public reply and no call is on record count in no rate of
-- first-contact resolution. Where there are some, the histograms do not tell them yet: `voc reindex service` measures all
-- tickets anew.
CREATE TEMP TABLE wordless AS
  SELECT 1 FROM ticket_measure
  WHERE solved_at IS NOT NULL AND reply_rounds = 0 AND is_unanswered = 0 AND bot_replies = 0 LIMIT 1;
INSERT OR IGNORE INTO ticket_unmeasured (ticket_id) SELECT id FROM ticket WHERE EXISTS (SELECT 1 FROM wordless);
DELETE FROM service_count WHERE EXISTS (SELECT 1 FROM wordless);
DELETE FROM ticket_measure WHERE EXISTS (SELECT 1 FROM wordless);
DROP TABLE wordless;
