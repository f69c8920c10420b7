-- A report of some tickets tells how many answers belong to none, without reading all.
CREATE INDEX answer_ticketless ON answer (at, ticket_id) WHERE ticket_id IS NULL;
