import VocDomain
import VocInsight
import VocStore

/// The texts of a report of trends, read in the order in which they tell: the newest first, then those before.
struct TrendTexts {
  private struct Text {
    var reference: TextReference
    var at: Instant
    var customerID: Int64
  }

  private let store: Store
  private let stretch: TrendStretch
  private let zone: ZoneClock
  /// The words of our agents' names, folded as terms are: customers greet and thank them by name.
  private let names: Set<Substring>
  private var now: [Text] = []
  private var before: [Text] = []

  /// Fewer texts than that make no term.
  private static let fewestTexts = 5
  private static let fewestCustomers = 3
  private static let leastRatio = 2.0
  private static let emerging = 15.13
  private static let watched = 10.83
  static let mostTerms = 15

  init(
    store: Store, stretch: TrendStretch, zone: ZoneClock, agents: [String],
    tickets: [(id: Int64, at: Instant)],
    comments: [(id: Int64, at: Instant, ticketID: Int64?, customerID: Int64?)]
  ) {
    (self.store, self.stretch, self.zone) = (store, stretch, zone)
    names = Set(agents.flatMap { TextNormalizer.normalize($0).folded.split(separator: " ") })
    let start = stretch.instants(stretch.period).lowerBound
    var texts = tickets.map { Text(reference: TextReference(.message, $0.id), at: $0.at, customerID: 0) }
    texts += comments.map {
      Text(reference: TextReference(.answer, $0.id), at: $0.at, customerID: $0.customerID ?? 0)
    }
    now = texts.filter { $0.at >= start }
    before = texts.filter { $0.at < start }
  }

  /// Reads them into a report.
  func read(into report: inout TrendsReport) throws {
    (report.textsNow, report.textsBefore) = (now.count, before.count)
    var counter = TermCounter()
    var openings = Openings()
    var kept: [(text: NormalizedText, day: Int)] = []
    try eachText(now, most: TrendsReport.mostTexts) { text, customer, item in
      counter.add(text, customer: customer)
      let day = zone.localTime(of: item.at).date
      kept.append((text, stretch.unit(of: day)))
      openings.isNow = true
      note(text, item, day, &openings, in: &report)
    }
    var series = TermSeries(
      counter, inAtLeast: Self.fewestTexts, customers: Self.fewestCustomers, periods: stretch.unitCount)
    for (text, day) in kept { series.add(text, period: day) }
    report.readNow = kept.count
    kept = []
    try eachText(before, most: TrendsReport.mostTexts * TrendsReport.stretchesBefore) { text, _, item in
      let day = zone.localTime(of: item.at).date
      series.add(text, period: stretch.unit(of: day))
      report.readBefore += 1
      openings.isNow = false
      note(text, item, day, &openings, in: &report)
    }
    report.negative = openings.change
    let found = terms(series, report)
    report.namesLeftOut = found.map(\.term).filter(isOfNames)
    report.terms = Array(found.filter { !isOfNames($0.term) }.prefix(Self.mostTerms))
  }

  /// Some of many, at even distances: the same ones each time.
  private func eachText(
    _ texts: [Text], most: Int, _ body: (NormalizedText, Int64, Text) -> Void
  ) throws {
    let step = max(1, (texts.count + most - 1) / most)
    for index in stride(from: 0, to: texts.count, by: step) {
      let item = texts[index]
      switch item.reference.kind {
      case .message:
        guard let opening = try store.opening(ofTicket: item.reference.id) else { continue }
        body(TextNormalizer.normalize(opening.text), opening.customerID, item)
      case .answer:
        body(TextNormalizer.normalize(try store.comment(ofAnswer: item.reference.id)), item.customerID, item)
      }
    }
  }

  /// Openings that were read, now and before, and those that sound negative.
  private struct Openings {
    var isNow = false
    private var read = (now: 0, before: 0)
    private var negative = (now: 0, before: 0)

    mutating func add(isNegative: Bool) {
      if isNow {
        read.now += 1
        negative.now += isNegative ? 1 : 0
      } else {
        read.before += 1
        negative.before += isNegative ? 1 : 0
      }
    }

    var change: TrendsReport.Change? {
      guard
        let both = TwoProportions(
          Proportion(negative.now, of: read.now), Proportion(negative.before, of: read.before))
      else { return nil }
      let interval = both.newcombe()
      return TrendsReport.Change(
        now: negative.now, nowN: read.now, before: negative.before, beforeN: read.before,
        difference: 100 * both.difference, low: 100 * interval.low, high: 100 * interval.high)
    }
  }

  /// Openings count by how they sound; comments have a score, which tells better.
  private func note(
    _ text: NormalizedText, _ item: Text, _ day: CivilDate, _ openings: inout Openings,
    in report: inout TrendsReport
  ) {
    guard item.reference.kind == .message else { return }
    let language = TextLanguage.detect(in: text).resolved(fallback: .spanish)
    let isNegative = SentimentLexicon.of(language).sentiment(of: text).label == .negative
    openings.add(isNegative: isNegative)
    guard let bucket = stretch.bucket(of: day) else { return }
    report.buckets[bucket].read += 1
    if isNegative { report.buckets[bucket].negative += 1 }
  }

  private func terms(_ series: TermSeries, _ report: TrendsReport) -> [TrendsReport.Term] {
    let first = stretch.firstUnit
    var found: [TrendsReport.Term] = []
    for (term, texts) in series.series {
      let before = texts[..<first].reduce(0, +)
      guard
        let keyness = Keyness(
          now: Proportion(term.texts, of: report.readNow), before: Proportion(before, of: report.readBefore)),
        keyness.g2 >= Self.watched, let share = keyness.now.share, let former = keyness.before.share,
        share >= Self.leastRatio * former
      else { continue }
      found.append(
        TrendsReport.Term(
          term: term.term, tier: keyness.g2 >= Self.emerging ? .emerging : .watch, now: term.texts,
          before: before, customers: term.customers, g2: keyness.g2,
          ratio: former > 0 ? share / former : nil, surge: surge(texts, series.textCounts)))
    }
    let sorted = found.sorted { ($1.g2, $0.term) < ($0.g2, $1.term) }
    return sorted.filter { !isPart($0, of: sorted) }
  }

  private func isOfNames(_ term: String) -> Bool {
    term.split(separator: " ").allSatisfy(names.contains)
  }

  /// Whether a word hardly ever stands without a pair that is told already.
  private func isPart(_ term: TrendsReport.Term, of all: [TrendsReport.Term]) -> Bool {
    !term.term.contains(" ")
      && all.contains { other in
        other.term.contains(" ") && other.term.split(separator: " ").contains { $0 == term.term }
          && Double(other.now) >= 0.8 * Double(term.now)
      }
  }

  /// By day, or where texts are few by week; the last one.
  private func surge(_ texts: [Int], _ all: [Int]) -> ClosedRange<CivilDate>? {
    let width = all.reduce(0, +) >= 20 * all.count ? 1 : 7
    let starts = Array(stride(from: all.count % width, to: all.count, by: width))
    let periods = starts.map { start in
      Proportion(texts[start..<start + width].reduce(0, +), of: all[start..<start + width].reduce(0, +))
    }
    guard let last = Bursts(periods)?.bursts.last?.periods else { return nil }
    return stretch.days(ofUnits: starts[last.lowerBound]...starts[last.upperBound] + width - 1)
  }
}
