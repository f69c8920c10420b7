import VocDomain

/// What the dates of several columns of one table prove together about the order of day and month.
struct DateColumns {
  private var columns: [DateColumn]

  init(count: Int) { columns = Array(repeating: DateColumn(), count: count) }

  mutating func add(_ date: TableDate, column: Int) { columns[column].add(date) }

  /// Some dates have the year last.
  var needOrder: Bool { columns.contains { $0.yearLast > 0 } }

  /// The order and its strongest proof; nil where nothing decides, or where two columns contradict each other.
  var verdict: (order: DateOrder, evidence: DateOrder.Evidence)? {
    let verdicts = columns.filter { !needOrder || $0.yearLast > 0 }.compactMap(\.verdict)
    for evidence in [DateOrder.Evidence.numbers, .chronology, .shape, .sameEitherWay] {
      let orders = Set(verdicts.filter { $0.evidence == evidence }.map(\.order))
      if orders.count > 1 { return nil }
      if let order = orders.first { return (order, evidence) }
    }
    return nil
  }
}
