import VocDomain

/// The SLA policies of a policy document, those without a condition last.
struct SLASection {
  let policies: [SLAPolicy]

  /// `names`: those that conditions may ask for; nil: any.
  init(_ section: PolicyReader?, calendars: [String], names filterNames: FilterNames?) {
    let entries = NamedEntries(
      section,
      allowed: [
        "condition", "calendar", "targets", "solve_counts", "hold_counts", "pending_counts", "reopen_within",
      ]
    ).entries
    let all = entries.map { name, _, members in
      var policy = SLAPolicy(name: name)
      policy.condition =
        members["condition"]?.condition(
          not: [.due, .waiting, .updated], among: filterNames) ?? .everything
      policy.calendar = members["calendar"]?.name(among: calendars)
      policy.targets = members["targets"].map(SLASection.targets) ?? [:]
      policy.solveCountsAsReply = members["solve_counts"]?.bool() ?? policy.solveCountsAsReply
      policy.pendingCounts = members["pending_counts"]?.bool() ?? policy.pendingCounts
      policy.holdCounts = members["hold_counts"]?.bool() ?? policy.holdCounts
      policy.reopenWithin = members["reopen_within"]?.neededDuration() ?? policy.reopenWithin
      return policy
    }
    policies = all.filter { $0.condition != .everything } + all.filter { $0.condition == .everything }
  }

  /// A length for each measure: one for all priorities, or one for each.
  private static func targets(_ reader: PolicyReader) -> [SLAPolicy.Measure: [Ticket.Priority: Int64]] {
    var targets: [SLAPolicy.Measure: [Ticket.Priority: Int64]] = [:]
    let members = reader.members(allowed: SLAPolicy.Measure.allCases.map(\.rawValue))
    for (name, reader) in members.sorted(by: { $0.key < $1.key }) {
      guard let measure = SLAPolicy.Measure(rawValue: name) else { continue }
      targets[measure] = lengths(reader)
    }
    return targets
  }

  private static func lengths(_ reader: PolicyReader) -> [Ticket.Priority: Int64] {
    if case .object = reader.value {
      let members = reader.members(allowed: Ticket.Priority.allCases.map(\.name))
      return members.sorted { $0.key < $1.key }.reduce(into: [:]) { lengths, member in
        if let priority = Ticket.Priority(name: member.key) { lengths[priority] = length(member.value) }
      }
    }
    guard let seconds = length(reader) else { return [:] }
    return Dictionary(uniqueKeysWithValues: Ticket.Priority.allCases.map { ($0, seconds) })
  }

  /// At least a second: what is due at once was never promised.
  private static func length(_ reader: PolicyReader) -> Int64? {
    let seconds = reader.duration()
    if seconds == 0 { reader.report(.badDuration(reader.value.string ?? "")) }
    return seconds == 0 ? nil : seconds
  }
}
