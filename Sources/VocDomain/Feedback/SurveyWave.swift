/// One sending of a survey to many: what tells how many could have answered.
public struct SurveyWave: Equatable, Sendable {
  public var id: Int64
  public var survey: SurveyKind
  /// In the zone of the reports.
  public var day: CivilDate
  /// Nil where it went out on several, or nobody said.
  public var channelID: Int64?
  /// At least 1.
  public var sent: Int
  /// Of those, not delivered.
  public var bounced: Int
  /// Of those, held back: asked too lately, or asked not to be.
  public var suppressed: Int

  public init(
    id: Int64, survey: SurveyKind, day: CivilDate, channelID: Int64?, sent: Int, bounced: Int, suppressed: Int
  ) {
    (self.id, self.survey, self.day, self.channelID) = (id, survey, day, channelID)
    (self.sent, self.bounced, self.suppressed) = (sent, bounced, suppressed)
  }

  /// Who could have answered.
  public var delivered: Int { sent - bounced - suppressed }
}
