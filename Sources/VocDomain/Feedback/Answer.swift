/// One answer of a customer (or, for eNPS, an employee) to a survey.
public struct Answer: Equatable, Sendable {
  public var survey: SurveyKind
  public var score: Int
  public var at: Instant
  public var comment: String
  /// The name in the form where it names nobody we can recognise.
  public var respondent: String?
  public var customerID: Int64?
  public var ticketID: Int64?
  public var channelID: Int64?
  /// Who was responsible when the survey was asked: frozen, whoever takes the ticket later.
  public var agentID: Int64?
  public var lastReplyAgentID: Int64?
  /// The customer's value class at that time.
  public var segment: Customer.Segment?

  public init(
    survey: SurveyKind, score: Int, at: Instant, comment: String = "", respondent: String? = nil,
    customerID: Int64? = nil, ticketID: Int64? = nil, channelID: Int64? = nil, agentID: Int64? = nil,
    lastReplyAgentID: Int64? = nil, segment: Customer.Segment? = nil
  ) {
    self.survey = survey
    self.score = score
    self.at = at
    self.comment = comment
    self.respondent = respondent
    self.customerID = customerID
    self.ticketID = ticketID
    self.channelID = channelID
    self.agentID = agentID
    self.lastReplyAgentID = lastReplyAgentID
    self.segment = segment
  }
}
