import VocDomain

extension TicketConditionMaker {
  func numbers(_ column: String, _ bounds: [TicketFilter.Comparison<Int64>]) -> SQLFragment {
    var exact: [String] = []
    var parts: [SQLFragment] = []
    for bound in bounds {
      if case .equal(let number) = bound {
        exact.append("\(number)")
      } else {
        parts.append(SQLFragment("(\(bound.sql(column) { "\($0)" }))"))
      }
    }
    return .any(of: (exact.isEmpty ? [] : [.one(of: exact, in: column)]) + parts)
  }

  func times(
    _ column: String, _ dates: [TicketFilter.Comparison<FilterDate>?], _ context: FilterContext
  ) -> SQLFragment {
    .any(
      of: dates.map { date in
        guard let date else { return SQLFragment("\(column) IS NULL") }
        let (from, to) = date.bounds(context.period)
        let bounds = [("\(column) >= ?", from), ("\(column) < ?", to)].compactMap { text, bound in
          bound.map { SQLFragment(text, $0.unixSeconds) }
        }
        return .all(of: [SQLFragment("\(column) IS NOT NULL")] + bounds)
      })
  }

  /// How long from now until an instant; backwards how long since.
  func lengths(
    _ column: String, _ bounds: [TicketFilter.Comparison<Int64>?], _ now: Instant, isBackwards: Bool
  ) -> SQLFragment {
    .any(
      of: bounds.map { bound in
        guard let bound else { return SQLFragment("\(column) IS NULL") }
        let moments = (isBackwards ? bound.reversed : bound).map {
          now.unixSeconds + (isBackwards ? -$0 : $0)
        }
        var values: [Int64] = []
        let text = moments.sql(column) { moment in
          values.append(moment)
          return "?"
        }
        return SQLFragment("(\(column) IS NOT NULL AND \(text))", values: values)
      })
  }
}

extension TicketFilter.Comparison {
  fileprivate func sql(_ column: String, _ value: (Value) -> String) -> String {
    switch self {
    case .equal(let bound): "\(column) = \(value(bound))"
    case .below(let bound): "\(column) < \(value(bound))"
    case .atMost(let bound): "\(column) <= \(value(bound))"
    case .above(let bound): "\(column) > \(value(bound))"
    case .atLeast(let bound): "\(column) >= \(value(bound))"
    case .between(let from, let to): "\(column) >= \(value(from)) AND \(column) <= \(value(to))"
    }
  }

  /// What it asks of the negative.
  fileprivate var reversed: Self {
    switch self {
    case .equal: self
    case .below(let bound): .above(bound)
    case .atMost(let bound): .atLeast(bound)
    case .above(let bound): .below(bound)
    case .atLeast(let bound): .atMost(bound)
    case .between(let from, let to): .between(to, from)
    }
  }
}

extension TicketFilter.Comparison<FilterDate> {
  /// From when on, and until before when.
  fileprivate func bounds(_ period: (FilterDate) -> Range<Instant>) -> (from: Instant?, to: Instant?) {
    switch self {
    case .equal(let date): (period(date).lowerBound, period(date).upperBound)
    case .below(let date): (nil, period(date).lowerBound)
    case .atMost(let date): (nil, period(date).upperBound)
    case .above(let date): (period(date).upperBound, nil)
    case .atLeast(let date): (period(date).lowerBound, nil)
    case .between(let from, let to): (period(from).lowerBound, period(to).upperBound)
    }
  }
}

extension TicketFilter.TimeField {
  var column: String {
    switch self {
    case .created: "ticket.created_at"
    case .updated: "ticket.updated_at"
    case .solved: "ticket.solved_at"
    }
  }
}
