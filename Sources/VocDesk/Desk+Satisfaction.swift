public import VocDomain
import VocStore

/// What customers answered: NPS, CSAT, CES and eNPS with their intervals.
public struct SatisfactionReport: Sendable {
  public enum Grouping: String, CaseIterable, Sendable { case channel, agent, month, segment }

  /// The figures of one group of answers; each survey is there, with n = 0 where nobody answered.
  public struct Figures: Sendable {
    public var nps: PromoterFigure
    public var csat: BoxFigure
    public var ces: BoxFigure
    public var enps: PromoterFigure
  }

  /// An NPS: points from -100 to 100, nil without answers.
  public struct PromoterFigure: Sendable {
    public var n = 0
    public var promoters = 0
    public var passives = 0
    public var detractors = 0
    public var score: Double?
    /// The 95 % adjusted Wald interval.
    public var low: Double?
    public var high: Double?
    public var warnings: [SampleWarning] = []
  }

  /// A share of the best answers (CSAT 4-5, CES 5-7): percentages from 0 to 100, nil without answers.
  public struct BoxFigure: Sendable {
    public var n = 0
    /// How many answers are in the top box.
    public var top = 0
    public var share: Double?
    /// The 95 % Wilson interval.
    public var low: Double?
    public var high: Double?
    public var mean: Double?
    public var warnings: [SampleWarning] = []
  }

  public struct Group: Sendable {
    /// Empty for answers without a channel, an agent or a segment.
    public var name: String
    public var figures: Figures

    public init(name: String, figures: Figures) {
      self.name = name
      self.figures = figures
    }
  }

  public var total: Figures
  public var groups: [Group] = []
  public var grouping: Grouping?
  /// The first and last day that count; nil where there is no limit.
  public var since: CivilDate?
  public var until: CivilDate?
  /// The zone whose days they are.
  public var zone: String
  /// Which tickets' answers count, as it was asked for; nil where all answers do.
  public var filter: String?
  /// How many answers of the period the filter left out because they belong to no ticket.
  public var withoutTicket = 0
}

extension Desk {
  /// From the kept counters: costs the same whatever the number of answers. With a filter, in which `@name` is a saved
  /// view, the answers of the tickets that it matches are counted afresh.
  ///
  /// Both ends are included.
  public func satisfaction(
    since: CivilDate?, until: CivilDate?, by grouping: SatisfactionReport.Grouping?,
    matching text: String = ""
  ) throws -> SatisfactionReport {
    try store.snapshot {
      let zone = try reportZone()
      let filter = text.trimmed.isEmpty ? .everything : try filter(text)
      let isOfAll = filter == .everything
      let sums =
        isOfAll
        ? try keptSums(since: since, until: until, by: grouping)
        : try sums(matching: filter, since: since, until: until, by: grouping, zone: zone)
      var report = SatisfactionReport(total: sums.total.figures, since: since, until: until, zone: zone)
      if !isOfAll { (report.filter, report.withoutTicket) = (text, sums.withoutTicket) }
      report.grouping = grouping
      if let grouping { report.groups = try groups(sums, by: grouping) }
      return report
    }
  }

  private func groups(
    _ sums: AnswerSums, by grouping: SatisfactionReport.Grouping
  ) throws -> [SatisfactionReport.Group] {
    let names = try names(of: grouping)
    let groups = sums.groups.sorted { $0.key < $1.key }.map { member, set in
      SatisfactionReport.Group(name: names(member), figures: set.figures)
    }
    if grouping == .month { return groups }
    return groups.sorted {
      $0.name.isEmpty == $1.name.isEmpty
        ? Folding.folded($0.name) < Folding.folded($1.name) : $1.name.isEmpty
    }
  }

  private func keptSums(
    since: CivilDate?, until: CivilDate?, by grouping: SatisfactionReport.Grouping?
  ) throws -> AnswerSums {
    var sums = AnswerSums()
    guard let kept = try store.answerDays() else { return sums }
    let first = max(kept.lowerBound, since?.daysSince1970 ?? kept.lowerBound)
    let last = min(kept.upperBound, until?.daysSince1970 ?? kept.upperBound)
    if first > last { return sums }
    try count(.all, first...last) { sums.total.add($0, $1) }
    if let grouping {
      try count(grouping.dimension, first...last) { sums.add($0, $1, by: grouping) }
    }
    return sums
  }

  /// Reads whole months from the counters of months and the days at both ends from those of days; hands over cells of
  /// months.
  private func count(
    _ dimension: AnswerCell.Dimension, _ days: ClosedRange<Int>, each: (AnswerCell, Int64) -> Void
  ) throws {
    let firstMonth = CivilDate(daysSince1970: days.lowerBound).monthsSince1970
    let lastMonth = CivilDate(daysSince1970: days.upperBound).monthsSince1970
    for month in Set([firstMonth, lastMonth]) where !days.contains(month: month) {
      try store.answerCounts(
        dimension, grain: .day, periods: days.clamped(to: CivilDate.days(ofMonth: month))
      ) { cell, n in
        var cell = cell
        (cell.grain, cell.period) = (.month, month)
        each(cell, n)
      }
    }
    let first = days.contains(month: firstMonth) ? firstMonth : firstMonth + 1
    let last = days.contains(month: lastMonth) ? lastMonth : lastMonth - 1
    if first <= last {
      try store.answerCounts(dimension, grain: .month, periods: first...last, each: each)
    }
  }

  private func names(of grouping: SatisfactionReport.Grouping) throws -> (Int64) -> String {
    switch grouping {
    case .month:
      return { CivilDate(firstOfMonthsSince1970: Int($0)).yearAndMonth }
    case .segment:
      return { $0 == 0 ? "" : Customer.Segment.allCases[Int($0) - 1].rawValue }
    case .channel:
      let names = Dictionary(uniqueKeysWithValues: try store.channels().map { ($0.id, $0.name) })
      return { names[$0] ?? "" }
    case .agent:
      let names = try namesOfAgents()
      return { names[$0] ?? "" }
    }
  }
}

extension SatisfactionReport.Grouping {
  var dimension: AnswerCell.Dimension {
    switch self {
    case .channel: .channel
    case .agent: .agent
    case .segment: .segment
    case .month: .all
    }
  }
}

extension ClosedRange<Int> {
  /// Whether these days hold the whole month.
  fileprivate func contains(month: Int) -> Bool {
    let days = CivilDate.days(ofMonth: month)
    return lowerBound <= days.lowerBound && days.upperBound <= upperBound
  }
}
