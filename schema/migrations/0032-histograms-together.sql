-- The histograms of a measure lie together, in the order of their days or months: a summary reads less than
-- half of the pages that it read when each stood where it was first written (measured).
CREATE TABLE service_count_together (
  measure TEXT NOT NULL CHECK (measure <> ''),
  grain TEXT NOT NULL CHECK (grain = 'day' OR grain = 'month'),
  period INTEGER NOT NULL,
  histogram BLOB NOT NULL,
  PRIMARY KEY (measure, grain, period)
) STRICT, WITHOUT ROWID;
INSERT INTO service_count_together (measure, grain, period, histogram)
  SELECT measure, grain, period, histogram FROM service_count ORDER BY measure, grain, period;
DROP TABLE service_count;
ALTER TABLE service_count_together RENAME TO service_count;
