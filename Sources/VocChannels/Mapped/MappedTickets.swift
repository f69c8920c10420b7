import VocDomain

/// Makes the tickets of one row after the other, and the first message of those that hold a text.
struct MappedTickets {
  /// By the name without case, accents and outer spaces.
  private let statuses: [String: Ticket.Status]

  init(options: ReadingOptions) {
    statuses = Dictionary(
      options.events.map { (Folding.folded($0.name), $0.status) }, uniquingKeysWith: { _, last in last })
  }

  /// Throws a `CellTrouble`.
  func records(of row: some FieldRow) throws -> [ExportRecord] {
    guard let key = row[.ticket] ?? row[.id] else { throw row.trouble(.missingField, .ticket) }
    let ticket = try ticket(key, of: row)
    guard let text = row[.text], let at = ticket.createdAt, let author = ticket.requester else {
      return [.ticket(ticket)]
    }
    var message = MessageRecord(line: row.line, at: at, author: author, text: text)
    message.ticket = key
    return [.ticket(ticket), .message(message)]
  }

  func ticket(_ key: String, of row: some FieldRow) throws -> TicketRecord {
    var ticket = TicketRecord(line: row.line, key: key)
    ticket.subject = row[.subject]
    ticket.requester = try row.customer(named: row[.requester] ?? row[.name])
    ticket.assignee = (row[.assignee] ?? row[.agent]).map { PartyRecord(agent: $0) }
    ticket.priority = try row.word(.priority, TableWords.priority)
    ticket.status = try row.word(.status) { statuses[Folding.folded($0)] ?? TableWords.status($0) }
    ticket.tags =
      row[.tags]?.split { ",;|".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty } ?? []
    ticket.via = row[.channel].flatMap(Channel.kind(named:))
    ticket.createdAt = try row.time(.created) ?? row.time(.at)
    ticket.solvedAt = try row.time(.solved)
    ticket.updatedAt = try row.version
    if ticket.updatedAt == nil { ticket.asOf = try row.time(.solved) ?? row.time(.at) }
    if ticket.status == nil && ticket.solvedAt != nil { ticket.status = .solved }
    return ticket
  }
}
