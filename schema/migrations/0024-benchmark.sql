-- What is published of competitors and of the sector, to compare our own figures with.

-- One published figure: NPS in points (-100 to 100), CSAT in percent; of which year, and where it stands. name is a
-- competitor's, whether texts are searched for it or not, or what the sector is called.
CREATE TABLE benchmark (
  id INTEGER PRIMARY KEY,
  folded_name TEXT NOT NULL CHECK (folded_name <> ''),
  name TEXT NOT NULL,
  survey TEXT NOT NULL CHECK (survey = 'nps' OR survey = 'csat'),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  figure REAL NOT NULL CHECK (figure BETWEEN CASE survey WHEN 'nps' THEN -100 ELSE 0 END AND 100),
  source TEXT NOT NULL CHECK (source <> ''),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (folded_name, survey, year)
) STRICT;
