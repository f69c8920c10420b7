import VocDomain
import VocInsight
import VocStore

extension Desk {
  /// Where customers are less satisfied than on the whole: tags and causes, of the team and of each agent. Those of ten
  /// answers or more whose whole interval lies under the team's share.
  func trainingNeeds(_ scope: ReportScope, team: PeriodData) throws -> [AgentReport.Need] {
    guard let share = team.answers.box(.csat)?.percent else { return [] }
    let names = try namesOfAgents()
    let scores = try ticketScores(of: scope)
    let isEverything = scope.tickets == nil && scope.period == .always
    let topics = try TicketTopics(store, of: isEverything ? nil : Set(scores.map(\.ticketID)))
    var needs: [AgentReport.Need] = []
    for (agent, scores) in byAgent(scores) {
      let name = agent.flatMap { names[$0] }
      if agent != nil && name == nil { continue }
      for (topic, answers) in zip(topics.topics, counted(scores, topics)) where answers.trials >= 10 {
        let figure = ReportFigure.share(.csat, answers, before: nil)
        guard let high = figure.high, high < share else { continue }
        needs.append(AgentReport.Need(agent: name, kind: .init(topic.kind), topic: topic.name, csat: figure))
      }
    }
    return needs.sorted { $0.place < $1.place }
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
