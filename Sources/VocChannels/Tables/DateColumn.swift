import VocDomain

/// Gathers, from every date of a column, what proves the order of day and month.
struct DateColumn {
  /// Dates with the year first: they read the same in any order.
  private(set) var yearFirst = 0
  /// Dates with the year last: these need an order.
  private(set) var yearLast = 0
  private var onlyDayFirst = 0
  private var onlyMonthFirst = 0
  /// Day and month are the same number.
  private var same = 0
  private var dotted = 0
  private var dayFirst = Run()
  private var monthFirst = Run()

  /// Whether a column of dates, read in one order, ever runs backwards or forwards.
  private struct Run {
    private var previous: Int?
    private(set) var steps = 0
    private var hasRise = false
    private var hasFall = false

    /// Newest first is sorted too.
    var isSorted: Bool { !(hasRise && hasFall) }

    mutating func add(_ day: Int) {
      if let previous, day != previous {
        steps += 1
        if day > previous { hasRise = true } else { hasFall = true }
      }
      previous = day
    }
  }

  /// Five different days in a row stand sorted by chance once in 60 columns; fewer prove too little.
  private static let stepsToProve = 4

  mutating func add(_ date: TableDate) {
    if date.isYearFirst {
      yearFirst += 1
      return
    }
    yearLast += 1
    switch (date.day(.dmy), date.day(.mdy)) {
    case (let byDay?, let byMonth?):
      if byDay == byMonth { same += 1 }
      if date.separator == UInt8(ascii: ".") { dotted += 1 }
      dayFirst.add(byDay.daysSince1970)
      monthFirst.add(byMonth.daysSince1970)
    case (.some, nil): onlyDayFirst += 1
    case (nil, .some): onlyMonthFirst += 1
    case (nil, nil): break
    }
  }

  /// The order and its strongest proof; nil when nothing decides, or when the dates contradict each other.
  var verdict: (order: DateOrder, evidence: DateOrder.Evidence)? {
    if onlyDayFirst > 0 && onlyMonthFirst > 0 { return nil }
    if onlyDayFirst > 0 { return (.dmy, .numbers) }
    if onlyMonthFirst > 0 { return (.mdy, .numbers) }
    if yearLast == 0 { return yearFirst > 0 ? (.ymd, .numbers) : nil }
    if dayFirst.steps >= Self.stepsToProve && dayFirst.isSorted != monthFirst.isSorted {
      return (dayFirst.isSorted ? .dmy : .mdy, .chronology)
    }
    if same > 0 && same == yearLast { return (.dmy, .sameEitherWay) }
    return dotted > 0 ? (.dmy, .shape) : nil
  }
}
