extension TicketFilter: CustomStringConvertible {
  /// The filter as one would write it; parsing it gives the same filter.
  public var description: String { expression.text }
}

extension TicketFilter.Expression {
  fileprivate var text: String {
    switch self {
    case .all(let parts): parts.map { $0.isAny ? $0.inParentheses : $0.text }.joined(separator: " ")
    case .any(let parts): parts.map(\.text).joined(separator: " OR ")
    case .not(let inner): "-" + (inner.isSingle ? inner.text : inner.inParentheses)
    case .test(let condition): condition.text
    }
  }

  private var inParentheses: String { "(" + text + ")" }

  private var isAny: Bool {
    if case .any = self { true } else { false }
  }

  private var isSingle: Bool {
    switch self {
    case .test, .not: true
    case .all, .any: false
    }
  }
}

extension TicketFilter.Condition {
  fileprivate var text: String {
    switch self {
    case .text(let words): words.quotedWhereNeeded(reserved: ["OR", "O", "AND", "Y"].contains(words.text))
    case .id(let numbers): list(.id, numbers.map { $0.text { String($0) } })
    case .status(let statuses): list(.status, statuses.map(\.rawValue))
    case .priority(let priorities): list(.priority, priorities.map { $0.text(\.name) })
    case .name(let name, let choices): list(name.field, choices.map(\.text))
    case .segment(let segments): list(.segment, segments.map { $0?.rawValue ?? none })
    case .stage(let stages): list(.stage, stages.map { $0?.rawValue ?? none })
    case .cue(let cues): list(.cue, cues.map { $0?.rawValue ?? none })
    case .mood(let moods): list(.mood, moods.map { $0?.rawValue ?? none })
    case .time(let time, let dates): list(time.field, dates.map { $0?.text(\.text) ?? none })
    case .length(let length, let seconds):
      list(length.field, seconds.map { $0?.text(FilterLength.text) ?? none })
    case .state(let states): list(.state, states.map(\.rawValue))
    }
  }

  private var none: String { "none" }

  private func list(_ field: TicketFilter.Field, _ values: [String]) -> String {
    field.rawValue + ":" + values.joined(separator: ",")
  }
}

extension TicketFilter.NameChoice {
  fileprivate var text: String {
    switch self {
    case .none: "none"
    case .me: "@me"
    case .number(let number): "#\(number)"
    case .named(let name): name.quotedWhereNeeded(reserved: TicketFilter.meansNone(name.text))
    }
  }
}

extension FoldedText {
  /// Bare where it is one plain word that means nothing else.
  fileprivate func quotedWhereNeeded(reserved: Bool) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
    }
    if isPlain && !reserved && text.unicodeScalars.first != "-" { return text }
    let escaped = text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }
    return "\"" + escaped.joined() + "\""
  }
}
