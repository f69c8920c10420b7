public import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// What the tickets of a period are about, and how CSAT goes along with it. Tickets by the day they were created,
  /// answers by their own.
  public func topics(since: CivilDate?, until: CivilDate?, matching text: String = "") throws -> TopicsReport
  {
    try store.snapshot { try topics(of: reportScope(since: since, until: until, matching: text)) }
  }

  func topics(of scope: ReportScope) throws -> TopicsReport {
    try store.snapshot {
      let (period, zone, chosen) = (scope.period, scope.zone, scope.tickets.map(Set.init))
      var report = TopicsReport(period: period, zone: zone.name)
      report.filter = scope.filter

      let created = try createdTickets(period, chosen, zone)
      let scores = try ticketScores(of: scope)
      let topics = try TicketTopics(store, of: created.map { $0.union(scores.map(\.ticketID)) })
      report.tickets = try created?.count ?? store.countTickets() - store.ticketsApart().count
      report.count(topics, among: created)
      var answers = TopicAnswers(topics)
      for answer in scores { answers.answer(ofTicket: answer.ticketID, score: answer.score) }
      (report.csatTop, report.csatN) = (answers.top, answers.n)
      (report.drivers, report.hiddenDrivers, report.modelN) = answers.drivers()
      try suggest(period, zone, without: topics, among: chosen, into: &report)
      return report
    }
  }

  /// The CSAT answers of a period about the tickets that count.
  func ticketScores(of scope: ReportScope) throws -> [Store.TicketScore] {
    let wanted = scope.tickets.map(Set.init)
    let isAlways = scope.period == .always
    var scores: [Store.TicketScore] = []
    try store.eachCSAT(within: scope.period.stretch) { answer in
      if wanted?.contains(answer.ticketID) ?? true,
        isAlways || scope.period.contains(scope.zone.localTime(of: answer.at).date)
      {
        scores.append(answer)
      }
    }
    return scores
  }

  /// Nil for all of a period without ends and without a filter.
  private func createdTickets(
    _ period: ReportPeriod, _ chosen: Set<Int64>?, _ zone: ZoneClock
  ) throws -> Set<Int64>? {
    if period == .always { return try chosen?.subtracting(store.ticketsApart()) }
    let stretch = period.stretch
    return Set(
      try store.ticketsCreated(stretch.lowerBound..<stretch.upperBound)
        .filter { ticket in
          chosen?.contains(ticket.id) ?? true && period.contains(zone.localTime(of: ticket.at).date)
        }.map(\.id))
  }

  /// What the untagged tickets of the period would be about by the trained model, where it is sure.
  private func suggest(
    _ period: ReportPeriod, _ zone: ZoneClock, without topics: TicketTopics, among chosen: Set<Int64>?,
    into report: inout TopicsReport
  ) throws {
    guard let kept = try store.textModel(.topic), let model = TopicModel(decoding: kept.model) else { return }
    report.suggests = true
    let stretch = period.stretch
    let untagged = try store.ticketsCreated(stretch.lowerBound..<stretch.upperBound).filter { ticket in
      !topics.has(.tag, ticket: ticket.id) && chosen?.contains(ticket.id) ?? true
        && (period == .always || period.contains(zone.localTime(of: ticket.at).date))
    }
    report.untagged = untagged.count
    let step = max(1, (untagged.count + TopicsReport.mostSuggested - 1) / TopicsReport.mostSuggested)
    var counts: [String: Int] = [:]
    for index in stride(from: 0, to: untagged.count, by: step) {
      guard let opening = try store.opening(ofTicket: untagged[index].id) else { continue }
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
