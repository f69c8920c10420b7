import VocDomain

/// What can stand next in a filter: a field, a value of one, or a saved view.
extension ValueCandidates {
  /// The last condition of those typed, with what stands before it.
  func filters(_ typed: String) throws -> [Candidate] {
    let start = typed.lastIndex { $0.isWhitespace || $0 == "(" }.map { typed.index(after: $0) }
    var head = String(typed[..<(start ?? typed.startIndex)])
    var condition = String(typed[(start ?? typed.startIndex)...])
    if condition.hasPrefix("-") { head.append(condition.removeFirst()) }
    // A value between quotation marks is on its own: spaces end nothing in it.
    if head.count(where: { $0 == "\"" }) % 2 == 1 { return [] }
    return try conditions(condition).map { Candidate(text: head + $0.text, about: $0.about) }
  }

  private func conditions(_ typed: String) throws -> [Candidate] {
    if typed.hasPrefix("@") {
      return candidates(.view, typed: String(typed.dropFirst()), given: []).map {
        Candidate(text: "@" + $0.text, about: $0.about)
      }
    }
    guard let colon = typed.firstIndex(of: ":") else {
      return matching(typed, TicketFilter.Field.allCases.map { Candidate(text: $0.rawValue + ":") })
    }
    let field = TicketFilter.Field(rawValue: String(typed[..<colon]))
    var values = typed[typed.index(after: colon)...]
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let last = values.popLast() ?? ""
    let before = typed[...colon] + values.map { $0 + "," }.joined()
    return field.map { self.values(of: $0, typed: last) }.map { found in
      found.filter { !values.contains($0.text) }.map {
        Candidate(text: before + ValueCandidates.quoted($0.text), about: $0.about)
      }
    } ?? []
  }

  private func values(of field: TicketFilter.Field, typed: String) -> [Candidate] {
    let words: [String]
    switch field {
    case .status:
      return candidates(.statuses, typed: typed, given: []).filter { $0.text != "all" }
    case .priority: return candidates(.priority, typed: typed, given: [])
    case .channel: return candidates(.channel, typed: typed, given: [])
    case .queue: return candidates(.queue, typed: typed, given: [])
    case .assignee: return candidates(.assignee, typed: typed, given: [])
    case .customer: return candidates(.customer, typed: typed, given: []).filter { Int64($0.text) == nil }
    case .tag: return candidates(.tag, typed: typed, given: [])
    case .country: return candidates(.country, typed: typed, given: [])
    case .state: words = TicketFilter.State.allCases.map(\.rawValue)
    case .segment: words = Customer.Segment.allCases.map(\.rawValue)
    case .stage: words = Customer.Stage.allCases.map(\.rawValue)
    case .created, .updated, .solved: words = ["today", "yesterday", "this-month", ">=today"]
    case .cause: return candidates(.cause, typed: typed, given: [])
    case .id, .language, .waiting, .due: words = []
    }
    return matching(typed, words.map { Candidate(text: $0) })
  }

  /// A value as the filter language takes it.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || "@-_.>=".contains($0) }
    return isPlain ? value : "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
