-- How many could have answered a survey: without it nobody knows how many did not.

-- One sending of a survey; day is counted since 1970 in the zone of the setting 'zone'. bounced were not delivered,
-- suppressed were held back; channel_id is NULL where it went out on several.
CREATE TABLE survey_wave (
  id INTEGER PRIMARY KEY,
  survey TEXT NOT NULL CHECK (survey = 'nps' OR survey = 'csat' OR survey = 'ces' OR survey = 'enps'),
  day INTEGER NOT NULL,
  channel_id INTEGER REFERENCES channel (id),
  sent INTEGER NOT NULL CHECK (sent > 0),
  bounced INTEGER NOT NULL CHECK (bounced >= 0),
  suppressed INTEGER NOT NULL CHECK (suppressed >= 0),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  CHECK (bounced + suppressed <= sent)
) STRICT;
CREATE INDEX survey_wave_day ON survey_wave (day);
CREATE INDEX survey_wave_channel ON survey_wave (channel_id) WHERE channel_id IS NOT NULL;
