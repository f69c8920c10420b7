/// One answer to a survey as an export tells it.
public struct AnswerRecord: Equatable, Sendable {
  /// When the answer was given: an instant where the export says the offset, else a wall-clock time.
  public enum Time: Equatable, Sendable {
    case instant(Instant)
    case local(LocalTime)

    public func instant(in zone: ZoneClock) -> Instant {
      switch self {
      case .instant(let instant): instant
      case .local(let local): zone.instant(of: local)
      }
    }
  }

  /// Where the row begins in its file, from 1.
  public var line: Int
  public var survey: SurveyKind
  /// Within `survey.scale`.
  public var score: Int
  public var comment: String
  /// Nil where the row has no date.
  public var at: Time?
  public var phone: String?
  public var name: String?
  public var email: String?
  public var channel: String?
  public var agent: String?
  public var ticket: Int64?
  /// The cells of the columns that no field takes: they tell one branch's answers from another's.
  public var others = ""

  /// Nothing in it says whose it is.
  public var isAnonymous: Bool { phone == nil && name == nil && email == nil && ticket == nil }

  public init(
    line: Int, survey: SurveyKind, score: Int, comment: String = "", at: Time? = nil, phone: String? = nil,
    name: String? = nil, email: String? = nil, channel: String? = nil, agent: String? = nil,
    ticket: Int64? = nil
  ) {
    self.line = line
    self.survey = survey
    self.score = score
    self.comment = comment
    self.at = at
    self.phone = phone
    self.name = name
    self.email = email
    self.channel = channel
    self.agent = agent
    self.ticket = ticket
  }
}
