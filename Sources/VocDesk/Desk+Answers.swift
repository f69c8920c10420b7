public import VocDomain
import VocStore

extension Desk {
  /// Has the kept counters tell how many answers came with a comment, wherever they are from before that was counted.
  func countComments() throws {
    guard try store.hasUncountedComments() else { return }
    try store.transaction {
      var counters = AnswerCounters(zone: try reportClock())
      try store.eachAnswer(commented: true) { counters.add($0) }
      try store.countComments(counters.cells)
    }
  }

  /// An answer as somebody types it in; names as people write them.
  public struct NewAnswer: Sendable {
    public var survey: SurveyKind
    public var score: Int
    public var comment = ""
    public var customer: String?
    public var channel: String?
    public var agent: String?
    public var ticket: Int64?
    /// Nil for now, or for the noon of `day`.
    public var at: Instant?
    /// Nil for today.
    public var day: CivilDate?
    /// Whether it is kept even where the customer has answered the same on that day: nothing takes an answer back.
    public var allowsSame = false

    public init(survey: SurveyKind, score: Int) {
      self.survey = survey
      self.score = score
    }
  }

  /// Keeps one answer; what is not said is taken from the ticket it is about. Throws `VocError.sameAnswer` and
  /// `VocError.dayToCome`.
  public func record(_ new: NewAnswer) throws -> Answer {
    guard new.survey.scale.contains(new.score) else { throw VocError.scoreOutOfScale(new.survey, new.score) }
    return try store.transaction {
      let ticket = try new.ticket.map { try self.ticket($0) }
      let customer =
        try new.customer.map { try self.customer($0) } ?? ticket.flatMap { try store.customer($0.customerID) }
      let answer = Answer(
        survey: new.survey, score: new.score, at: try new.at ?? moment(of: new.day),
        comment: Desk.storable(new.comment),
        customerID: customer?.id, ticketID: ticket?.id,
        channelID: try new.channel.map { try channel(named: $0).id } ?? ticket?.channelID,
        agentID: try new.agent.map { try agent(named: $0).id } ?? ticket?.assigneeID,
        lastReplyAgentID: try ticket.flatMap { try store.lastReplyAgent(ticket: $0.id) },
        segment: customer?.segment)
      if !new.allowsSame { try refuseSame(answer) }
      let id = try store.nextAnswerID()
      try store.insert(answer, id: id)
      try fixReportZone()
      var counters = AnswerCounters(zone: try reportClock())
      counters.add(answer)
      try counters.write(to: store)
      try followUpIfAsked(answer: id, answer)
      return answer
    }
  }

  private func moment(of day: CivilDate?) throws -> Instant {
    guard let day, try dayDone(day) != today() else { return now() }
    return try reportClock().instant(of: day.noon)
  }

  /// Of somebody unknown nobody can tell two answers from one told twice.
  private func refuseSame(_ answer: Answer) throws {
    guard answer.customerID != nil else { return }
    let zone = try reportClock()
    let day = zone.localTime(of: answer.at).date
    let moments = ReportPeriod(since: day, until: day).moments(in: zone)
    if try store.hasAnswer(like: answer, within: moments) {
      throw VocError.sameAnswer(answer.survey, answer.score, on: day, ticket: answer.ticketID)
    }
  }
}
