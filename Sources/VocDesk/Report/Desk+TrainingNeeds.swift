import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// Where customers are less satisfied than with all else: tags and causes, of the team and of each agent. Those of ten
  /// answers or more that stand out among all such, q < 0.05 (Benjamini-Hochberg).
  func trainingNeeds(_ scope: ReportScope, team: PeriodData) throws -> [AgentReport.Need] {
    guard let overall = team.answers.box(.csat)?.top else { return [] }
    let names = try namesOfAgents()
    let scores = try ticketScores(of: scope)
    let isEverything = scope.tickets == nil && scope.period == .always
    let topics = try TicketTopics(
      store, of: isEverything ? nil : Set(scores.map(\.ticketID)), without: store.ticketsApart())
    var compared: [(need: AgentReport.Need, test: TwoProportions)] = []
    for (agent, scores) in byAgent(scores) {
      let name = agent.flatMap { names[$0] }
      if agent != nil && name == nil { continue }
      for (topic, answers) in zip(topics.topics, counted(scores, topics))
      where answers.trials >= SampleWarning.fewestShown {
        guard let test = TwoProportions(answers, overall.without(answers)) else { continue }
        let figure = ReportFigure.share(.csat, answers, before: nil)
        compared.append(
          (AgentReport.Need(agent: name, kind: .init(topic.kind), topic: topic.name, csat: figure), test))
      }
    }
    let q = MultipleTesting.benjaminiHochberg(compared.map(\.test.p))
    return zip(compared, q).filter { $1 < 0.05 && $0.test.difference < 0 }.map(\.0.need)
      .sorted { $0.place < $1.place }
  }

  /// All, with nil for the team, and those of each agent.
  private func byAgent(
    _ scores: [Store.TicketScore]
  ) -> [(agent: Int64?, scores: [Store.TicketScore])] {
    [(nil, scores)]
      + Dictionary(grouping: scores.filter { $0.agentID != nil }) { $0.agentID }.map { ($0, $1) }
  }

  /// By the numbers of the topics.
  private func counted(_ scores: [Store.TicketScore], _ topics: TicketTopics) -> [Proportion] {
    var counts = topics.topics.map { _ in (satisfied: 0, all: 0) }
    for answer in scores {
      topics.each(ofTicket: answer.ticketID) {
        counts[$0].all += 1
        if answer.score >= 4 { counts[$0].satisfied += 1 }
      }
    }
    return counts.map { Proportion($0.satisfied, of: $0.all) }
  }
}

extension Proportion {
  /// What is left without a part.
  fileprivate func without(_ part: Proportion) -> Proportion {
    let others = max(0, successes - part.successes)
    let failures = max(0, trials - successes - (part.trials - part.successes))
    return Proportion(others, of: others + failures)
  }
}

extension AgentReport.Need.Kind {
  fileprivate init(_ kind: Store.TopicKind) {
    switch kind {
    case .tag: self = .tag
    case .cause: self = .cause
    }
  }
}

extension AgentReport.Need {
  /// The team's first, then by agent; the lowest share first.
  fileprivate var place: (String, Double, String, String) {
    (agent.map(Folding.folded) ?? "", csat.value ?? 0, topic, kind.rawValue)
  }
}
