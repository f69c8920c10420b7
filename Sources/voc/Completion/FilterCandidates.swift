import VocDomain

/// What can stand next in a filter: a field, a value of one, or a saved view.
extension ValueCandidates {
  /// The last condition of those typed, with what stands before it.
  func filters(_ typed: String) throws -> [Candidate] {
    let start = ValueCandidates.start(in: typed[...]) { $0.isWhitespace || $0 == "(" }
    var head = String(typed[..<start])
    var condition = String(typed[start...])
    if condition.hasPrefix("-") { head.append(condition.removeFirst()) }
    return try conditions(condition).map { Candidate(text: head + $0.text, about: $0.about) }
  }

  /// Where what follows the last break begins; between quotation marks nothing is one.
  private static func start(in text: Substring, after isBreak: (Character) -> Bool) -> String.Index {
    var (start, isQuoted) = (text.startIndex, false)
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted && isBreak(text[index]) { start = text.index(after: index) }
    }
    return start
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
    let values = typed[typed.index(after: colon)...]
    let start = ValueCandidates.start(in: values) { $0 == "," }
    let given = values[..<start].split(separator: ",").map(String.init)
    let isQuoted = values[start...].hasPrefix("\"")
    let last = values[start...].filter { $0 != "\"" }
    let found = try field.map { try self.values(of: $0, typed: last) } ?? []
    return found.map { ($0, ValueCandidates.quoted($0.text, always: isQuoted)) }
      .filter { !given.contains($1) }
      .map { Candidate(text: typed[..<start] + $1, about: $0.about) }
  }

  private func values(of field: TicketFilter.Field, typed: String) throws -> [Candidate] {
    let words: [String]
    switch field {
    case .status:
      return candidates(.statuses, typed: typed, given: []).filter { $0.text != "all" }
    case .priority: return candidates(.priority, typed: typed, given: [])
    case .channel: return candidates(.channel, typed: typed, given: [])
    case .queue: return candidates(.queue, typed: typed, given: [])
    case .assignee: return candidates(.assignee, typed: typed, given: [])
    case .customer: return try customerNames(typed)
    case .tag: return candidates(.tag, typed: typed, given: [])
    case .country: return candidates(.country, typed: typed, given: [])
    case .state: words = TicketFilter.State.allCases.map(\.rawValue)
    case .segment: words = Customer.Segment.allCases.map(\.rawValue)
    case .stage: words = Customer.Stage.allCases.map(\.rawValue)
    case .cue: words = Cue.allCases.map(\.rawValue)
    case .mood: words = ["negative", "positive"]
    case .created, .updated, .solved: words = ["today", "yesterday", "this-month", ">=today"]
    case .cause: return candidates(.cause, typed: typed, given: [])
    case .id, .language, .waiting, .due: words = []
    }
    return matching(typed, words.map { Candidate(text: $0) })
  }

  /// A value as the filter language takes it.
  private static func quoted(_ value: String, always: Bool) -> String {
    let isPlain = !always && value.allSatisfy { $0.isLetter || $0.isNumber || "@-_.>=".contains($0) }
    return isPlain ? value : "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
