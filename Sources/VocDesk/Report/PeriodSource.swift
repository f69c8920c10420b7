import VocDomain
import VocStore

/// Where the data of a report comes from: the kept counters, or, for some tickets only, all that counts.
struct PeriodSource {
  let desk: Desk
  let zone: ZoneClock
  let now: Instant
  /// The tickets that count; nil for all.
  let tickets: [Int64]?
  /// The business clock; nil where channels have no business hours, and for whoever does not ask.
  var hours: TicketHours?

  var store: Store { desk.store }

  func total(_ period: ReportPeriod) throws -> PeriodData {
    if tickets != nil { return try counted(period, by: nil)[""] ?? PeriodData() }
    var data = PeriodData()
    data.answers = try answers(period)
    try addKeptService(period) { _ in
      ()
    } to: { _, add in
      add(&data.service)
    }
    data.reach = try reach(period)
    return data
  }

  func answers(_ period: ReportPeriod) throws -> HistogramSet {
    if tickets != nil { return try total(period).answers }
    var answers = HistogramSet()
    try eachKeptAnswer(.all, period) { answers.add($0, $1) }
    return answers
  }

  /// What was sent in a period, and what was answered in it since the survey was first sent.
  private func reach(_ period: ReportPeriod) throws -> SurveyReach {
    var reach = SurveyReach()
    let all = Int(Int32.min)...Int(Int32.max)
    guard let days = period.days(within: all) else { return reach }
    for wave in try store.surveyWaves(days: days, limit: .max) { reach.add(wave) }
    if reach.isEmpty { return reach }
    for (survey, first) in reach.firstDays {
      let since = period.since.map { max($0, first) } ?? first
      try eachKeptAnswer(.channel, ReportPeriod(since: since, until: period.until)) { cell, count in
        if cell.survey == survey { reach.addAnswers(Int(count.n), to: survey, onChannel: cell.member) }
      }
      if since == period.since { continue }
      try eachKeptAnswer(.all, ReportPeriod(since: period.since, until: first + -1)) { cell, count in
        if cell.survey == survey { reach.answersBefore += Int(count.n) }
      }
    }
    return reach
  }

  /// By member, as `ReportGroup` tells, or by month; of service these figures, at least.
  func groups(
    _ period: ReportPeriod, by grouping: SatisfactionReport.Grouping, figures: ServiceMeasures = .all
  ) throws -> [String: PeriodData] {
    if grouping == .month && tickets == nil { return try months(period) }
    let countsAnswers = tickets != nil || grouping.dimension == nil
    var groups = try counted(period, by: grouping, answers: countsAnswers, figures: figures)
    if tickets == nil, let dimension = grouping.dimension {
      try eachKeptAnswer(dimension, period) { cell, count in
        groups[grouping.member(cell.member), default: PeriodData()].answers.add(cell, count)
      }
    }
    return groups
  }

  private func months(_ period: ReportPeriod) throws -> [String: PeriodData] {
    let name = PeriodSource.name(ofMonth:)
    var groups: [String: PeriodData] = [:]
    try eachKeptAnswer(.all, period) { cell, count in
      groups[name(cell.period), default: PeriodData()].answers.add(cell, count)
    }
    try addKeptService(period) {
      name($0)
    } to: { month, add in
      add(&groups[month, default: PeriodData()].service)
    }
    return groups
  }

  static func name(ofMonth month: Int) -> String {
    CivilDate(firstOfMonthsSince1970: month).yearAndMonth
  }

  // MARK: - Kept counters

  /// Hands over cells of months.
  private func eachKeptAnswer(
    _ dimension: AnswerCell.Dimension, _ period: ReportPeriod, each: (AnswerCell, AnswerCount) -> Void
  ) throws {
    guard let kept = try store.answerDays(), let days = period.days(within: kept) else { return }
    let stretches = KeptStretches(days)
    for days in stretches.days {
      try store.answerCounts(dimension, grain: .day, periods: days) { cell, count in
        var cell = cell
        (cell.grain, cell.period) = (.month, CivilDate(daysSince1970: cell.period).monthsSince1970)
        each(cell, count)
      }
    }
    if let months = stretches.months {
      try store.answerCounts(dimension, grain: .month, periods: months, each: each)
    }
  }

