import Foundation
import VocDomain
import VocInsight
import VocStore

/// The CSAT answers of tickets, counted by the topics of their tickets.
struct TopicAnswers {
  /// An answer with the numbers of its ticket's topics.
  struct Sampled {
    var ticketID: Int64
    var topics: [Int]
    var isTop: Bool
  }

  private let topics: TicketTopics
  /// By the numbers of the topics.
  private var counts: [(satisfied: Int, n: Int)]
  private(set) var top = 0
  private(set) var n = 0
  /// Some answers, at even distances, for what all of them would take too long.
  private(set) var sample: [Sampled] = []
  private var step = 1

  private static let mostSampled = 4_000
  /// Tags beyond these are too rare to be split from others.
  private static let mostTags = 12

  init(_ topics: TicketTopics) {
    self.topics = topics
    counts = topics.topics.map { _ in (0, 0) }
  }

  mutating func answer(ofTicket ticket: Int64, score: Int) {
    let isTop = score >= 4
    n += 1
    if isTop { top += 1 }
    topics.each(ofTicket: ticket) {
      counts[$0].n += 1
      if isTop { counts[$0].satisfied += 1 }
    }
    if n % step != 0 { return }
    var own: [Int] = []
    topics.each(ofTicket: ticket) { own.append($0) }
    sample.append(Sampled(ticketID: ticket, topics: own, isTop: isTop))
    if sample.count > 2 * Self.mostSampled {
      sample = stride(from: 1, to: sample.count, by: 2).map { sample[$0] }
      step *= 2
    }
  }

  /// The number of the topic that a driver is of.
  func topic(of driver: TopicsReport.Driver) -> Int? {
    topics.topics.firstIndex { TopicsReport.Kind($0.kind) == driver.kind && $0.name == driver.name }
  }

  /// The topics with answers enough, the strongest impact first.
  func drivers() -> (drivers: [TopicsReport.Driver], hidden: Int, modelN: Int) {
    let topics = topics.topics
    let known = counts.indices.filter { counts[$0].n > 0 }
    let hidden = known.count { counts[$0].n < SampleWarning.fewestShown }
    let tagged = known.filter { counts[$0].n >= SampleWarning.fewestShown }.map { index in
      DriverTable.Tagged("\(index)", Proportion(counts[index].satisfied, of: counts[index].n))
    }
    guard let table = DriverTable(overall: Proportion(top, of: n), tags: tagged) else {
      return ([], hidden, 0)
    }
    var drivers = table.drivers.compactMap { driver in Int(driver.tag).map { (index: $0, driver: driver) } }
    drivers.sort { left, right in
      (abs(right.driver.impactPoints), topics[left.index].name)
        < (abs(left.driver.impactPoints), topics[right.index].name)
    }
    let (ratios, modelN) = oddsRatios(drivers.map(\.index).filter { topics[$0].kind == .tag })
    return (
      drivers.map { index, driver in
        var line = TopicsReport.Driver(
          driver, kind: TopicsReport.Kind(topics[index].kind), name: topics[index].name)
        line.oddsRatio = ratios[index]
        return line
      }, hidden, modelN
    )
  }

  /// One model of the strongest tags together, where any tickets have two of them: it splits what overlaps.
  private func oddsRatios(_ tags: [Int]) -> (ratios: [Int: Double], n: Int) {
    let columns = Array(tags.prefix(Self.mostTags))
    let numbers = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var rows: [[Double]] = []
    var overlaps = false
    for answer in sample {
      var row = Array(repeating: 0.0, count: columns.count)
      for topic in answer.topics { if let column = numbers[topic] { row[column] = 1 } }
      overlaps = overlaps || row.reduce(0, +) > 1
      rows.append(row)
    }
    guard overlaps, columns.count > 1,
      let model = LogisticRegression(rows, sample.map(\.isTop), penalty: .ridge(strength: 1)),
      model.outcome == .converged
    else { return ([:], 0) }
    let odds = zip(columns, model.coefficients).map { ($0, exp($1)) }
    return (Dictionary(uniqueKeysWithValues: odds), rows.count)
  }
}

extension TopicsReport.Driver {
  fileprivate init(_ driver: Driver, kind: TopicsReport.Kind, name: String) {
    let interval = driver.comparison.newcombe()
    self.init(
      kind: kind, name: name, withTop: driver.with.successes, withN: driver.with.trials,
      withoutTop: driver.without.successes, withoutN: driver.without.trials,
      difference: 100 * driver.comparison.difference, low: 100 * interval.low, high: 100 * interval.high,
      q: driver.q, shrunken: 100 * driver.shrunkenShare, impact: driver.impactPoints)
  }
}
