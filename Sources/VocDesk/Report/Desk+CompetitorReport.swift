import VocDomain
import VocInsight
import VocStore

/// What customers say of competitors, and what is published of them.
extension Desk {
  /// Every competitor of the list, the most mentioned first; `all` are the answers of the period.
  func competitorFigures(
    _ period: ReportPeriod, before: ReportPeriod?, _ zone: ZoneClock, answers all: HistogramSet
  ) throws -> [CompetitorFigures] {
    let names = try store.competitors()
    if names.isEmpty { return [] }
    let nobodies = try store.nobodies()
    let now = period.moments(in: zone)
    let then = before?.moments(in: zone)
    var tallies = names.map { _ in CompetitorTally() }
    let finder = CompetitorNames(names)
    try store.eachCompetitorText { text in
      let isSomebody = text.customerID.map { !nobodies.contains($0) } ?? false
      for place in finder.mentioned(in: text.text) {
        tallies[place].take(
          text, isNow: now.contains(text.at), isBefore: then?.contains(text.at) ?? false,
          isSomebody: isSomebody)
      }
    }
    try takeAnswers(period, zone, into: &tallies)
    let heard = try customersHeard(in: [now] + [then].compactMap(\.self), butNot: nobodies)
    let figures = zip(names, tallies).map { name, tally in
      tally.figures(
        named: name, heard: heard[0], heardBefore: then == nil ? nil : heard.last, of: all)
    }
    return figures.enumerated().sorted { ($1.element.mentions, $0.offset) < ($0.element.mentions, $1.offset) }
      .map(\.element)
  }

  /// The answers of the tickets on which a competitor was named.
  private func takeAnswers(
    _ period: ReportPeriod, _ zone: ZoneClock, into tallies: inout [CompetitorTally]
  ) throws {
    var places: [Int64: [Int]] = [:]
    for (place, tally) in tallies.enumerated() {
      for ticket in tally.tickets { places[ticket, default: []].append(place) }
    }
    if places.isEmpty { return }
    try store.eachAnswer(ofTickets: Array(places.keys), within: period.stretch) { answer in
      guard period.contains(zone.localTime(of: answer.at).date), let ticket = answer.ticketID else { return }
      for place in places[ticket] ?? [] { tallies[place].take(answer) }
    }
  }

  /// How many customers had a ticket going on in each stretch of time, or wrote a comment in it.
  private func customersHeard(
    in stretches: [Range<Instant>], butNot nobodies: Set<Int64>
  ) throws -> [Int] {
    var heard = stretches.map { _ in Set<Int64>() }
    try store.eachConversation { customer, opened, last in
      for (place, stretch) in stretches.enumerated()
      where opened < stretch.upperBound && last >= stretch.lowerBound { heard[place].insert(customer) }
    }
    for (place, stretch) in stretches.enumerated() {
      try store.eachCommenter(within: stretch.lowerBound...stretch.upperBound) { customer, at in
        if stretch.contains(at) { heard[place].insert(customer) }
      }
    }
    return heard.map { $0.subtracting(nobodies).count }
  }

  /// The newest published figure of each name and survey beside ours of that year, where there are answers enough in it;
  /// `answers` are those of the period.
  func benchmarkLines(_ source: PeriodSource, answers: HistogramSet) throws -> [BenchmarkLine] {
    var lines: [BenchmarkLine] = []
    var years: [Int: HistogramSet] = [:]
    for benchmark in try store.benchmarks() {
      let last = lines.last?.published
      if let last, Folding.folded(last.name) == Folding.folded(benchmark.name),
        last.survey == benchmark.survey
      {
        continue
      }
      let ofYear = try years[benchmark.year] ?? source.answers(.year(benchmark.year))
      years[benchmark.year] = ofYear
      let own = ofYear.figure(of: benchmark.survey, before: nil)
      let isOfItsYear = own?.isShown ?? false
      lines.append(
        BenchmarkLine(
          published: benchmark,
          own: isOfItsYear ? own : answers.figure(of: benchmark.survey, before: nil) ?? own,
          isOfItsYear: isOfItsYear))
    }
    return lines
  }
}
