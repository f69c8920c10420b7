import VocDomain

/// What of a filter tells where to look: its parts that must hold in any case.
extension TicketConditionMaker {
  func note(_ part: TicketFilter.Condition, in condition: inout TicketCondition) throws {
    switch part {
    case .status(let statuses): condition.statuses.removeAll { !statuses.contains($0) }
    case .state([.unsolved]): condition.statuses.removeAll { !Ticket.Status.unsolved.contains($0) }
    case .state([.unassigned]): condition.assignee = .nobody
    case .state([.promised]):
      condition.statuses.removeAll { $0 != .pending }
      let few =
        "SELECT few.id FROM ticket AS few INDEXED BY ticket_pending_until WHERE few.pending_until IS NOT NULL"
      condition.shortcuts.append(.init(sql: SQLFragment(few), isOfUnsolved: true))
    case .state([.followUp]):
      condition.shortcuts.append(.init(sql: SQLFragment("SELECT few.ticket_id FROM follow_up AS few")))
    case .name(.assignee, let choices): try note(assignees: choices, in: &condition)
    case .length(.due, let bounds) where bounds.count == 1 && bounds[0] != nil:
      condition.due = lengths("ticket_sla.due_at", bounds, setting.context.now, isBackwards: false)
      condition.shortcuts.append(
        .init(
          sql: lengths("few.due_at", bounds, setting.context.now, isBackwards: false).wrapped(
            "SELECT few.ticket_id FROM ticket_sla AS few INDEXED BY ticket_sla_due WHERE few.due_at IS NOT NULL AND ",
            "")))
    default:
      if let sql = try shortcut(part) { condition.shortcuts.append(.init(sql: sql)) }
    }
  }

  private func shortcut(_ part: TicketFilter.Condition) throws -> SQLFragment? {
    switch part {
    case .id(let numbers):
      return self.numbers("few.id", numbers).wrapped("SELECT few.id FROM ticket AS few WHERE ", "")
    case .time(.created, let dates) where dates.count == 1:
      return times("few.created_at", dates, setting.context).wrapped(
        "SELECT few.id FROM ticket AS few INDEXED BY ticket_created WHERE ", "")
    case .time(.updated, let dates) where dates.count == 1:
      return times("few.updated_at", dates, setting.context).wrapped(
        "SELECT few.id FROM ticket AS few INDEXED BY ticket_updated WHERE ", "")
    case .name(.customer, let choices):
      return customers(choices).wrapped(
        "SELECT few.id FROM ticket AS few INDEXED BY ticket_customer WHERE few.customer_id IN (", ")")
    case .name(.tag, let choices) where !choices.contains(.none):
      let tags = try choices.flatMap { choice -> [String] in
        if case .named(let name) = choice { try self.tags(foldedTo: name.folded) } else { [] }
      }
      if tags.isEmpty { return nil }
      return SQLFragment(
        "SELECT few.ticket_id FROM ticket_tag AS few WHERE few.tag \(Self.oneOf(tags.count))", values: tags)
    case .cue(let cues) where !cues.contains(nil): return ticketsGiving(cues.compactMap(\.self))
    default: return nil
    }
  }

  /// A query for the numbers of customers.
  func customers(_ choices: [TicketFilter.NameChoice]) -> SQLFragment {
    let parts = choices.compactMap { choice -> SQLFragment? in
      switch choice {
      case .named(let name): SQLFragment("folded_name = ?", name.folded)
      case .number(let number): SQLFragment("id = \(number)")
      case .none, .me: nil
      }
    }
    return SQLFragment.any(of: parts).wrapped("SELECT id FROM customer WHERE ", "")
  }

  private func note(
    assignees choices: [TicketFilter.NameChoice], in condition: inout TicketCondition
  ) throws {
    if choices == [.none] {
      condition.assignee = .nobody
      return
    }
    if choices.contains(.none) { return }
    let agents = try choices.compactMap { try agentID($0, setting.context) }
    if agents.count == 1 {
      condition.assignee = .agent(agents[0])
    } else if !agents.isEmpty {
      let sql = SQLFragment(
        """
        SELECT few.id FROM ticket AS few INDEXED BY ticket_assignee_pressing
        WHERE few.assignee_id IN (\(agents.map(String.init).joined(separator: ", ")))
          AND few.status <> 'solved' AND few.status <> 'closed'
        """)
      condition.shortcuts.append(.init(sql: sql, isOfUnsolved: true))
    }
  }

  func agentID(_ choice: TicketFilter.NameChoice, _ context: FilterContext) throws -> Int64? {
    switch choice {
    case .named(let name): try store.agent(foldedName: name.folded)
    case .me: try context.me.flatMap { try store.agent(foldedName: Folding.folded($0)) }
    case .none, .number: nil
    }
  }
}
