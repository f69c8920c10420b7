public import VocDomain
import VocInsight
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
}

extension Desk {
  /// From the kept counters: costs the same whatever the number of answers.
  ///
  /// Both ends are included.
  public func satisfaction(
    since: CivilDate?, until: CivilDate?, by grouping: SatisfactionReport.Grouping?
  ) throws -> SatisfactionReport {
    let zone = try reportZone()
    var total = HistogramSet()
    var groups: [Int64: HistogramSet] = [:]
    if let kept = try store.answerDays() {
      let first = max(kept.lowerBound, since?.daysSince1970 ?? kept.lowerBound)
      let last = min(kept.upperBound, until?.daysSince1970 ?? kept.upperBound)
      if first <= last {
        try count(.all, first...last) { _, cell, n in total.add(cell, n) }
        try count(grouping?.dimension, first...last) { month, cell, n in
          groups[grouping == .month ? Int64(month) : cell.member, default: HistogramSet()].add(cell, n)
        }
      }
    }
    var report = SatisfactionReport(total: total.figures, since: since, until: until, zone: zone)
    report.grouping = grouping
    if let grouping {
      let names = try names(of: grouping)
      report.groups = groups.sorted { $0.key < $1.key }.map { member, set in
        SatisfactionReport.Group(name: names(member), figures: set.figures)
      }
      if grouping != .month {
        report.groups.sort {
          $0.name.isEmpty == $1.name.isEmpty
            ? Folding.folded($0.name) < Folding.folded($1.name) : $1.name.isEmpty
        }
      }
    }
    return report
  }

  /// Reads whole months from the counters of months and the days at both ends from those of days.
  private func count(
    _ dimension: AnswerCell.Dimension?, _ days: ClosedRange<Int>, each: (Int, AnswerCell, Int64) -> Void
  ) throws {
    guard let dimension else { return }
    let firstMonth = CivilDate(daysSince1970: days.lowerBound).monthsSince1970
    let lastMonth = CivilDate(daysSince1970: days.upperBound).monthsSince1970
    for month in Set([firstMonth, lastMonth]) where !days.contains(month: month) {
      try store.answerCounts(
        dimension, grain: .day, periods: days.clamped(to: CivilDate.days(ofMonth: month))
      ) {
        each(month, $0, $1)
      }
    }
    let first = days.contains(month: firstMonth) ? firstMonth : firstMonth + 1
    let last = days.contains(month: lastMonth) ? lastMonth : lastMonth - 1
    if first <= last {
      try store.answerCounts(dimension, grain: .month, periods: first...last) { each($0.period, $0, $1) }
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
  fileprivate var dimension: AnswerCell.Dimension {
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

/// The scores of every survey in one group of answers.
private struct HistogramSet {
  private var histograms: [SurveyKind: ScoreHistogram] = [:]

  mutating func add(_ cell: AnswerCell, _ n: Int64) {
    histograms[cell.survey, default: ScoreHistogram(cell.survey)].add(cell.score, times: Int(n))
  }

  var figures: SatisfactionReport.Figures {
    SatisfactionReport.Figures(nps: promoter(.nps), csat: box(.csat), ces: box(.ces), enps: promoter(.enps))
  }

  private func promoter(_ survey: SurveyKind) -> SatisfactionReport.PromoterFigure {
    guard let summary = histograms[survey].flatMap(NetPromoter.init) else {
      return SatisfactionReport.PromoterFigure(warnings: [.noData])
    }
    let interval = summary.interval()
    return SatisfactionReport.PromoterFigure(
      n: summary.n, promoters: summary.promoters, passives: summary.passives, detractors: summary.detractors,
      score: summary.score, low: interval.low, high: interval.high, warnings: summary.warnings)
  }

  private func box(_ survey: SurveyKind) -> SatisfactionReport.BoxFigure {
    guard let summary = histograms[survey].flatMap(TopBox.init) else {
      return SatisfactionReport.BoxFigure(warnings: [.noData])
    }
    let interval = summary.interval()
    return SatisfactionReport.BoxFigure(
      n: summary.n, top: summary.top.successes, share: summary.percent, low: interval.low,
      high: interval.high,
      mean: summary.mean, warnings: summary.warnings)
  }
}
