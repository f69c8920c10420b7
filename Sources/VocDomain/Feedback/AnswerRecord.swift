/// One answer to a survey as an export tells it.
public struct AnswerRecord: Equatable, Sendable, Codable {
  public typealias Time = RecordTime

  /// What an answer is worth: only complete ones count.
  public enum Completeness: String, CaseIterable, Sendable, Codable {
    case complete
    /// The respondent left before the end.
    case partial
    /// A preview, or a test by whoever made the survey.
    case test
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

  /// The export's id of this very answer (a response's id with its question), unique within its account; nil
  /// where it has none: then it is known by what it says.
  public var key: String?
  /// As of when this version is: the newest wins.
  public var updatedAt: Instant?
  /// The key of a `TicketRecord` of the same export; `ticket` is a number of voc's.
  public var ticketKey: String?
  /// Keys of `PartyRecord`s of the same export.
  public var customerKey: String?
  public var agentKey: String?
  public var completeness = Completeness.complete

  /// Nothing in it says whose it is.
  public var isAnonymous: Bool {
    phone == nil && name == nil && email == nil && ticket == nil && customerKey == nil
  }

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
