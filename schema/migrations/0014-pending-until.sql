-- The promised time: until when a pending ticket rests, because somebody said that they would come back to the customer
-- then. NULL where nobody did, and for every other status.
ALTER TABLE ticket ADD COLUMN pending_until INTEGER CHECK (pending_until IS NULL OR status = 'pending');
CREATE INDEX ticket_pending_until ON ticket (pending_until) WHERE pending_until IS NOT NULL;

-- What imports found before they changed a ticket has the column, too.
UPDATE import_change SET before = json_insert(before, '$[#]', NULL) WHERE entity = 'ticket';
