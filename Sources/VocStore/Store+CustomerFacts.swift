import SQLite
public import VocDomain

/// One ticket as far as it tells something of its customer.
public struct CustomerContact: Equatable, Sendable {
  public var ticketID: Int64
  public var customerID: Int64
  public var openedAt: Instant
  /// The customer's last word on it; where it is not measured yet, the last message. Nil where only we spoke.
  public var lastWordAt: Instant?
  /// When it was first solved.
  public var solvedAt: Instant?
  public var isFirstContact = false
  public var lastReopenedAt: Instant?
}

/// What is told of every customer in one pass through a table each: a look-up for each of hundreds of thousands would take
/// longer than all of it.
extension Store {
  /// How many there are, those who are part of others among them.
  public func countAllCustomers() throws -> Int {
    Int(try database.value("SELECT count(*) FROM customer") ?? 0)
  }

  /// Every customer who is no part of another.
  public func eachCustomer(
    _ body: (_ id: Int64, _ segment: Customer.Segment?, _ stage: Customer.Stage?) -> Void
  ) throws {
    try database.statement("SELECT id, segment, stage FROM customer NOT INDEXED WHERE merged_into IS NULL")
      .run([]) {
        body(
          $0.int(0), $0.optionalText(1).flatMap(Customer.Segment.init(rawValue:)),
          $0.optionalText(2).flatMap(Customer.Stage.init(rawValue:)))
      }
  }

  /// Every ticket that a customer opened and that is no part of another: those with a measure, and those that have none
  /// yet.
  public func eachContact(_ body: (CustomerContact) -> Void) throws {
    try eachMeasuredContact(body)
    try eachUnmeasuredContact(body)
  }

  func eachMeasuredContact(_ body: (CustomerContact) -> Void) throws {
    try database.statement(
      """
      SELECT ticket_id, customer_id, created_at, last_word_at, solved_at, last_reopened_at, reply_rounds, reopens,
        is_transferred, is_followed
      FROM ticket_measure NOT INDEXED
      """
    ).run([]) { row in
      let opened = Instant(unixSeconds: row.int(2))
      var contact = CustomerContact(ticketID: row.int(0), customerID: row.int(1), openedAt: opened)
      contact.lastWordAt = Store.lastWord(row.int(3))
      contact.lastReopenedAt = row.optionalInt(5).map(Instant.init(unixSeconds:))
      if let solved = row.optionalInt(4) {
        var measure = TicketMeasure(
          ticketID: contact.ticketID, customerID: contact.customerID, channelID: 0, createdAt: opened,
          isUnsolved: false)
        measure.resolution = solved - opened.unixSeconds
        measure.replyRounds = Int(row.int(6))
        measure.reopens = Int(row.int(7))
        measure.isTransferred = row.bool(8)
        measure.isFollowed = row.bool(9)
        contact.solvedAt = measure.solvedAt
        contact.isFirstContact = measure.outcome?.isFirstContact ?? false
      }
      body(contact)
    }
  }

  func eachUnmeasuredContact(_ body: (CustomerContact) -> Void) throws {
    try database.statement(
      """
      SELECT id, customer_id, created_at, coalesce(last_message_at, created_at)
      FROM ticket_unmeasured CROSS JOIN ticket ON ticket.id = ticket_unmeasured.ticket_id
      WHERE merged_into_id IS NULL AND \(Store.customersOpened)
      """
    ).run([]) { row in
      var contact = CustomerContact(
        ticketID: row.int(0), customerID: row.int(1), openedAt: Instant(unixSeconds: row.int(2)))
      contact.lastWordAt = Instant(unixSeconds: row.int(3))
      body(contact)
    }
  }

  private static let isOverdue = "((due_at IS NOT NULL AND due_at <= ?) OR is_breached = 1)"

