import VocDomain

/// Makes the messages of one row after the other, and the tickets that they stand in.
struct MappedMessages {
  private let identities: Set<String>
  private let tickets: MappedTickets
  /// The last ticket handed out: rows of one ticket mostly repeat it.
  private var ticket: TicketRecord?

  init(options: ReadingOptions) {
    identities = Set(options.identities.map(Folding.folded))
    tickets = MappedTickets(options: options)
  }

  /// Throws a `CellTrouble`.
  mutating func records(of row: some FieldRow) throws -> [ExportRecord] {
    let message = try message(of: row)
    guard let key = message.ticket, let told = try ticket(key, of: row) else { return [.message(message)] }
    var unchanged = ticket
    unchanged?.line = told.line
    unchanged?.asOf = told.asOf
    if unchanged == told { return [.message(message)] }
    ticket = told
    return [.ticket(told), .message(message)]
  }

  private func message(of row: some FieldRow) throws -> MessageRecord {
    guard let at = try row.time(.at) ?? row.time(.created) else { throw row.trouble(.missingField, .at) }
    let kind = row[.kind].flatMap(TableWords.kind)
    let text = row[.text]
    if text == nil && row[.attachment] == nil && (kind == nil || kind == .note || kind == .record(.message)) {
      throw row.trouble(.missingField, .text)
    }
    let role = try kind == .record(.system) ? .system : role(of: row)
    let author = try author(role, of: row)
    var message = MessageRecord(line: row.line, at: at, author: author, text: text ?? "")
    message.key = row[.id]
    message.updatedAt = try row.version
    message.ticket = row[.ticket]
    message.attachment = row[.attachment]
    message.isPublic = try row.word(.public, TableWords.truth) ?? true
    switch kind {
    case .note: message.isPublic = false
    case .record(let kind): message.kind = kind
    case nil: if message.attachment != nil { message.kind = .media }
    }
    message.chat = try chat(of: row, author: author)
    if author.role == .agent && message.chat == nil && message.ticket == nil {
      throw row.trouble(.unplaced, .conversation)
    }
    return message
  }

  /// Nil where the row does not say who wrote.
  private func role(of row: some FieldRow) throws -> PartyRecord.Role? {
    if let role = try row.word(.role, { RoleWord($0)?.role ?? TableWords.direction($0)?.role }) {
      return role
    }
    let direction =
      try row.word(.direction, TableWords.direction) ?? row[.kind].flatMap(TableWords.direction)
    if let role = direction?.role { return role }
    guard let author = row[.author] ?? row[.from] else { return nil }
    if identities.contains(Folding.folded(author)) || author == row[.agent] { return .agent }
    if let role = RoleWord(author)?.role { return role }
    if author == row[.requester] || author == row[.name] || author == row[.phone] { return .customer }
    return identities.isEmpty && row[.agent] == nil ? nil : .customer
  }

  private func author(_ role: PartyRecord.Role?, of row: some FieldRow) throws -> PartyRecord {
    let written = row[.author].flatMap { RoleWord($0) == nil ? $0 : nil }
    switch role {
    case .agent:
      return (row[.agent] ?? written).map { PartyRecord(agent: $0) } ?? PartyRecord(role: .agent)
    case .bot, .system:
      return PartyRecord(role: role, name: row[.author])
    case .customer, nil:
      let name = written ?? row[.name] ?? row[.requester]
      guard var party = try row.customer(named: name, dialled: row[.from]) else {
        // A side with no name still wrote this.
        if role == nil { throw row.trouble(.missingField, .author) }
        return PartyRecord(role: .customer)
      }
      party.role = role
      return party
    }
  }

  /// The conversation; the customer's own contact stands for it where no column does.
  private func chat(
    of row: some FieldRow, author: PartyRecord
  ) throws -> MessageRecord.Chat? {
    let other = row[.direction].flatMap(TableWords.direction) == .outbound ? row[.to] : row[.from]
    let customer =
      author.role == .customer
      ? author : try row.customer(named: row[.name] ?? row[.requester], dialled: other)
    if let key = row[.conversation] { return MessageRecord.Chat(key: key, customer: customer) }
    if row[.ticket] != nil { return nil }
    guard let customer, let key = customer.phone ?? customer.email ?? customer.key ?? customer.name else {
      return nil
    }
    return MessageRecord.Chat(key: key, customer: customer)
  }

  /// Nil where the row says no more of the ticket than its number.
  private func ticket(_ key: String, of row: some FieldRow) throws -> TicketRecord? {
    let told: [TableField] = [.subject, .status, .priority, .tags, .requester, .assignee, .solved]
    guard told.contains(where: { row[$0] != nil }) else { return nil }
    var ticket = try tickets.ticket(key, of: row)
    ticket.createdAt = row.has(.at) ? try row.time(.created) : nil
    return ticket
  }
}

extension CallRecord.Direction {
  /// Who writes what comes in, and what goes out.
  fileprivate var role: PartyRecord.Role? {
    switch self {
    case .inbound: .customer
    case .outbound: .agent
    case .internal: nil
    }
  }
}
