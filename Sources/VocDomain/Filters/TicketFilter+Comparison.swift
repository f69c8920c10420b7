extension TicketFilter {
  /// A value, or a bound on one: `a`, `<a`, `<=a`, `>a`, `>=a`, `a..b` with both ends.
  public enum Comparison<Value> {
    case equal(Value)
    case below(Value)
    case atMost(Value)
    case above(Value)
    case atLeast(Value)
    case between(Value, Value)
  }
}

extension TicketFilter.Comparison: Equatable where Value: Equatable {}
extension TicketFilter.Comparison: Sendable where Value: Sendable {}

extension TicketFilter.Comparison {
  /// The same comparison with other values.
  public func map<Other, Failure>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> TicketFilter.Comparison<Other> {
    switch self {
    case .equal(let value): .equal(try transform(value))
    case .below(let value): .below(try transform(value))
    case .atMost(let value): .atMost(try transform(value))
    case .above(let value): .above(try transform(value))
    case .atLeast(let value): .atLeast(try transform(value))
    case .between(let from, let to): .between(try transform(from), try transform(to))
    }
  }

  func text(_ value: (Value) -> String) -> String {
    switch self {
    case .equal(let a): value(a)
    case .below(let a): "<" + value(a)
    case .atMost(let a): "<=" + value(a)
    case .above(let a): ">" + value(a)
    case .atLeast(let a): ">=" + value(a)
    case .between(let a, let b): value(a) + ".." + value(b)
    }
  }
}

extension TicketFilter.Comparison where Value: Comparable {
  public func holds(_ value: Value) -> Bool {
    switch self {
    case .equal(let bound): value == bound
    case .below(let bound): value < bound
    case .atMost(let bound): value <= bound
    case .above(let bound): value > bound
    case .atLeast(let bound): value >= bound
    case .between(let from, let to): value >= from && value <= to
    }
  }

  var isReversed: Bool {
    if case .between(let from, let to) = self { from > to } else { false }
  }
}
