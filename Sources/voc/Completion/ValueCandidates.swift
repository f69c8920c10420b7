import VocDesk
import VocDomain

/// The values that a database has, proposed while one types; at most `limit` of a kind.
struct ValueCandidates {
  let desk: Desk?
  let language: Language

  static let limit = 50
  /// Of customers' names in a filter.
  private static let customerLimit = 30

  /// Those that begin with what was typed, whatever its case and accents; none where the database fails.
  func candidates(_ value: CompletedValue, typed: String, given: [String]) -> [Candidate] {
    // Who presses Tab has asked nothing yet that an error could answer.
    let found = (try? value == .colleague ? colleagues(typed, of: given) : all(value, typed: typed)) ?? []
    return Array(found.lazy.filter { !given.contains($0.text) }.prefix(ValueCandidates.limit))
  }

  private func all(_ value: CompletedValue, typed: String) throws -> [Candidate] {
    switch value {
    case .anything, .file, .helpPage, .oneOf: return []
    case .statuses: return statuses(typed)
    case .priority: return priorities(typed)
    case .country: return beginning(typed, PhoneNumber.countries.sorted())
    case .law: return matching(typed, try Desk.laws().map { Candidate(text: $0.name, about: $0.note) })
    case .filter: return try filters(typed)
    case .channelKind: return beginning(typed, try desk?.channelKinds() ?? Channel.usualKinds)
    default: break
    }
    guard let desk else { return [] }
    switch value {
    case .ticket: return try tickets(typed, desk)
    case .customer: return try customers(typed, desk)
    case .agent: return try agents(typed, desk)
    case .assignee: return try agents(typed, desk) + beginning(typed, ["none"])
    case .channel:
      return matching(typed, try desk.channels().map { Candidate(text: $0.name, about: $0.kind) })
    case .tag:
      return try desk.tags(beginning: typed, limit: ValueCandidates.limit).map { Candidate(text: $0) }
    case .queue: return beginning(typed, try desk.policyNames().queues)
    case .group: return beginning(typed, try desk.policyNames().groups)
    case .calendar: return beginning(typed, try desk.policyNames().calendars)
    case .skill: return beginning(typed, try desk.policyNames().skills)
    case .agentState:
      return matching(
        typed,
        try desk.policyNames().states.map { Candidate(text: $0, about: AgentStateText.phrase($0)(language)) })
    case .macro: return matching(typed, try desk.macros().map { Candidate(text: $0.name, about: $0.body) })
    case .cause: return beginning(typed, try desk.listedCauses())
    case .reply: return try replies(typed, desk)
    case .view:
      return matching(typed, try desk.views().map { Candidate(text: $0.view.name, about: $0.view.text) })
    default: return []
    }
  }

  private func tickets(_ typed: String, _ desk: Desk) throws -> [Candidate] {
    guard typed.allSatisfy({ $0.isASCII && $0.isNumber }) else { return [] }
    return try desk.numberedTickets(typed, limit: ValueCandidates.limit).map {
      Candidate(text: "\($0.id)", about: "\($0.customer): \($0.subject.orDash)")
    }
  }

  private func replies(_ typed: String, _ desk: Desk) throws -> [Candidate] {
    matching(
      typed,
      try desk.outbox(state: nil, channel: nil, limit: ValueCandidates.limit).map {
        Candidate(text: "\($0.entry.messageID)", about: "#\($0.ticketID) \($0.customer): \($0.text)")
      })
  }

  /// By name; by number where several have the name, or where a shell could not show it.
  private func customers(_ typed: String, _ desk: Desk) throws -> [Candidate] {
    if !typed.isEmpty && typed.allSatisfy({ $0.isASCII && $0.isNumber }) { return [] }
    let found = try desk.customers(matching: typed, limit: ValueCandidates.limit).map(\.customer)
    let names = Dictionary(grouping: found) { Folding.folded($0.name) }
    return found.map { customer in
      let isPlain = !customer.name.isEmpty && Escaping.line(customer.name) == customer.name
      let isOnly = names[Folding.folded(customer.name)]?.count == 1
      return isPlain && isOnly
        ? Candidate(text: customer.name, about: "#\(customer.id)")
        : Candidate(text: "\(customer.id)", about: customer.name)
    }
  }

  /// Each name once, as a filter takes it.
  func customerNames(_ typed: String) throws -> [Candidate] {
    let found = try desk?.customers(matching: typed, limit: ValueCandidates.customerLimit) ?? []
    var seen: Set<String> = []
    return found.map(\.customer).filter {
      Escaping.line($0.name) == $0.name && seen.insert(Folding.folded($0.name)).inserted
    }.map { Candidate(text: $0.name, about: "#\($0.id)") }
  }

  private func agents(_ typed: String, _ desk: Desk) throws -> [Candidate] {
    let me = Candidate(text: "@me", about: Phrase(es: "quien actúa", en: "whoever acts")(language))
    return try matching(typed, [me]) + named(typed, desk)
  }

  /// Any word of the name may be what was typed.
  private func named(_ typed: String, _ desk: Desk) throws -> [Candidate] {
    let folded = Folding.folded(typed)
    return try desk.agents().filter { agent in
      let name = Folding.folded(agent.name)
      return name.hasPrefix(folded) || name.split(separator: " ").contains { $0.hasPrefix(folded) }
    }.map { Candidate(text: $0.name, about: $0.email ?? "") }
  }

  private func colleagues(_ typed: String, of agents: [String]) throws -> [Candidate] {
    guard let desk else { return [] }
    let isOwn = agents.isEmpty || agents == ["@me"]
    if !isOwn { return try self.agents(typed, desk) }
    let own = try desk.actingAgent()?.name
    return try named(typed, desk).filter { $0.text != own }
  }

  /// The last of several, with commas between; in Spanish too, once it is typed so.
  private func statuses(_ typed: String) -> [Candidate] {
    var parts = typed.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let last = Folding.folded(parts.popLast() ?? "")
    let given = parts.compactMap(Ticket.Status.init(word:))
    let words = Ticket.Status.allCases.filter { !given.contains($0) }.flatMap { status in
      let name = status == .hold ? "espera" : status.phrase.es
      return ValueCandidates.words(status.rawValue, name, status.phrase, last, language)
    }
    let all = Candidate(text: "all", about: Phrase(es: "todos", en: "every one")(language))
    return (words + (parts.isEmpty ? matching(last, [all]) : [])).map {
      Candidate(text: (parts + [$0.text]).joined(separator: ","), about: $0.about)
    }
  }

  private func priorities(_ typed: String) -> [Candidate] {
    Ticket.Priority.allCases.reversed().flatMap {
      ValueCandidates.words($0.name, $0.phrase.es, $0.phrase, Folding.folded(typed), language)
    }
  }

  /// The name in English, and the Spanish one where that was begun.
  private static func words(
    _ name: String, _ spanish: String, _ phrase: Phrase, _ typed: String, _ language: Language
  ) -> [Candidate] {
    if name.hasPrefix(typed) { return [Candidate(text: name, about: phrase(language))] }
    return Folding.folded(spanish).hasPrefix(typed) ? [Candidate(text: spanish, about: name)] : []
  }

  func matching(_ typed: String, _ candidates: [Candidate]) -> [Candidate] {
    let folded = Folding.folded(typed)
    return folded.isEmpty ? candidates : candidates.filter { Folding.folded($0.text).hasPrefix(folded) }
  }

  private func beginning(_ typed: String, _ words: [String]) -> [Candidate] {
    matching(typed, words.map { Candidate(text: $0) })
  }
}
