extension TicketFilter {
  /// How the conditions of a filter hang together.
  ///
  /// In a parsed filter `all` and `any` have two parts or more and none of their own kind among them; only
  /// the filter that matches everything is `all` of nothing.
  public indirect enum Expression: Equatable, Sendable {
    case all([Expression])
    case any([Expression])
    case not(Expression)
    case test(Condition)
  }
}

extension TicketFilter.Expression {
  static func allOf(_ parts: [Self]) -> Self {
    let flat = parts.flatMap { part in
      if case .all(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// At least one part.
  static func anyOf(_ parts: [Self]) -> Self {
    let flat = parts.flatMap { part in
      if case .any(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  func asksIfSolved(isDenied: Bool) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains { $0.asksIfSolved(isDenied: isDenied) }
    case .not(let inner): inner.asksIfSolved(isDenied: !isDenied)
    case .test(.state(let states)) where isDenied: states.contains(.unsolved)
    case .test(.time(.solved, let dates)) where isDenied: dates.contains(nil)
    case .test(let condition): !isDenied && !condition.fields.isDisjoint(with: [.status, .solved, .id])
    }
  }

  /// From left to right.
  var conditions: [TicketFilter.Condition] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
    case .not(let inner): inner.conditions
    case .test(let condition): [condition]
    }
  }
}
