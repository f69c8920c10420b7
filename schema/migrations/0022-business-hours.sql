-- Times in business hours beside those of the calendar.

-- Up to which version of the policy the histograms of business time in service_count are counted: one row, or none as
-- long as no policy has laid down hours. Each transaction brings them up to the policy in force: another version's hours
-- have them counted anew, from ticket_measure alone.
CREATE TABLE counted_hours (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  policy_id INTEGER NOT NULL REFERENCES policy (id)
) STRICT;
