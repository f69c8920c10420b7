-- Where customers of an agent are less satisfied, by topic: without a look at the row of each answer.
DROP INDEX answer_csat;
CREATE INDEX answer_csat ON answer (at, ticket_id, score, agent_id) WHERE survey = 'csat' AND ticket_id IS NOT NULL;
