public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// What the tickets of a period are about, and how CSAT goes along with it. Tickets by the day they were created,
  /// answers by their own. Facets only where they are asked for.
  public func topics(
    since: CivilDate?, until: CivilDate?, matching text: String = "", withFacets: Bool = true
  ) throws -> TopicsReport {
    try store.snapshot {
      let scope = try reportScope(since: since, until: until, matching: text)
      var (report, answers) = try topicsAndAnswers(of: scope)
      if !withFacets { return report }
      // One that stands out among all topics, where there is any a weakness: the strongest of many always looks like
      // something.
      let standing = report.drivers.filter(\.isDemonstrable)
      let topic = standing.first { $0.difference < 0 } ?? standing.first
      report.facets = try facets(of: answers, topic: topic, in: scope.zone)
      return report
    }
  }

  /// Without facets.
  func topics(of scope: ReportScope) throws -> TopicsReport {
    try store.snapshot { try topicsAndAnswers(of: scope).report }
  }

  private func topicsAndAnswers(
    of scope: ReportScope
  ) throws -> (report: TopicsReport, answers: TopicAnswers) {
    var report = TopicsReport(period: scope.period, zone: scope.zone.name)
    report.filter = scope.filter
    report.unfinishedImports = try store.unfinishedImports()
    let apart = try store.ticketsApart()
    let created = try createdTickets(scope, without: apart)
    let scores = try ticketScores(of: scope)
    let createdSet = created.map(Set.init)
    let topics = try TicketTopics(
      store, of: createdSet.map { $0.union(scores.map(\.ticketID)) }, without: apart)
    report.tickets = try created?.count ?? store.countTickets() - apart.count
    report.count(topics, among: createdSet)
    var answers = TopicAnswers(topics)
    for answer in scores { answers.answer(ofTicket: answer.ticketID, score: answer.score) }
    (report.csatTop, report.csatN) = (answers.top, answers.n)
    (report.drivers, report.hiddenDrivers, report.modelN) = answers.drivers()
    if let model = try topicModel() {
      report.suggests = true
      let tickets =
        try created ?? createdTickets(within: ReportPeriod.always.stretch, without: apart).map(\.id)
      try suggest(model, for: tickets.filter { !topics.has(.tag, ticket: $0) }, into: &report)
    }
    return (report, answers)
  }

  /// The CSAT answers of a period about the tickets that count.
  func ticketScores(of scope: ReportScope) throws -> [Store.TicketScore] {
    let isAlways = scope.period == .always
    var scores: [Store.TicketScore] = []
    try store.eachCSAT(within: scope.period.stretch) { answer in
      if scope.counts(ticket: answer.ticketID),
        isAlways || scope.period.contains(scope.zone.localTime(of: answer.at).date)
      {
        scores.append(answer)
      }
    }
    return scores
  }

  /// Nil for all of a period without ends and without a filter.
  private func createdTickets(_ scope: ReportScope, without apart: Set<Int64>) throws -> [Int64]? {
    if scope.period == .always { return scope.tickets?.filter { !apart.contains($0) } }
    return try createdTickets(within: scope.period.stretch, without: apart)
      .filter { ticket in
        scope.counts(ticket: ticket.id) && scope.period.contains(scope.zone.localTime(of: ticket.at).date)
      }.map(\.id)
  }

  private func createdTickets(
    within stretch: ClosedRange<Instant>, without apart: Set<Int64>
  ) throws -> [(id: Int64, at: Instant)] {
    try store.ticketsCreated(stretch.lowerBound..<stretch.upperBound, without: apart)
  }

  private func topicModel() throws -> TopicModel? {
    try store.textModel(.topic).flatMap { TopicModel(decoding: $0.model) }
  }

  /// What untagged tickets would be about by the trained model, where it is sure.
  private func suggest(_ model: TopicModel, for untagged: [Int64], into report: inout TopicsReport) throws {
    report.untagged = untagged.count
    let step = max(1, (untagged.count + TopicsReport.mostSuggested - 1) / TopicsReport.mostSuggested)
    var counts: [String: Int] = [:]
    for index in stride(from: 0, to: untagged.count, by: step) {
      guard let opening = try store.opening(ofTicket: untagged[index]) else { continue }
      report.readUntagged += 1
      let suggestion = model.suggestion(for: TextNormalizer.normalize(opening.text))
      if let suggestion, suggestion.isSafe { counts[suggestion.tag, default: 0] += 1 }
    }
    let lines = counts.map {
      TopicsReport.Line(kind: .suggested, name: $0.key, tickets: $0.value, share: 0, cumulative: 0)
    }
    report.lines += lines.ranked(of: report.readUntagged)
  }
}

extension TopicsReport.Kind {
  init(_ kind: Store.TopicKind) {
    switch kind {
    case .tag: self = .tag
    case .cause: self = .cause
    }
  }
}

extension TopicsReport {
  /// How many of these tickets, or of all, have each topic.
  fileprivate mutating func count(_ topics: TicketTopics, among tickets: Set<Int64>?) {
    var counts = topics.topics.map(\.tickets)
    if let tickets {
      counts = counts.map { _ in 0 }
      for ticket in tickets { topics.each(ofTicket: ticket) { counts[$0] += 1 } }
    }
    for kind in Store.TopicKind.allCases {
      let own = zip(topics.topics, counts).filter { $0.kind == kind && $1 > 0 }.map { topic, count in
        Line(kind: Kind(kind), name: topic.name, tickets: count, share: 0, cumulative: 0)
      }
      lines += own.ranked(of: self.tickets)
    }
  }
}

extension [TopicsReport.Line] {
  /// The commonest first, with their shares.
  fileprivate func ranked(of tickets: Int) -> [TopicsReport.Line] {
    let uses = reduce(0) { $0 + $1.tickets }
    var sum = 0
    return sorted { ($1.tickets, $0.name) < ($0.tickets, $1.name) }.map { line in
      var line = line
      sum += line.tickets
      line.share = tickets > 0 ? Double(line.tickets) / Double(tickets) : 0
      line.cumulative = Double(sum) / Double(uses)
      return line
    }
  }
}
