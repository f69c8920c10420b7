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
    for (agent, shares) in TopicShares(scores, topics).byAgent {
      let name = agent.flatMap { names[$0] }
      if agent != nil && name == nil { continue }
      for (topic, answers) in zip(topics.topics, shares)
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
}

/// Of the answers on each topic, the satisfied ones: the team's and each agent's.
private struct TopicShares {
  private var agents: [Int64?] = [nil]
  private var places = PlacesByID()
  /// By agent, then by the numbers of the topics.
  private var counts: [[(satisfied: Int, all: Int)]]
  private let nothing: [(satisfied: Int, all: Int)]

  init(_ scores: [Store.TicketScore], _ topics: TicketTopics) {
    nothing = topics.topics.map { _ in (0, 0) }
    counts = [nothing]
    for answer in scores {
      let place = answer.agentID.map { self.place(ofAgent: $0) }
      topics.each(ofTicket: answer.ticketID) { topic in
        count(answer, topic, at: 0)
        if let place { count(answer, topic, at: place) }
      }
    }
  }

  /// Nil stands for the team.
  var byAgent: [(agent: Int64?, shares: [Proportion])] {
    zip(agents, counts).map { ($0, $1.map { Proportion($0.satisfied, of: $0.all) }) }
  }

  private mutating func place(ofAgent agent: Int64) -> Int {
    if let place = places[agent] { return place }
    places.set(counts.count, of: agent)
    agents.append(agent)
    counts.append(nothing)
    return counts.count - 1
  }

  private mutating func count(_ answer: Store.TicketScore, _ topic: Int, at place: Int) {
    counts[place][topic].all += 1
    if answer.score >= 4 { counts[place][topic].satisfied += 1 }
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
