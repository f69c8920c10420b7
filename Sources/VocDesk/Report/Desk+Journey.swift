import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// The journeys of the tickets that were created in a period; with a filter, in which `@name` is a saved view, of those
  /// that it matches. Of all time at most the newest (`JourneyReport.mostOfAllTime`).
  ///
  /// Reads one ticket at a time; memory holds the waits and the different ways, not the messages.
  public func journey(
    in period: ReportPeriod = .always, matching text: String = "",
    variants limit: Int = 10
  ) throws -> JourneyReport {
    try store.snapshot {
      let scope = ReportScope(
        period: period, zone: try reportClock(), filter: text, condition: try reportCondition(text),
        tickets: nil)
      return try journey(of: scope, variants: limit)
    }
  }

  /// Asks the scope's condition only, of each ticket as it comes.
  func journey(of scope: ReportScope, variants limit: Int = 10) throws -> JourneyReport {
    try store.snapshot {
      let (period, zone, condition) = (scope.period, scope.zone, scope.condition)
      var journeys = try Journeys(self)
      var report = JourneyReport(period: period, zone: zone.name)
      let most = period == .always ? JourneyReport.mostOfAllTime : Int(Int32.max)
      var oldest: Instant?
      try store.eachJourneyTicket(
        createdIn: period == .always ? nil : period.moments(in: zone), matching: condition, limit: most + 1
      ) { ticket in
        if journeys.graph.cases == most {
          report.newestSince = oldest
          return
        }
        oldest = ticket.createdAt
        try journeys.take(ticket)
      }
      report.filter = condition == nil ? nil : scope.filter
      report.unfinishedImports = try store.unfinishedImports()
      report.tell(journeys.graph, variants: limit)
      let names = Dictionary(uniqueKeysWithValues: try store.channels().map { ("\($0.id)", $0.name) })
      report.tell(channels: journeys.channels, names: names)
      return report
    }
  }
}

/// Both graphs while they grow.
private struct Journeys {
  let desk: Desk
  let nobodies: Set<Int64>
  /// Older tickets only: of a younger one the customer may still come back.
  let newest: Instant
  var graph = JourneyGraph()
  /// A ticket's channel, then the next one's where the customer came back.
  var channels = JourneyGraph()
  private static let returnTime = Int64(JourneyReport.returnDays) * Seconds.day

  init(_ desk: Desk) throws {
    self.desk = desk
    nobodies = try desk.store.nobodies()
    newest = desk.now() + -Journeys.returnTime
  }

  mutating func take(_ ticket: JourneyTicket) throws {
    graph.add(TicketJourney.steps(try desk.store.journeyFacts(ofTicket: ticket.id)))
    if ticket.isOfGroup || ticket.createdAt > newest || nobodies.contains(ticket.customerID) { return }
    var steps = [JourneyStep("\(ticket.channelID)", at: ticket.createdAt, holder: .nobody)]
    if let next = try desk.store.nextTicket(after: ticket, within: Journeys.returnTime) {
      steps.append(JourneyStep("\(next.channelID)", at: next.createdAt, holder: .nobody))
    }
    channels.add(steps)
  }
}

extension JourneyReport {
  fileprivate mutating func tell(_ graph: JourneyGraph, variants limit: Int) {
    tickets = graph.cases
    activities = graph.activities().map {
      Activity(
        name: $0.name, count: $0.count, starts: $0.starts, ends: $0.ends, repeats: $0.repeats,
        position: $0.position)
    }
    edges = graph.edges().map { edge in
      Edge(
        from: edge.from, to: edge.to, waits: Waits(edge.waits),
        held: edge.secondsByHolder)
    }
    let felt = graph.bottlenecks()
    feltSeconds = felt.feltSeconds
    bottlenecks = felt.ranked.map {
      Bottleneck(from: $0.from, to: $0.to, waits: Waits($0.waits), share: $0.share)
    }
    rework = ReworkKind.allCases.map { ($0, Share(graph.rework.share($0))) }
    variantCount = graph.variantCount
    variants = graph.variants(first: limit).map {
      Variant(activities: $0.activities, count: $0.count, share: Double($0.count) / Double(graph.cases))
    }
  }

  fileprivate mutating func tell(channels: JourneyGraph, names: [String: String]) {
    let tickets = Dictionary(uniqueKeysWithValues: channels.activities().map { ($0.name, $0.starts) })
    channelSwitches = channels.edges().map { edge in
      ChannelSwitch(
        from: names[edge.from] ?? "", to: names[edge.to] ?? "",
        share: Share(Proportion(edge.waits.count, of: tickets[edge.from] ?? edge.waits.count)),
        median: edge.waits.median)
    }.sorted { ($1.share.count, $0.from, $0.to) < ($0.share.count, $1.from, $1.to) }
  }
}

extension JourneyReport.Waits {
  fileprivate init(_ figures: WaitFigures) {
    self.init(
      count: figures.count, mean: figures.mean, median: figures.median, p90: figures.p90,
      total: figures.total)
  }
}

extension JourneyReport.Share {
  fileprivate init(_ proportion: Proportion) {
    let interval = proportion.wilson()
    self.init(
      count: proportion.successes, of: proportion.trials, share: proportion.share, low: interval?.low,
      high: interval?.high,
      warnings: SampleWarning.rule(n: proportion.trials, marginOfError: interval.map { $0.halfWidth * 100 }))
  }
}
