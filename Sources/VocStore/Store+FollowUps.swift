import SQLite
public import VocDomain

/// The ticket that a bad answer led to.
public struct FollowUp: Equatable, Sendable {
  public var answerID: Int64
  public var ticketID: Int64
  public var openedAt: Instant
  public var dueAt: Instant
  /// Nil while it is unsolved.
  public var solvedAt: Instant?
  public var isSolved: Bool

  public init(answerID: Int64, ticketID: Int64, openedAt: Instant, dueAt: Instant) {
    (self.answerID, self.ticketID, self.openedAt, self.dueAt) = (answerID, ticketID, openedAt, dueAt)
    (solvedAt, isSolved) = (nil, false)
  }
}

/// Somebody's care for a cause.
public struct CauseCare: Equatable, Sendable {
  public var name: String
  public var ownerID: Int64?
  public var fixedOn: CivilDate?

  public init(name: String, ownerID: Int64? = nil, fixedOn: CivilDate? = nil) {
    (self.name, self.ownerID, self.fixedOn) = (name, ownerID, fixedOn)
  }
}

extension Store {
  private static let isBad = SQLFragment.any(
    of: SurveyKind.allCases.compactMap { survey in
      survey.badScores.map {
        SQLFragment("survey = '\(survey.rawValue)' AND score BETWEEN ? AND ?", $0.lowerBound, $0.upperBound)
      }
    })

  private static let judgedAnswers = SQLFragment(
    "answer INDEXED BY answer_judged WHERE (survey = 'nps' OR survey = 'csat')")

  private static func answers(ofBatch id: Int64) -> SQLFragment {
    SQLFragment(
      """
      answer NOT INDEXED
      WHERE id >= (SELECT first_ids ->> '$.answer' FROM import_batch WHERE id = ?) AND batch_id = ?
      """, id, id)
  }

  /// The bad answers of known customers since a moment that have no follow-up yet, the oldest first; of one batch only,
  /// where one is given.
  public func answersToFollowUp(since: Instant, ofBatch batch: Int64? = nil) throws -> [Int64] {
    let among = batch.map(Store.answers(ofBatch:)) ?? Store.judgedAnswers
    return try database.rows(
      """
      SELECT id FROM \(among.text)
        AND at >= ? AND \(Store.isBad.text) AND customer_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM follow_up WHERE answer_id = answer.id)
      ORDER BY at, id
      """, among.bound(since.unixSeconds) + Store.isBad.bound()
    ) { $0.int(0) }
  }

  /// How many bad answers since a moment are of nobody whom we know.
  public func countBadAnswersOfNobody(since: Instant) throws -> Int {
    try database.rows(
      """
      SELECT count(*) FROM \(Store.judgedAnswers.text) AND at >= ? AND \(Store.isBad.text) AND customer_id IS NULL
      """, Store.judgedAnswers.bound(since.unixSeconds) + Store.isBad.bound()
    ) { Int($0.int(0)) }.reduce(0, +)
  }

  /// The ticket is ours from then on, even where the follow-up is taken back.
  public func insert(_ followUp: FollowUp) throws {
    try database.execute("INSERT INTO own_ticket (ticket_id) VALUES (?)", followUp.ticketID)
    try database.execute(
      "INSERT INTO follow_up (answer_id, ticket_id, opened_at, due_at) VALUES (?, ?, ?, ?)",
      followUp.answerID,
      followUp.ticketID, followUp.openedAt.unixSeconds, followUp.dueAt.unixSeconds)
  }

  public func setDue(_ due: Instant, ofFollowUp answer: Int64) throws {
    try database.execute("UPDATE follow_up SET due_at = ? WHERE answer_id = ?", due.unixSeconds, answer)
  }

  /// Of a ticket: that a bad answer led to it, and that this was not taken back.
  static let isFollowUp = "EXISTS (SELECT 1 FROM follow_up WHERE follow_up.ticket_id = ticket.id)"

  /// The answer that a ticket is the follow-up of; nil for any other ticket.
  public func followedAnswer(ofTicket id: Int64) throws -> Answer? {
    try database.value("SELECT answer_id FROM follow_up WHERE ticket_id = ?", id).flatMap(wholeAnswer)
  }

