import VocDomain
import VocInsight
import VocStore

/// What satisfaction goes along with besides what tickets are about.
extension Desk {
  /// An answer with what is kept of its ticket.
  private struct Case {
    var answer: TopicAnswers.Sampled
    var ticket: TicketMeasure
  }

  private typealias Question = (fact: TopicsReport.Fact, holds: (Case) -> Bool)

  /// Of a sample of answers. Tickets that nothing is kept of, merged ones and our own, are left out.
  ///
  /// - Parameter topic: one of those of `answers`.
  func facets(of answers: TopicAnswers, topic: TopicsReport.Driver?, in zone: ZoneClock) throws
    -> TopicsReport.Facets
  {
    let kept = try store.measures(ofTickets: Set(answers.sample.map(\.ticketID)).sorted())
    let cases = answers.sample.compactMap { answer in
      kept[answer.ticketID].map { Case(answer: answer, ticket: $0) }
    }
    var facets = TopicsReport.Facets()
    (facets.n, facets.read, facets.all) = (cases.count, answers.sample.count, answers.n)
    facets.unmeasured = try store.countUnmeasured()
    // Those that happen to be measured already are not like the others.
    if facets.unmeasured > 0 { return facets }
    let promised = try store.hasPromised() ? kept.keys.sorted().filter(store.wasPromised) : []
    facets.knowsPromises = !promised.isEmpty
    if cases.count < FacetTable.fewestAnswers { return facets }
    var questions = usualQuestions(zone)
    if facets.knowsPromises {
      let late = try lateTickets(among: promised)
      questions.insert((.late, { late.contains($0.ticket.ticketID) }), at: 0)
    }
    if let topic, let number = answers.topic(of: topic) {
      questions.append((.topic(topic.kind, topic.name), { $0.answer.topics.contains(number) }))
    }
    questions += try channelQuestions(cases, most: RelativeImportance.mostVariables - questions.count)
    facets.take(
      questions.map(\.fact),
      FacetTable(
        satisfied: cases.map(\.answer.isTop), facets: questions.map { cases.map($0.holds) }))
    return facets
  }

  private func usualQuestions(_ zone: ZoneClock) -> [Question] {
    [
      (.reopened, { $0.ticket.reopens > 0 }),
      (.transferred, { $0.ticket.isTransferred || $0.ticket.handOffs >= 2 }),
      (.nightOrWeekend, { zone.localTime(of: $0.ticket.createdAt).isNightOrWeekend }),
    ]
  }

  /// The biggest channels; not all of them, because the others tell the last.
  private func channelQuestions(_ cases: [Case], most: Int) throws -> [Question] {
    let counts = Dictionary(cases.map { ($0.ticket.channelID, 1) }, uniquingKeysWith: +)
    let channels = try store.channels().filter { counts[$0.id] != nil }
      .sorted { (counts[$1.id, default: 0], $0.name) < (counts[$0.id, default: 0], $1.name) }
    return channels.prefix(min(most, channels.count - 1)).map { channel in
      (.channel(channel.name), { $0.ticket.channelID == channel.id })
    }
  }

  /// Those of tickets that were promised something of which a promise of a first reply or of a solution is broken by now.
  private func lateTickets(among ids: [Int64]) throws -> Set<Int64> {
    let service = try currentService()
    let moment = now()
    return Set(
      try ids.filter { id in
        guard let row = try store.routableTicket(id) else { return false }
        return try clocks(of: row, service).clocks.contains { clock in
          (clock.measure == .firstReply || clock.measure == .resolution)
            && clock.firstBreachAt(by: moment) != nil
        }
      })
  }
}

extension LocalTime {
  fileprivate var isNightOrWeekend: Bool {
    [.saturday, .sunday].contains(date.weekday) || !TopicsReport.Facets.dayHours.contains(hour)
  }
}

extension TopicsReport.Facets {
  fileprivate mutating func take(_ facts: [TopicsReport.Fact], _ table: FacetTable?) {
    guard let table else { return }
    for (fact, facet) in zip(facts, table.facets) {
      if let facet {
        lines.append(TopicsReport.FacetLine(fact: fact, facet: facet))
      } else {
        hidden.append(fact)
      }
    }
    // The sort is stable: those alike stay in the order of the questions.
    lines.sort { $1.facet.importance < $0.facet.importance }
    explained = table.together.explained
    explainedByChance = table.together.explainedByChance
    p = table.together.p
  }
}
