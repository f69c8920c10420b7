import VocDomain

/// The queues of a policy document, and the general one for what none of them wants.
struct QueueSection {
  let queues: [QueuePolicy]

  /// `channels`: those that conditions may ask for; nil: any.
  init(_ section: PolicyReader?, calendars: [String], skills: [String], channels: [String]?) {
    let entries = NamedEntries(
      section,
      allowed: [
        "condition", "groups", "fallback", "required_skills", "optional_skills", "skill_timeout",
        "maximum_wait",
        "calendar",
      ]
    ).entries
    let names = entries.map(\.name) + [ServicePolicy.generalQueue]
    let filterNames = channels.map { FilterNames(channels: $0, queues: names) }
    let own = entries.map { name, entry, members in
      var queue = QueuePolicy(name: name)
      queue.condition = members["condition"]?.condition(not: [.queue], among: filterNames) ?? .everything
      queue.tiers = (members["groups"]?.elements() ?? []).compactMap(QueueSection.tier)
      if let fallback = members["fallback"]?.members(allowed: ["queue", "after"]) {
        queue.fallback = fallback["queue"]?.name(among: names.filter { $0 != name })
        queue.fallbackAfter = fallback["after"]?.neededDuration() ?? 0
        if fallback["queue"] == nil { members["fallback"]?.report(.missing("queue")) }
      }
      for (skill, reader) in members["required_skills"]?.skills(among: skills) ?? [] {
        queue.required.append(.init(name: skill, atLeast: Int(reader.integer(in: 1...5) ?? 1)))
      }
      for (skill, reader) in members["optional_skills"]?.skills(among: skills) ?? [] {
        queue.optional.append(.init(name: skill, level: Int(reader.integer(in: 1...3) ?? 3)))
      }
      queue.skillTimeout = members["skill_timeout"]?.neededDuration() ?? queue.skillTimeout
      if let reader = members["maximum_wait"] { queue.maximumWait = reader.duration() }
      queue.calendar = members["calendar"]?.name(among: calendars)
      return queue
    }
    let hasGeneral = own.contains { $0.name == ServicePolicy.generalQueue }
    let all = own + (hasGeneral ? [] : [QueuePolicy(name: ServicePolicy.generalQueue)])
    queues = all.filter { $0.condition != .everything } + all.filter { $0.condition == .everything }
  }

  /// A group's name, or the group with the age from which on it joins in.
  private static func tier(_ reader: PolicyReader) -> QueuePolicy.Tier? {
    if case .text(let name) = reader.value { return .init(group: name) }
    let members = reader.members(allowed: ["name", "after"])
    guard let name = members["name"]?.text() else {
      if members["name"] == nil { reader.report(.missing("name")) }
      return nil
    }
    return .init(group: name, after: members["after"]?.neededDuration() ?? 0)
  }
}

extension PolicyReader {
  /// What of a ticket must hold, in the filter language; what the condition itself decides it cannot ask.
  func condition(not excluded: Set<TicketFilter.Field>, among names: FilterNames?) -> TicketFilter? {
    guard let text = text() else { return nil }
    do {
      let filter = try TicketFilter.parse(text, among: names)
      if let field = filter.fields.intersection(excluded).map(\.rawValue).min() { report(.circular(field)) }
      return filter
    } catch {
      report(.badCondition(text, error))
      return nil
    }
  }

  fileprivate func skills(among skills: [String]) -> [(String, PolicyReader)] {
    (members() ?? [:]).sorted { $0.key < $1.key }.compactMap { name, reader in
      if skills.contains(name) { return (name, reader) }
      reader.report(
        .unknownName(name, nearest: Nearest.names(to: name, among: skills), allowed: skills))
      return nil
    }
  }
}