  /// The follow-ups of the answers about a ticket.
  public func followUps(aboutTicket id: Int64) throws -> [Int64] {
    try database.rows(
      """
      SELECT follow_up.ticket_id FROM answer CROSS JOIN follow_up ON follow_up.answer_id = answer.id
      WHERE answer.ticket_id = ? ORDER BY follow_up.ticket_id
      """, id
    ) { $0.int(0) }
  }

  public func isFollowUp(ticket id: Int64) throws -> Bool {
    try database.value("SELECT EXISTS (SELECT 1 FROM follow_up WHERE ticket_id = ?)", id) == 1
  }

  /// Also where its answer is not there any more.
  public func removeFollowUp(ofTicket id: Int64) throws {
    try database.execute("DELETE FROM follow_up WHERE ticket_id = ?", id)
    try database.execute("DELETE FROM follow_up_left WHERE ticket_id = ?", id)
  }

  /// By answer, with what became of their tickets.
  public func followUps() throws -> [Int64: FollowUp] {
    var followUps: [Int64: FollowUp] = [:]
    try database.statement(
      """
      SELECT follow_up.answer_id, follow_up.ticket_id, follow_up.opened_at, follow_up.due_at, ticket.solved_at,
        ticket.status = 'solved' OR ticket.status = 'closed'
      FROM follow_up CROSS JOIN ticket ON ticket.id = follow_up.ticket_id
      """
    ).run([]) { row in
      var followUp = FollowUp(
        answerID: row.int(0), ticketID: row.int(1), openedAt: Instant(unixSeconds: row.int(2)),
        dueAt: Instant(unixSeconds: row.int(3)))
      followUp.solvedAt = row.optionalInt(4).map(Instant.init(unixSeconds:))
      followUp.isSolved = row.bool(5)
      followUps[followUp.answerID] = followUp
    }
    return followUps
  }

  /// Of a ticket: that a customer opened it, and not we.
  static let customersOpened = "NOT EXISTS (SELECT 1 FROM own_ticket WHERE own_ticket.ticket_id = ticket.id)"

  /// The tickets that no customer opened.
  public func ownTickets() throws -> Set<Int64> {
    Set(try database.rows("SELECT ticket_id FROM own_ticket") { $0.int(0) })
  }

  /// Whether somebody has told what was done on a ticket, and that counts.
  public func hasAction(ticket id: Int64) throws -> Bool {
    try database.value(
      "SELECT EXISTS (SELECT 1 FROM event WHERE ticket_id = ? AND kind = 'action' AND \(Store.eventCounts))",
      id)
      == 1
  }

  /// The channel of a customer's newest ticket.
  public func newestChannel(ofCustomer id: Int64) throws -> Int64? {
    try database.value(
      "SELECT channel_id FROM ticket INDEXED BY ticket_customer WHERE customer_id = ? ORDER BY created_at DESC LIMIT 1",
      id)
  }

  // MARK: - Causes

  public func causeCares() throws -> [CauseCare] {
    try database.rows("SELECT name, owner_id, fixed_on FROM cause_care ORDER BY folded_name") { row in
      CauseCare(
        name: row.text(0), ownerID: row.optionalInt(1),
        fixedOn: row.optionalInt(2).map { CivilDate(daysSince1970: Int($0)) })
    }
  }

  /// Takes the place of what was said of the same cause; where nothing is left to say, nothing is kept.
  public func keep(_ care: CauseCare) throws {
    if care.ownerID == nil && care.fixedOn == nil {
      return try database.execute("DELETE FROM cause_care WHERE folded_name = ?", Folding.folded(care.name))
    }
    try database.execute(
      "INSERT OR REPLACE INTO cause_care (folded_name, name, owner_id, fixed_on) VALUES (?, ?, ?, ?)",
      Folding.folded(care.name), care.name, care.ownerID, care.fixedOn?.daysSince1970)
  }

  /// The cause of every ticket of a customer that has one and is no part of another, and when the ticket was opened.
  public func eachCause(_ body: (_ cause: String, _ opened: Instant) -> Void) throws {
    try database.statement(
      """
      SELECT cause, created_at FROM ticket NOT INDEXED
      WHERE cause IS NOT NULL AND merged_into_id IS NULL AND \(Store.customersOpened)
      """
    ).run([]) { body($0.text(0), Instant(unixSeconds: $0.int(1))) }
  }

  /// When the first ticket was opened; nil without tickets.
  public func firstTicketAt() throws -> Instant? {
    try database.value("SELECT min(created_at) FROM ticket").map(Instant.init(unixSeconds:))
  }
}