  /// Hands over what is kept of service, by a group that the month tells.
  private func addKeptService<Group>(
    _ period: ReportPeriod, group: (Int) -> Group,
    to body: (Group, (inout ServiceSums) -> Void) throws -> Void
  ) throws {
    guard let kept = try store.serviceDays() else { return }
    func month(_ day: Int) -> Int { CivilDate(daysSince1970: day).monthsSince1970 }
    func each(
      _ measure: ServiceMeasure, within bounds: ClosedRange<Int>,
      _ take: @escaping (inout ServiceSums, PackedHistogram) -> Void
    ) throws {
      guard let days = period.days(within: bounds) else { return }
      let stretches = KeptStretches(days)
      for days in stretches.days {
        try store.serviceCounts(measure, grain: .day, periods: days) { day, histogram in
          try body(group(month(day))) { take(&$0, histogram) }
        }
      }
      guard let months = stretches.months else { return }
      try store.serviceCounts(measure, grain: .month, periods: months) { month, histogram in
        try body(group(month)) { take(&$0, histogram) }
      }
    }
    let unresolved = [ServiceMeasure.unresolvedRunning, .unresolvedPaused]
    let others = unresolved + (hours == nil ? ServiceMeasure.business : [.businessUnresolved])
    for measure in ServiceMeasure.allCases where !others.contains(measure) {
      try each(measure, within: kept) { $0.add(measure, $1) }
    }
    if let old = lastObservedDay(kept) {
      try each(.solved, within: kept.lowerBound...old) { $0.observed.add($1) }
    }
    guard let days = period.days(within: kept) else { return }
    for measure in unresolved {
      try store.serviceCounts(measure, grain: .day, periods: days) { day, histogram in
        let age = self.age(ofDay: day)
        try body(group(month(day))) { $0.addUnresolved(measure, histogram.parts, age: age) }
      }
    }
    guard let hours else { return }
    try store.serviceCounts(.businessUnresolved, grain: .day, periods: days) { day, histogram in
      for (attended, count) in histogram.parts {
        let age = hours.age(since: noon(ofDay: day), at: now, inGroup: attended)
        try body(group(month(day))) { $0.businessUnresolved[age, default: 0] += count }
      }
    }
  }

  /// The last day whose solves are old enough to tell whether the customer came again; nil where none is.
  private func lastObservedDay(_ kept: ClosedRange<Int>) -> Int? {
    let day = min(kept.upperBound, firstUnobserved - 1)
    return day >= kept.lowerBound ? day : nil
  }

  /// The first day whose solves are too young.
  var firstUnobserved: Int { today - Int(TicketMeasure.contactWindow / Seconds.day) }

  private var today: Int { zone.localTime(of: now).date.daysSince1970 }

  /// How old what was created on a day is, in seconds: as if it had been at noon.
  func age(ofDay day: Int) -> Double { Double(max(0, now - noon(ofDay: day))) }

  func noon(ofDay day: Int) -> Instant {
    zone.instant(of: CivilDate(daysSince1970: day).noon)
  }
}

extension SatisfactionReport.Grouping {
  /// What answers are counted by as they come; nil where they are read one by one.
  var dimension: AnswerCell.Dimension? {
    switch self {
    case .channel: .channel
    case .agent: .agent
    case .segment: .segment
    case .month: .all
    case .kind, .priority, .cause, .tag, .country, .language: nil
    }
  }

  /// What SQL tells rows apart by; nil for months, which a moment tells.
  var group: ReportGroup? { ReportGroup(rawValue: rawValue) }

  /// A member of the counters as `ReportGroup` tells it.
  func member(_ member: Int64) -> String {
    if member == 0 { return "" }
    return self == .segment ? Customer.Segment.allCases[Int(member) - 1].rawValue : "\(member)"
  }
}
