import SQLite
public import VocDomain

/// How many surveys went out.
extension Store {
  private static func wave(_ row: Row) -> SurveyWave {
    SurveyWave(
      id: row.int(0), survey: SurveyKind(rawValue: row.text(1)) ?? .csat,
      day: CivilDate(daysSince1970: Int(row.int(2))), channelID: row.optionalInt(3), sent: Int(row.int(4)),
      bounced: Int(row.int(5)), suppressed: Int(row.int(6)))
  }

  private static let waveColumns = "id, survey, day, channel_id, sent, bounced, suppressed"

  public func nextSurveyWaveID() throws -> Int64 { try nextID("survey_wave") }

  public func insert(_ wave: SurveyWave, at moment: Instant, by actor: String) throws {
    try database.execute(
      """
      INSERT INTO survey_wave (id, survey, day, channel_id, sent, bounced, suppressed, at, actor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, wave.id, wave.survey.rawValue, wave.day.daysSince1970, wave.channelID, wave.sent, wave.bounced,
      wave.suppressed, moment.unixSeconds, actor)
  }

  public func surveyWave(_ id: Int64) throws -> SurveyWave? {
    try database.row("SELECT \(Store.waveColumns) FROM survey_wave WHERE id = ?", id, element: Store.wave(_:))
  }

  /// Those of some days, the newest first.
  public func surveyWaves(days: ClosedRange<Int>, limit: Int) throws -> [SurveyWave] {
    try database.rows(
      "SELECT \(Store.waveColumns) FROM survey_wave WHERE day BETWEEN ? AND ? ORDER BY day DESC, id DESC LIMIT ?",
      days.lowerBound, days.upperBound, limit, element: Store.wave(_:))
  }

  public func removeSurveyWave(_ id: Int64) throws {
    try database.execute("DELETE FROM survey_wave WHERE id = ?", id)
  }
}