  /// The customer of each unsolved ticket that is past its due time or has broken a promise.
  public func eachOverdueTicket(at moment: Instant, _ body: (_ customer: Int64) -> Void) throws {
    try database.statement(
      """
      SELECT customer_id FROM ticket_sla CROSS JOIN ticket ON ticket.id = ticket_sla.ticket_id
      WHERE \(Store.isOverdue) AND merged_into_id IS NULL
      """
    ).run([moment.unixSeconds]) { body($0.int(0)) }
  }

  /// The unsolved tickets that are past their due time or have broken a promise.
  public func overdueTickets(at moment: Instant) throws -> Set<Int64> {
    var overdue: Set<Int64> = []
    try database.statement(
      "SELECT ticket_id FROM ticket_sla WHERE \(Store.isOverdue)"
    ).run([moment.unixSeconds]) { overdue.insert($0.int(0)) }
    return overdue
  }

  /// Every NPS and CSAT answer of a known customer: customer by customer, survey by survey, the oldest first.
  public func eachScore(
    _ body: (_ answer: Int64, _ customer: Int64, _ survey: SurveyKind, _ score: Int, _ at: Instant) -> Void
  ) throws {
    try database.statement(
      """
      SELECT id, customer_id, survey = 'nps', at, score FROM answer INDEXED BY answer_customer
      WHERE customer_id IS NOT NULL AND (survey = 'nps' OR survey = 'csat') ORDER BY customer_id, survey, at
      """
    ).run([]) { row in
      body(
        row.int(0), row.int(1), row.bool(2) ? .nps : .csat, Int(row.int(4)), Instant(unixSeconds: row.int(3)))
    }
  }

  /// What customers go by, of some.
  public func names(ofCustomers ids: [Int64]) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for id in ids {
      names[id] = try database.row("SELECT name FROM customer WHERE id = ?", id) { $0.text(0) }
    }
    return names
  }

  // MARK: - What customers are worth

  /// What each customer who is no part of another is worth, as `value(ofCustomer:)` says; nothing of those of whom the
  /// business says nothing.
  public func eachCustomerValue(_ body: (_ customer: Int64, _ amount: Double) throws -> Void) throws {
    var absorbed: [Int64] = []
    try database.statement(
      """
      SELECT customer_id, amount, merged_into FROM customer_value CROSS JOIN customer ON customer.id = customer_id
      """
    ).run([]) {
      if $0.optionalInt(2) == nil {
        try body($0.int(0), $0.double(1))
      } else {
        absorbed.append($0.int(0))
      }
    }
    for survivor in try Set(absorbed.map(survivor(of:))).sorted() where try statedValue(survivor) == nil {
      if let amount = try value(ofCustomer: survivor) { try body(survivor, amount) }
    }
  }

  /// What a customer is worth: what the business says of them, else the sum of what those are worth whom they absorbed;
  /// nil where it says nothing.
  public func value(ofCustomer id: Int64) throws -> Double? {
    if let stated = try statedValue(id) { return stated }
    let absorbed = try database.rows("SELECT id FROM customer WHERE merged_into = ?", id) { $0.int(0) }
    let amounts = try absorbed.compactMap(value(ofCustomer:))
    return amounts.isEmpty ? nil : amounts.reduce(0, +)
  }

  /// What the business says of exactly this customer.
  public func statedValue(_ customer: Int64) throws -> Double? {
    try database.row("SELECT amount FROM customer_value WHERE customer_id = ?", customer) { $0.double(0) }
  }

  public func setValue(_ amount: Double, ofCustomer id: Int64, at moment: Instant, by actor: String) throws {
    try database.execute(
      """
      INSERT INTO customer_value (customer_id, amount, at, actor) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (customer_id) DO UPDATE SET amount = ?2, at = ?3, actor = ?4
      """, id, amount, moment.unixSeconds, actor)
  }

  public func removeValue(ofCustomer id: Int64) throws {
    try database.execute("DELETE FROM customer_value WHERE customer_id = ?", id)
  }
}
