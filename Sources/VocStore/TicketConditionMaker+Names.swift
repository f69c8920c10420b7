import VocDomain

extension TicketConditionMaker {
  func name(
    _ field: TicketFilter.NameField, _ choice: TicketFilter.NameChoice, _ context: FilterContext
  ) throws -> SQLFragment {
    switch choice {
    case .none: return try none(field)
    case _ where field == .assignee:
      return try agentID(choice, context).map { SQLFragment("ticket.assignee_id IS \($0)") } ?? .never
    case _ where field == .customer:
      return customers([choice]).wrapped("ticket.customer_id IN (", ")")
    case .named(let name): return try named(field, name.folded)
    case .me, .number: return .never
    }
  }

  private func none(_ field: TicketFilter.NameField) throws -> SQLFragment {
    switch field {
    case .channel, .customer: .never
    // Some queue takes every ticket; within the condition of one it is the one that a ticket was moved to.
    case .queue: isInQueueCondition ? SQLFragment("\(Self.movedTo) IS NULL") : .never
    case .assignee: SQLFragment("ticket.assignee_id IS NULL")
    case .language: ofCustomer("language", words: [nil])
    case .country: ofCustomer("country", words: [nil])
    case .tag:
      SQLFragment("NOT EXISTS (SELECT 1 FROM ticket_tag AS own WHERE own.ticket_id = ticket.id)")
    case .cause: SQLFragment("ticket.cause IS NULL")
    }
  }

  func named(_ field: TicketFilter.NameField, _ name: String) throws -> SQLFragment {
    switch field {
    case .channel:
      return .one(
        of: try channels().filter { $0.names.contains(name) }.map { "\($0.id)" }, in: "ticket.channel_id")
    case .queue: return try queue(name)
    case .assignee, .customer: return .never
    case .language:
      return ofCustomer(
        SQLFragment(
          "(voc_folded(own.language) IS ? OR coalesce(instr(voc_folded(own.language), ?) = 1, 0))", name,
          name + "-"))
    case .country: return ofCustomer(SQLFragment("voc_folded(own.country) IS ?", name))
    case .tag:
      let tags = try tags(foldedTo: name)
      if tags.isEmpty { return .never }
      return SQLFragment(
        "EXISTS (SELECT 1 FROM ticket_tag AS own WHERE own.tag \(Self.oneOf(tags.count)) AND own.ticket_id = ticket.id)",
        values: tags)
    case .cause: return SQLFragment("voc_folded(ticket.cause) IS ?", name)
    }
  }

  private func channels() throws -> [(id: Int64, names: [String])] {
    if let knownChannels { return knownChannels }
    let channels = try store.channels().map { channel in
      (channel.id, [Folding.folded(channel.name), Folding.folded(channel.kind)])
    }
    knownChannels = channels
    return channels
  }

  func tags(foldedTo name: String) throws -> [String] {
    let tags = try knownTags ?? store.allTags().map { ($0, Folding.folded($0)) }
    knownTags = tags
    return tags.filter { $0.folded == name }.map(\.tag)
  }

  static func oneOf(_ count: Int) -> String {
    count == 1 ? "= ?" : "IN (\(Array(repeating: "?", count: count).joined(separator: ", ")))"
  }

  private func ofCustomer(_ condition: SQLFragment) -> SQLFragment {
    condition.wrapped("EXISTS (SELECT 1 FROM customer AS own WHERE own.id = ticket.customer_id AND ", ")")
  }

  /// Words of a closed set; nil: none.
  func ofCustomer(_ column: String, words: [String?]) -> SQLFragment {
    ofCustomer(
      .any(of: words.map { SQLFragment("own.\(column) IS " + ($0.map { "'\($0)'" } ?? "NULL")) }))
  }
}

extension TicketConditionMaker {
  /// The name of the queue that somebody moved the ticket to.
  static let movedTo =
    "(SELECT voc_folded(moved.queue) FROM ticket_queue AS moved WHERE moved.ticket_id = ticket.id)"

  /// The tickets that were moved to it, and of those that were moved to no queue that there is those whose first
  /// condition that holds is its own.
  func queue(_ name: String) throws -> SQLFragment {
    if isInQueueCondition { return SQLFragment("\(Self.movedTo) IS ?", name) }
    let queues = setting.queues.map { (name: Folding.folded($0.name), filter: $0.filter) }
    guard let last = queues.lastIndex(where: { $0.name == name }) else { return .never }
    isInQueueCondition = true
    defer { isInQueueCondition = false }
    var cases: [SQLFragment] = []
    for queue in queues[...last] {
      let condition = try sql(queue.filter.expression, setting.queueContext)
      cases.append(condition.wrapped("WHEN ", " THEN \(queue.name == name ? 1 : 0)"))
    }
    let otherwise = last == queues.count - 1 ? 1 : 0
    let rule = SQLFragment(
      "CASE " + cases.map(\.text).joined(separator: " ") + " ELSE \(otherwise) END",
      values: cases.flatMap(\.values))
    let names = Array(Set(queues.map(\.name))).sorted()
    return SQLFragment(
      "CASE WHEN coalesce(\(Self.movedTo) \(Self.oneOf(names.count)), 0) THEN \(Self.movedTo) = ? ELSE \(rule.text) END",
      values: names + [name] + rule.values)
  }
}
