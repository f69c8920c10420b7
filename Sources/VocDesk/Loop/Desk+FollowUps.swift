public import VocDomain
import VocStore

/// Bad answers lead to tickets of their own, so that somebody calls back.
extension Desk {
  /// The word that follow-up tickets are tagged with.
  public static let followUpTag = "seguimiento"
  /// How long a follow-up may take where no policy promises otherwise: 48 hours.
  public static let followUpTime = 48 * Seconds.hour
  /// How far back answers lead to follow-ups unless somebody asks for more: 30 days.
  public static let followUpWindow = 30 * Seconds.day
  private static let autoSetting = "loop_auto"

  /// Follow-ups as they were opened.
  public struct OpenedFollowUps: Sendable {
    public var tickets: [Ticket] = []
    /// Bad answers of customers whom nothing ties to a channel.
    public var withoutChannel = 0
    /// Bad answers that do not tell whose they are.
    public var withoutCustomer = 0
  }

  /// Opens a ticket for each bad answer (NPS up to 6, CSAT up to 2) of a known customer that has none yet; once for each.
  ///
  /// One act, which can be undone. Answers of the last 30 days, unless `since` says otherwise.
  public func openFollowUps(since day: CivilDate?, rehearsing: Bool = false) throws -> OpenedFollowUps {
    let zone = try reportClock()
    let since = day.map { zone.instant(of: $0.midnight) } ?? now() + -Desk.followUpWindow
    return try acting([.followUp], rehearsing: rehearsing) { moment in
      var opened = try openFollowUps(ofAnswers: try store.answersToFollowUp(since: since), at: moment)
      opened.withoutCustomer = try store.countBadAnswersOfNobody(since: since)
      return opened
    }
  }

  /// Whether new bad answers lead to follow-ups by themselves.
  public func opensFollowUps() throws -> Bool { try store.setting(Desk.autoSetting) == "on" }

  public func setOpensFollowUps(_ isOn: Bool) throws {
    try store.transaction { try store.setSetting(Desk.autoSetting, to: isOn ? "on" : "off") }
  }

  /// For an answer that has just been recorded, where that is asked for.
  func followUpIfAsked(answer id: Int64, _ answer: Answer) throws {
    guard answer.customerID != nil, answer.isBad, try opensFollowUps() else { return }
    let moment = now()
    _ = try store.act([.followUp], by: actor, at: moment) {
      try openFollowUps(ofAnswers: [id], at: moment)
    }
  }

  /// For the answers that a running import has brought, where that is asked for: part of the import, and taken back
  /// with it.
  ///
  /// Returns how many bad answers are of customers whom nothing ties to a channel.
  func followUpIfAsked(batch id: Int64) throws -> Int {
    guard try opensFollowUps() else { return 0 }
    let moment = now()
    return try store.transaction {
      try openFollowUps(
        ofAnswers: try store.answersToFollowUp(since: moment + -Desk.followUpWindow, ofBatch: id), at: moment
      ).withoutChannel
    }
  }

  private func openFollowUps(ofAnswers ids: [Int64], at moment: Instant) throws -> OpenedFollowUps {
    var opened = OpenedFollowUps()
    for id in ids {
      guard let answer = try store.wholeAnswer(id), let customer = answer.customerID else { continue }
      let channel = try answer.ticketID.flatMap { try store.ticket($0)?.channelID }
      guard let channel = try channel ?? store.newestChannel(ofCustomer: customer) ?? answer.channelID else {
        opened.withoutChannel += 1
        continue
      }
      opened.tickets.append(
        try openFollowUp(answer, id: id, ofCustomer: customer, onChannel: channel, at: moment))
    }
    return opened
  }

  private func openFollowUp(
    _ answer: Answer, id: Int64, ofCustomer customer: Int64, onChannel channel: Int64, at moment: Instant
  ) throws -> Ticket {
    let words = answer.comment.trimmed
    let subject =
      "\(answer.survey.rawValue.uppercased()) \(answer.score)" + (words.isEmpty ? "" : ": \(words)")
    let ticket = Ticket(
      id: try store.nextTicketID(), status: .new, priority: .high, subject: Ticket.subject(from: subject),
      customerID: customer, channelID: channel, createdAt: moment, updatedAt: moment)
    try store.insert(ticket)
    try store.keepBefore(ticket: ticket.id)
    try store.insert(
      FollowUp(
        answerID: id, ticketID: ticket.id, openedAt: moment, dueAt: moment + Desk.followUpTime))
    try store.insert(
      TicketEvent(ticketID: ticket.id, at: moment, actor: actor, kind: .created, to: "new"),
      batchID: store.batchID)
    try store.addTag(Desk.followUpTag, toTicket: ticket.id)
    try store.insert(
      TicketEvent(ticketID: ticket.id, at: moment, actor: actor, kind: .tag, to: Desk.followUpTag),
      batchID: store.batchID)
    if let due = try promisedSolution(ofTicket: ticket.id) { try store.setDue(due, ofFollowUp: id) }
    return try self.ticket(ticket.id)
  }

  /// By when the policy in force promises that a ticket is solved; nil where it does not.
  private func promisedSolution(ofTicket id: Int64) throws -> Instant? {
    try refreshSLAs(ofTickets: [id])
    guard let row = try store.routableTicket(id) else { return nil }
    return try clocks(of: row, currentService()).clocks.first { $0.measure == .resolution }?.due
  }

  /// A follow-up is solved only by whoever says what had caused it and what they did. Throws `VocError.followUpLacks`.
  func checkSolution(ofFollowUp ticket: Ticket) throws {
    guard try store.isFollowUp(ticket: ticket.id) else { return }
    let lacksAction = try !store.hasAction(ticket: ticket.id)
    if ticket.cause == nil || lacksAction {
      throw VocError.followUpLacks(ticket: ticket.id, cause: ticket.cause == nil, action: lacksAction)
    }
  }
}

extension Answer {
  /// Whether it asks for somebody to call back.
  var isBad: Bool { survey.badScores?.contains(score) ?? false }
}
