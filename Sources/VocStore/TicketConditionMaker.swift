public import VocDomain

extension Store {
  /// Makes a filter ready for SQLite. Throws `VocError.filterTooLong`.
  public func condition(of filter: TicketFilter, in setting: FilterSetting) throws -> TicketCondition {
    let maker = TicketConditionMaker(self, setting)
    var condition = TicketCondition(filter: filter, sql: try maker.sql(filter.expression, setting.context))
    if maker.parts > TicketCondition.mostParts || condition.sql.values.count > TicketCondition.mostValues {
      throw VocError.filterTooLong
    }
    for part in filter.expression.conjuncts { try maker.note(part, in: &condition) }
    return condition
  }

  /// The numbers of the tickets for which it holds, ascending.
  public func ticketIDs(matching condition: TicketCondition) throws -> [Int64] {
    if condition.sql.isNever { return [] }
    let few = try shortcut(of: condition).map { $0.wrapped("ticket.id IN (", ")") } ?? .always
    let both = SQLFragment.all(of: [few, condition.sql])
    return try database.rows(
      "SELECT ticket.id FROM ticket NOT INDEXED WHERE \(both.text) ORDER BY ticket.id", both.bound()
    ) { $0.int(0) }
  }
}

extension TicketFilter.Expression {
  /// Conditions that must hold in any case.
  fileprivate var conjuncts: [TicketFilter.Condition] {
    switch self {
    case .all(let parts): parts.flatMap(\.conjuncts)
    case .test(let condition): [condition]
    case .any, .not: []
    }
  }
}

/// Says the conditions of the filter language in SQL: each 1 or 0, whatever a ticket lacks, so that denying works.
final class TicketConditionMaker {
  let store: Store
  let setting: FilterSetting
  private(set) var parts = 0
  var isInQueueCondition = false
  var knownTags: [(tag: String, folded: String)]?
  var knownChannels: [(id: Int64, names: [String])]?

  init(_ store: Store, _ setting: FilterSetting) {
    self.store = store
    self.setting = setting
  }

  func sql(_ expression: TicketFilter.Expression, _ context: FilterContext) throws -> SQLFragment {
    switch expression {
    case .all(let inner): return .all(of: try inner.map { try sql($0, context) })
    case .any(let inner): return .any(of: try inner.map { try sql($0, context) })
    case .not(let inner): return .not(try sql(inner, context))
    case .test(let condition): return try sql(condition, context)
    }
  }

  func sql(_ condition: TicketFilter.Condition, _ context: FilterContext) throws -> SQLFragment {
    parts += condition.choiceCount
    switch condition {
    case .text(let words):
      return SQLFragment(
        """
        (instr(voc_folded(ticket.subject), ?) > 0 OR EXISTS (SELECT 1 FROM customer AS called
          WHERE called.id = ticket.customer_id AND instr(called.folded_name, ?) > 0))
        """, values: [words.folded, words.folded])
    case .id(let numbers): return self.numbers("ticket.id", numbers)
    case .status(let statuses): return .status(in: statuses)
    case .priority(let bounds): return numbers("ticket.priority", bounds.map { $0.map(\.rawValue) })
    case .name(let field, let choices):
      return .any(of: try choices.map { try name(field, $0, context) })
    case .segment(let segments): return ofCustomer("segment", words: segments.map { $0?.rawValue })
    case .stage(let stages): return ofCustomer("stage", words: stages.map { $0?.rawValue })
    case .cue(let cues): return said(cues)
    case .mood(let moods): return said(moods)
    case .time(let field, let dates): return times(field.column, dates, context)
    case .length(.waiting, let bounds):
      return lengths("ticket.waiting_since", bounds, context.now, isBackwards: true)
    case .length(.due, let bounds):
      return .any(
        of: bounds.map { bound in
          bound == nil
            ? .not(ofSLA(SQLFragment("sla.due_at IS NOT NULL")))
            : ofSLA(lengths("sla.due_at", [bound], context.now, isBackwards: false))
        })
    case .state(let states): return .any(of: states.map { state($0, context) })
    }
  }

  private func state(_ state: TicketFilter.State, _ context: FilterContext) -> SQLFragment {
    switch state {
    case .waiting: SQLFragment("ticket.waiting_since IS NOT NULL")
    case .unassigned: SQLFragment("ticket.assignee_id IS NULL")
    case .unsolved: .status(in: Ticket.Status.unsolved)
    case .breached:
      ofSLA(SQLFragment("(sla.is_breached = 1 OR sla.due_at <= ?)", context.now.unixSeconds))
    case .promised: SQLFragment("ticket.pending_until IS NOT NULL")
    case .followUp: SQLFragment(Store.isFollowUp)
    }
  }

  private func ofSLA(_ condition: SQLFragment) -> SQLFragment {
    condition.wrapped("EXISTS (SELECT 1 FROM ticket_sla AS sla WHERE sla.ticket_id = ticket.id AND ", ")")
  }
}

extension TicketFilter.Condition {
  /// How many things it asks.
  fileprivate var choiceCount: Int {
    switch self {
    case .text: 1
    // Equal numbers stand in one list.
    case .id(let numbers):
      1
        + numbers.count {
          if case .equal = $0 { false } else { true }
        }
    case .status(let statuses): statuses.count
    case .priority(let bounds): bounds.count
    case .name(_, let choices): choices.count
    case .segment(let segments): segments.count
    case .stage(let stages): stages.count
    case .cue(let cues): cues.count
    case .mood(let moods): moods.count
    case .time(_, let dates): dates.count
    case .length(_, let bounds): bounds.count
    case .state(let states): states.count
    }
  }
}
