-- How many of the answers of a counter came with a comment: the comment rate is a share of the answers. NULL where
-- answers were counted before comments were: `voc reindex service` counts them, and until then no rate is told.
ALTER TABLE answer_count ADD COLUMN commented INTEGER CHECK (commented >= 0 AND commented <= n);

-- NPS and CSAT answers by the time they were given: at which hours of the week the dissatisfied answer.
CREATE INDEX answer_judged ON answer (at, survey, score, ticket_id) WHERE survey = 'nps' OR survey = 'csat';
