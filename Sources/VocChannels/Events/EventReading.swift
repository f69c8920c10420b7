import VocDomain

/// Makes the events of one row after the other.
struct EventReading: Sendable {
  /// By the name without case, accents and outer spaces.
  private let statuses: [String: Ticket.Status]
  /// The few names that a log repeats.
  private var known: [String: Ticket.Status?] = [:]

  init(options: ReadingOptions) {
    statuses = Dictionary(
      options.events.map { (Folding.folded($0.name), $0.status) }, uniquingKeysWith: { _, last in last })
  }

  /// Throws a `CellTrouble`.
  mutating func event(of row: MappedRows<EventField>.Row) throws -> EventRecord {
    guard let ticket = row[.case] else { throw row.trouble(.missingField, .case) }
    guard let name = row[.event] else { throw row.trouble(.missingField, .event) }
    guard let at = try row.time(.time) else { throw row.trouble(.missingField, .time) }
    var event = EventRecord(line: row.line, ticket: ticket, at: at, name: name)
    event.key = row[.id]
    event.from = row[.from]
    event.to = row[.to]
    event.status = status(of: name) ?? event.to.flatMap { status(of: $0) }
    event.customer = try customer(of: row)
    if let actor = row[.actor] { event.actor = Self.actor(actor, customer: event.customer) }
    return event
  }

  private mutating func status(of name: String) -> Ticket.Status? {
    if statuses.isEmpty { return nil }
    if let status = known[name] { return status }
    let status = statuses[Folding.folded(name)]
    if known.count < 1024 { known[name] = .some(status) }
    return status
  }

  private func customer(of row: MappedRows<EventField>.Row) throws -> PartyRecord? {
    let phone = row[.phone]
    if let phone, SurveyCell.isDamagedPhone(phone) { throw row.trouble(.phone, .phone) }
    let email = row[.email]
    guard let name = row[.customer] else {
      if phone == nil && email == nil { return nil }
      return PartyRecord(role: .customer).reached(phone: phone, email: email)
    }
    return PartyRecord(named: name, role: .customer).reached(phone: phone, email: email)
  }

  /// Whoever acts on a ticket is an agent, but for the customer of the same row and for machines.
  private static func actor(_ name: String, customer: PartyRecord?) -> PartyRecord {
    if let customer, name == customer.name || name == customer.key || name == customer.email {
      return customer
    }
    var actor = PartyRecord(named: name, role: RoleWord(name)?.role ?? .agent)
    // Agents are known by their names, "Value 7" too.
    if let key = actor.key { (actor.key, actor.name) = (nil, key) }
    return actor
  }
}
