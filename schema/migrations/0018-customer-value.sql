-- What customers are worth, as the business says: the report on customers ranks them by it.

-- One amount a customer, in whatever unit the business counts in, of whatever stretch it chose: only their proportions
-- matter. A merge leaves these rows where they are: an absorbed customer's amount counts as the survivor's.
CREATE TABLE customer_value (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
  amount REAL NOT NULL CHECK (amount >= 0 AND amount < 1e15),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- A customer's answers, survey by survey in the order of time, told without the answers themselves.
DROP INDEX answer_customer;
CREATE INDEX answer_customer ON answer (customer_id, survey, at, score) WHERE customer_id IS NOT NULL;
