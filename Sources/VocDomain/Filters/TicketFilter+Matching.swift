extension TicketFilter {
  /// Whether the ticket is one that the filter asks for; of its texts the subject and the customer's name are searched.
  public func matches(_ facts: TicketFacts, _ context: FilterContext) -> Bool {
    expression.holds(facts, context)
  }

  /// The same where only some fields of a ticket are known; nil where it depends on the others.
  public func matches(_ facts: TicketFacts, knowing fields: Set<Field>, _ context: FilterContext) -> Bool? {
    expression.holds(facts, knowing: fields, context)
  }
}

extension TicketFilter.Expression {
  fileprivate func holds(_ facts: TicketFacts, _ context: FilterContext) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.holds(facts, context) }
    case .any(let parts): parts.contains { $0.holds(facts, context) }
    case .not(let inner): !inner.holds(facts, context)
    case .test(let condition): condition.holds(facts, context)
    }
  }

  /// Kleene's logic of three values.
  fileprivate func holds(
    _ facts: TicketFacts, knowing fields: Set<TicketFilter.Field>, _ context: FilterContext
  ) -> Bool? {
    switch self {
    case .all(let parts):
      let values = parts.map { $0.holds(facts, knowing: fields, context) }
      return values.contains(false) ? false : values.contains(nil) ? nil : true
    case .any(let parts):
      let values = parts.map { $0.holds(facts, knowing: fields, context) }
      return values.contains(true) ? true : values.contains(nil) ? nil : false
    case .not(let inner): return inner.holds(facts, knowing: fields, context).map { !$0 }
    case .test(.text): return nil
    case .test(let condition):
      return condition.fields.isSubset(of: fields) ? condition.holds(facts, context) : nil
    }
  }
}

extension TicketFilter.Condition {
  fileprivate func holds(_ facts: TicketFacts, _ context: FilterContext) -> Bool {
    switch self {
    case .text(let words):
      context.foldedSubject(facts.subject).hasBytes(of: words.folded)
        || context.folded(facts.customerName).hasBytes(of: words.folded)
    case .id(let numbers): numbers.contains { $0.holds(facts.id) }
    case .status(let statuses): statuses.contains(facts.status)
    case .priority(let bounds): bounds.contains { $0.map(\.rawValue).holds(facts.priority.rawValue) }
    case .name(let field, let choices): choices.contains { $0.holds(field, facts, context) }
    case .segment(let segments): segments.contains(facts.segment)
    case .stage(let stages): stages.contains(facts.stage)
    case .cue(let cues): cues.contains { $0.map { facts.cues[$0] > 0 } ?? facts.cues.isEmpty }
    case .mood(let moods): moods.contains { $0.map(facts.moods.contains) ?? facts.moods.isEmpty }
    case .time(let field, let dates): dates.contains { holds($0, field.time(of: facts), context) }
    case .length(let field, let bounds):
      bounds.contains { holds($0, field.seconds(of: facts, now: context.now)) }
    case .state(let states): states.contains { $0.holds(facts) }
    }
  }

  private func holds(
    _ comparison: TicketFilter.Comparison<FilterDate>?, _ time: Instant?, _ context: FilterContext
  ) -> Bool {
    guard let comparison else { return time == nil }
    guard let time else { return false }
    return comparison.holds(time, period: context.period)
  }

  private func holds(_ comparison: TicketFilter.Comparison<Int64>?, _ seconds: Int64?) -> Bool {
    guard let comparison else { return seconds == nil }
    guard let seconds else { return false }
    return comparison.holds(seconds)
  }
}

extension TicketFilter.TimeField {
  fileprivate func time(of facts: TicketFacts) -> Instant? {
    switch self {
    case .created: facts.createdAt
    case .updated: facts.updatedAt
    case .solved: facts.solvedAt
    }
  }
}

extension TicketFilter.LengthField {
  fileprivate func seconds(of facts: TicketFacts, now: Instant) -> Int64? {
    switch self {
    case .waiting: facts.waitingSince.map { now - $0 }
    case .due: facts.dueAt.map { $0 - now }
    }
  }
}

extension TicketFilter.State {
  fileprivate func holds(_ facts: TicketFacts) -> Bool {
    switch self {
    case .waiting: facts.waitingSince != nil
    case .unassigned: facts.assignee == nil
    case .unsolved: Ticket.Status.unsolved.contains(facts.status)
    case .breached: facts.isBreached
    case .promised: facts.pendingUntil != nil
    case .followUp: facts.isFollowUp
    }
  }
}

extension TicketFilter.NameChoice {
  fileprivate func holds(
    _ field: TicketFilter.NameField, _ facts: TicketFacts, _ context: FilterContext
  ) -> Bool {
    switch self {
    case .none: field.isEmpty(facts)
    case .named(let name): field.has(name.folded, facts, context)
    case .me: context.me.map { field.has(context.folded($0), facts, context) } ?? false
    case .number(let number): facts.customerID == number
    }
  }
}

extension TicketFilter.NameField {
  fileprivate func isEmpty(_ facts: TicketFacts) -> Bool {
    switch self {
    case .channel, .customer: false
    case .queue: facts.queue == nil
    case .assignee: facts.assignee == nil
    case .language: facts.language == nil
    case .country: facts.country == nil
    case .tag: facts.tags.isEmpty
    case .cause: facts.cause == nil
    }
  }

  /// Whether a name of the ticket's, folded, is this one.
  fileprivate func has(_ name: String, _ facts: TicketFacts, _ context: FilterContext) -> Bool {
    func same(_ other: String?) -> Bool { other.map { context.folded($0) == name } ?? false }
    return switch self {
    case .channel: same(facts.channelName) || same(facts.channelKind)
    case .queue: same(facts.queue)
    case .assignee: same(facts.assignee)
    case .customer: same(facts.customerName)
    case .country: same(facts.country)
    case .cause: same(facts.cause)
    case .tag: facts.tags.contains { same($0) }
    case .language:
      same(facts.language) || facts.language.map { context.folded($0).hasPrefix(name + "-") } ?? false
    }
  }
}

extension String {
  /// Whether the bytes of `part` stand in a row here, as SQLite would look for them.
  fileprivate func hasBytes(of part: String) -> Bool {
    let wanted = part.utf8
    guard let first = wanted.first else { return true }
    var rest = utf8[...]
    while rest.count >= wanted.count, let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
