public import VocDomain
import VocStore

/// How many surveys went out, so that reports can tell who did not answer.
extension Desk {
  /// A sending as somebody types it in.
  public struct NewSurveyWave: Sendable {
    public var survey: SurveyKind
    public var sent: Int
    public var bounced = 0
    public var suppressed = 0
    public var channel: String?
    /// Nil for today.
    public var day: CivilDate?

    public init(survey: SurveyKind, sent: Int) { (self.survey, self.sent) = (survey, sent) }
  }

  /// Keeps a sending. Throws `VocError.moreHeldBackThanSent` and `VocError.dayToCome`.
  public func record(_ new: NewSurveyWave) throws -> SurveyWave {
    guard new.sent > 0, new.bounced >= 0, new.suppressed >= 0, new.bounced + new.suppressed <= new.sent else {
      throw VocError.moreHeldBackThanSent(sent: new.sent, heldBack: new.bounced + new.suppressed)
    }
    let day = try dayDone(new.day)
    return try store.transaction {
      let wave = SurveyWave(
        id: try store.nextSurveyWaveID(), survey: new.survey, day: day,
        channelID: try new.channel.map { try channel(named: $0).id }, sent: new.sent, bounced: new.bounced,
        suppressed: new.suppressed)
      try store.insert(wave, at: now(), by: actor)
      return wave
    }
  }

  /// All sendings of the survey, day and channel of one, itself included: whoever tells of one twice counts it twice.
  public func surveyWaves(like wave: SurveyWave) throws -> [SurveyWave] {
    let day = wave.day.daysSince1970
    return try store.surveyWaves(days: day...day, limit: .max).filter {
      $0.survey == wave.survey && $0.channelID == wave.channelID
    }
  }

  /// The newest first.
  public func surveyWaves(limit: Int) throws -> [SurveyWave] {
    try store.surveyWaves(days: Int(Int32.min)...Int(Int32.max), limit: limit)
  }

  /// Forgets a sending that was none. Throws `VocError.unknownSurveyWave`.
  public func removeSurveyWave(_ id: Int64) throws -> SurveyWave {
    try store.transaction {
      guard let wave = try store.surveyWave(id) else { throw VocError.unknownSurveyWave(id) }
      try store.removeSurveyWave(id)
      return wave
    }
  }
}
